package dev.backflow.telemetry.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses JSON records, keeping the members of the vocabulary. */
final class JsonRecords {
  private static final int MAX_DEPTH = 200;
  private static final int MAX_STRING = 32 << 20;
  private static final int MAX_NAME = 10_000;
  private static final int MAX_NUMBER = 1_000;

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .build();
  private final Vocabulary vocabulary;

  JsonRecords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Returns the object; bytes that are no UTF-8 are read as U+FFFD, for they may stand in a command
   * line that matters.
   */
  JsonObject parse(byte[] bytes) throws UnreadableRecordException {
    try {
      return read(bytes);
    } catch (StreamConstraintsException e) {
      throw unreadable(e);
    } catch (IOException e) {
      byte[] repaired = new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
      if (java.util.Arrays.equals(bytes, repaired)) {
        throw unreadable(e);
      }
      return parse(repaired);
    }
  }

  /** Returns the object a text holds, null when it holds none. */
  @Nullable JsonObject parseText(String text) {
    try {
      return read(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return null;
    }
  }

  private JsonObject read(byte[] bytes) throws IOException {
    try (JsonParser parser = factory.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new com.fasterxml.jackson.core.JsonParseException(parser, "no JSON object");
      }
      return object(parser);
    }
  }

  private JsonObject object(JsonParser parser) throws IOException {
    JsonObject object = new JsonObject(vocabulary);
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      JsonToken token = parser.nextToken();
      if (!vocabulary.has(name)) {
        parser.skipChildren();
        continue;
      }
      Object value = value(parser, token);
      if (value != null) {
        object.put(name, value);
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT) {
      throw new com.fasterxml.jackson.core.JsonParseException(parser, "the object does not end");
    }
    return object;
  }

  private @Nullable Object value(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  private List<Object> array(JsonParser parser) throws IOException {
    List<Object> values = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      Object value = value(parser, token);
      values.add(value == null ? "" : value);
      token = parser.nextToken();
    }
    return values;
  }

  private static UnreadableRecordException unreadable(IOException e) {
    String where =
        e instanceof com.fasterxml.jackson.core.JsonProcessingException j && j.getLocation() != null
            ? " at byte " + j.getLocation().getByteOffset()
            : "";
    String what =
        e instanceof com.fasterxml.jackson.core.JsonProcessingException j
            ? j.getOriginalMessage()
            : e.getMessage();
    return new UnreadableRecordException("broken JSON" + where + ": " + shortened(what));
  }

  /** A parser's message may quote the record: no more of it than tells what is wrong. */
  private static String shortened(@Nullable String message) {
    String text = String.valueOf(message);
    int quote = text.indexOf('\'');
    int end = quote < 0 ? text.indexOf('\n') : quote;
    return end < 0 ? text : text.substring(0, end).strip();
  }
}
