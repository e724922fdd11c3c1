package dev.backflow.lambda.engines;

import java.net.URI;

/** One endpoint for all services, running already: a moto server, LocalStack, any other. */
public final class EndpointBackend implements AwsBackend {
  /** Where the endpoint is given. */
  public static final String VARIABLE = "BACKFLOW_AWS_ENDPOINT";

  private final URI endpoint;

  /** A backend at an address. */
  public EndpointBackend(URI endpoint) {
    this.endpoint = endpoint;
  }

  /** The backend that the environment names. */
  public static EndpointBackend fromEnvironment() {
    return new EndpointBackend(URI.create(System.getenv(VARIABLE)));
  }

  @Override
  public URI endpoint(Service service) {
    return endpoint;
  }

  @Override
  public void close() {
    // Whoever started it ends it.
  }
}
