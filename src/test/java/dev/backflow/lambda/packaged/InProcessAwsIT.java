package dev.backflow.lambda.packaged;

import dev.backflow.lambda.engines.AwsBackend;
import dev.backflow.lambda.engines.Engines;

/** The suite on engines from Maven: needs nothing but a JDK. */
class InProcessAwsIT extends AwsSuite {
  @Override
  AwsBackend backend(Engines.OnDemand engines) {
    return engines.get();
  }
}
