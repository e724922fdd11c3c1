#!/usr/bin/env bash
# Runs the AWS suite against a moto server: another implementation of the same services than the
# engines of mvn verify. Needs mvn verify before it, and pip; prints NOT RUN where pip cannot install.
set -euo pipefail
cd "$(dirname "$0")/.."

MOTO_VERSION=5.2.5
VENV=${XDG_CACHE_HOME:-$HOME/.cache}/backflow/moto-$MOTO_VERSION

not_run() { echo "endpoint: NOT RUN, $1"; exit 0; }

command -v python3 >/dev/null || not_run "python3 is not installed"
if [ ! -x "$VENV/bin/moto_server" ]; then
  python3 -m venv "$VENV" || not_run "python3 has no venv module"
  "$VENV/bin/pip" --quiet --disable-pip-version-check install "moto[server]==$MOTO_VERSION" \
    || not_run "pip cannot install moto $MOTO_VERSION"
fi

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$VENV/bin/moto_server" -H 127.0.0.1 -p "$port" >target/moto.log 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
  (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
  kill -0 "$server" 2>/dev/null || { cat target/moto.log >&2; exit 1; }
  sleep 0.1
done

BACKFLOW_AWS_ENDPOINT="http://127.0.0.1:$port" \
  mvn -B -q failsafe:integration-test failsafe:verify -Dit.test=EndpointAwsIT
echo "endpoint: passed on moto $MOTO_VERSION"
