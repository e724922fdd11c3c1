package dev.backflow.lambda.packaged;

import dev.backflow.lambda.engines.AwsBackend;
import dev.backflow.lambda.engines.EndpointBackend;
import dev.backflow.lambda.engines.Engines;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The suite on any endpoint that runs already, where {@code BACKFLOW_AWS_ENDPOINT} names one. */
@EnabledIfEnvironmentVariable(named = EndpointBackend.VARIABLE, matches = "http.+")
class EndpointAwsIT extends AwsSuite {
  @Override
  AwsBackend backend(Engines.OnDemand engines) {
    return EndpointBackend.fromEnvironment();
  }
}
