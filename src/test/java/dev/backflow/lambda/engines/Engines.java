package dev.backflow.lambda.engines;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One set of in-process engines for all classes of a run, started when the first asks for it. */
public final class Engines implements ParameterResolver {
  /** Gives the engines to who needs them. */
  public interface OnDemand {
    /** Returns the engines, started. */
    InProcessBackend get();
  }

  private record Running(InProcessBackend backend) implements AutoCloseable {
    @Override
    public void close() {
      backend.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == OnDemand.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    ExtensionContext.Store store =
        context.getRoot().getStore(ExtensionContext.Namespace.create(Engines.class));
    return (OnDemand)
        () ->
            store
                .getOrComputeIfAbsent("running", k -> new Running(start()), Running.class)
                .backend();
  }

  private static InProcessBackend start() {
    try {
      return new InProcessBackend();
    } catch (Exception e) {
      throw new IllegalStateException("the engines do not start", e);
    }
  }
}
