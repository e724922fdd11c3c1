/**
 * The engines behind the functions in tests: S3, SQS, SNS and DynamoDB, in process or elsewhere.
 */
package dev.backflow.lambda.engines;
