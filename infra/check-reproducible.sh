#!/usr/bin/env bash
# Builds the Lambda package twice, in two directories, from what is committed: the bytes must agree.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in one another/longer/path; do
  mkdir -p "$work/$copy"
  git archive HEAD | tar -x -C "$work/$copy"
  (cd "$work/$copy" && mvn -B -q -Dmaven.test.skip=true package)
done
cmp "$work/one/target/backflow-lambda.zip" "$work/another/longer/path/target/backflow-lambda.zip"
echo "reproducible: $(sha256sum <"$work/one/target/backflow-lambda.zip" | cut -c1-64)"
