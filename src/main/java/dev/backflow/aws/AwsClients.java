package dev.backflow.aws;

import java.time.Duration;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The clients of one execution environment, each made when it is first needed, all over one HTTP
 * client. Region, endpoints ({@code AWS_ENDPOINT_URL}, {@code AWS_ENDPOINT_URL_S3} …) and
 * credentials come from the environment, as Lambda sets it.
 */
public final class AwsClients implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  private final Lazy<SdkHttpClient> http =
      new Lazy<>(
          () ->
              UrlConnectionHttpClient.builder()
                  .connectionTimeout(CONNECT)
                  .socketTimeout(SILENCE)
                  .build());
  private final Lazy<AwsCredentialsProvider> credentials =
      new Lazy<>(AwsClients::lambdaCredentials);
  private final Lazy<S3Client> s3 = new Lazy<>(() -> configured(S3Client.builder()).build());
  private final Lazy<DynamoDbClient> dynamoDb =
      new Lazy<>(() -> configured(DynamoDbClient.builder()).build());
  private final Lazy<SnsClient> sns = new Lazy<>(() -> configured(SnsClient.builder()).build());

  /** Returns the client for exports and the sideline. */
  public S3Client s3() {
    return s3.get();
  }

  /** Returns the client for cases. */
  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  /** Returns the client for alerts. */
  public SnsClient sns() {
    return sns.get();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(
      B builder) {
    return builder
        .httpClient(http.get())
        .credentialsProvider(credentials.get())
        .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD));
  }

  /**
   * Keys in the environment, or, after a restore from a SnapStart snapshot, the container's
   * endpoint: the two ways Lambda gives a role to a function. The SDK's default chain would also
   * search files and an instance's metadata, which cost start-up time and are never there.
   */
  private static AwsCredentialsProvider lambdaCredentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.builder().build());
  }

  @Override
  public void close() {
    Stream.of(s3, dynamoDb, sns, http)
        .map(Lazy::ifMade)
        .filter(SdkAutoCloseable.class::isInstance)
        .forEach(c -> ((SdkAutoCloseable) c).close());
  }
}
