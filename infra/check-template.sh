#!/usr/bin/env bash
# Lints template.yaml, builds it as a deployment does, and runs what was built under the Lambda
# runtime client. Needs the package (mvn package) and pip; prints NOT RUN where pip cannot install.
set -euo pipefail
cd "$(dirname "$0")/.."

SAM_VERSION=1.170.0
VENV=${XDG_CACHE_HOME:-$HOME/.cache}/backflow/sam-$SAM_VERSION
BUILT=$(mktemp -d)
trap 'rm -rf "$BUILT"' EXIT
export SAM_CLI_TELEMETRY=0 AWS_DEFAULT_REGION=eu-central-1

not_run() { echo "template: NOT RUN, $1"; exit 0; }

[ -f target/backflow-lambda.zip ] || { echo "template: run mvn package first" >&2; exit 1; }
command -v python3 >/dev/null || not_run "python3 is not installed"
if [ ! -x "$VENV/bin/sam" ]; then
  python3 -m venv "$VENV" || not_run "python3 has no venv module"
  "$VENV/bin/pip" --quiet --disable-pip-version-check install "aws-sam-cli==$SAM_VERSION" \
    || not_run "pip cannot install aws-sam-cli $SAM_VERSION"
fi

echo "template: sam validate --lint"
for template in template.yaml infra/local/template.yaml; do
  "$VENV/bin/sam" validate --lint --template-file "$template"
done

echo "template: sam build"
"$VENV/bin/sam" build --template-file template.yaml --build-dir "$BUILT" --no-cached

for function in ExportFunction StreamFunction NotifyFunction; do
  [ -f "$BUILT/$function/dev/backflow/lambda/$function.class" ] \
    || { echo "template: sam build left no $function" >&2; exit 1; }
done

echo "template: the built functions under the runtime client"
BACKFLOW_LAMBDA_DIRECTORY="$BUILT/ExportFunction" \
  mvn -B -q failsafe:integration-test failsafe:verify -Dit.test=EventsIT
echo "template: passed"
