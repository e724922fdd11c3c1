package dev.backflow.lambda.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** Engines from Maven on ports of this machine: nothing to install, nothing outside. */
public final class InProcessBackend implements AwsBackend {
  private final S3MockProcess s3;
  private final SQSRestServer sqs;
  private final URI sqsEndpoint;
  private final SnsEndpoint sns;
  private final DynamoDBProxyServer dynamoDb;
  private final URI dynamoDbEndpoint;

  /** Starts all of them, the slowest first. */
  public InProcessBackend() throws Exception {
    s3 = new S3MockProcess();
    sqs = SQSRestServerBuilder.withInterface("127.0.0.1").withDynamicPort().start();
    sqsEndpoint = URI.create("http://127.0.0.1:" + sqs.waitUntilStarted().localAddress().getPort());
    int port = freePort();
    dynamoDb =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {
              "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
            });
    dynamoDb.start();
    dynamoDbEndpoint = URI.create("http://127.0.0.1:" + port);
    sns = new SnsEndpoint(sqs());
    s3.awaitReady();
  }

  @Override
  public URI endpoint(Service service) {
    return switch (service) {
      case S3 -> s3.endpoint();
      case SQS -> sqsEndpoint;
      case SNS -> sns.endpoint();
      case DYNAMODB -> dynamoDbEndpoint;
    };
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    s3.close();
    sns.close();
    sqs.stopAndWait();
    try {
      dynamoDb.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop", e);
    }
  }
}
