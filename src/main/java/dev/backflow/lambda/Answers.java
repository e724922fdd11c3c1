package dev.backflow.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What a function answers; the shape follows what invoked it. */
final class Answers {
  private static final JsonFactory JSON = new JsonFactory();

  private Answers() {}

  /**
   * The answer to a batch: what is named is delivered again. An empty list is success; a list that
   * names nothing real would fail the whole batch (Lambda developer guide, "Reporting batch item
   * failures").
   */
  static void batch(OutputStream out, List<String> failed) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeArrayFieldStart("batchItemFailures");
      for (String id : failed) {
        json.writeStartObject();
        json.writeStringField("itemIdentifier", id);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  /** The answer to a notification that invoked the function itself, for who invokes it by hand. */
  static void direct(OutputStream out, int read, int putAside, int ignored) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("read", read);
      json.writeNumberField("putAside", putAside);
      json.writeNumberField("ignored", ignored);
      json.writeEndObject();
    }
  }
}
