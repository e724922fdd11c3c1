package dev.backflow.lambda;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Failures as text for the log. */
final class Failures {
  private Failures() {}

  static String trace(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
