#!/usr/bin/env bash
# How long a function takes from process start to first answer, against one that does nothing.
#   infra/measure-start.sh [ROUNDS]     (JAVA_HOME decides on the JDK; rounds default to 10)
set -euo pipefail
cd "$(dirname "$0")/.."

mvn -B -q -DskipTests pre-integration-test
classpath=$(mktemp)
unpacked=$(mktemp -d)
trap 'rm -rf "$classpath" "$unpacked"' EXIT
mvn -B -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$classpath"
package=$PWD/target/backflow-lambda.zip
(cd "$unpacked" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$package")

DDB_LOCAL_TELEMETRY=0 "${JAVA_HOME:+$JAVA_HOME/bin/}java" \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -Dbackflow.build.directory=target \
  -cp "target/test-classes:target/classes:$(cat "$classpath")" \
  dev.backflow.lambda.packaged.StartUp "${1:-10}" "$unpacked" 2>/dev/null \
  | grep -E '^(Java|[0-9] )'
