#!/usr/bin/env bash
# Makes in LocalStack what template.yaml deploys, and puts the example exports where events/ expects
# them. AWS names the command that reaches it, where it is not the one in the container.
set -euo pipefail
cd "$(dirname "$0")/../.."

AWS=${AWS:-docker compose -f infra/local/compose.yaml exec -T -e AWS_DEFAULT_REGION=eu-central-1 localstack awslocal}

for bucket in example-exports backflow-sideline; do
  $AWS s3api create-bucket --bucket "$bucket" \
    --create-bucket-configuration LocationConstraint=eu-central-1 >/dev/null
done
$AWS dynamodb create-table --cli-input-json "$(cat infra/local/table.json)" >/dev/null

queue=$($AWS sqs create-queue --queue-name backflow-inbox --query QueueUrl --output text)
queue_arn=$($AWS sqs get-queue-attributes --queue-url "$queue" --attribute-names QueueArn \
  --query Attributes.QueueArn --output text)
for kind in machine mail chat; do
  topic=$($AWS sns create-topic --name "backflow-$kind" --query TopicArn --output text)
  $AWS sns subscribe --topic-arn "$topic" --protocol sqs --notification-endpoint "$queue_arn" >/dev/null
done

put() { $AWS s3 cp - "s3://example-exports/$2" <"examples/morning/$1" >/dev/null; }
put winlogbeat.ndjson.gz "exports/day one+ü.ndjson.gz"
put crowdstrike-fdr-part-00000.gz data/0a1b/part-00000.gz
put sysmon-events.xml.gz data/0a1b/part-00001.gz

echo "ready: buckets, table, topics; what is published arrives in $queue"
