package dev.backflow.lambda.packaged;

import dev.backflow.lambda.engines.AwsBackend;
import dev.backflow.lambda.engines.EndpointBackend;
import dev.backflow.lambda.engines.Engines;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/** The suite on LocalStack, where Docker runs; skipped elsewhere. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackAwsIT extends AwsSuite {
  /** From 2026-03 on the image behind "latest" asks for a token; tags up to 4.14.0 do not. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  @Container
  private static final LocalStackContainer LOCALSTACK =
      new LocalStackContainer(IMAGE).withServices("s3", "sqs", "sns", "dynamodb");

  @Override
  AwsBackend backend(Engines.OnDemand engines) {
    return new EndpointBackend(LOCALSTACK.getEndpoint());
  }
}
