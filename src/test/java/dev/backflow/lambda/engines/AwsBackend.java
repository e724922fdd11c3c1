package dev.backflow.lambda.engines;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Something that answers as AWS does. The suite is written against this and no engine. */
public interface AwsBackend extends AutoCloseable {
  /** The services the functions and the suite use. */
  enum Service {
    S3,
    SQS,
    SNS,
    DYNAMODB
  }

  /** The region of everything. */
  Region REGION = Region.EU_CENTRAL_1;

  /** Where a service answers. */
  URI endpoint(Service service);

  /** Ends what the backend started; what it only talks to stays. */
  @Override
  void close();

  /** A client for buckets and objects. */
  default S3Client s3() {
    return configured(S3Client.builder(), Service.S3).forcePathStyle(true).build();
  }

  /** A client for queues. */
  default SqsClient sqs() {
    return configured(SqsClient.builder(), Service.SQS).build();
  }

  /** A client for topics. */
  default SnsClient sns() {
    return configured(SnsClient.builder(), Service.SNS).build();
  }

  /** A client for tables. */
  default DynamoDbClient dynamoDb() {
    return configured(DynamoDbClient.builder(), Service.DYNAMODB).build();
  }

  /** A client for tables' streams. */
  default DynamoDbStreamsClient streams() {
    return configured(DynamoDbStreamsClient.builder(), Service.DYNAMODB).build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder, Service service) {
    AwsCredentialsProvider test =
        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
    return builder
        .region(REGION)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(test)
        .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
        .endpointOverride(endpoint(service));
  }
}
