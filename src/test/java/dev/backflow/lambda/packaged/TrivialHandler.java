package dev.backflow.lambda.packaged;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The least a function can do: what {@link StartUp} measures against. */
public final class TrivialHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream payload, OutputStream answer, Context context)
      throws IOException {
    payload.transferTo(answer);
  }
}
