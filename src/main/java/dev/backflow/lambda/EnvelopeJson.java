package dev.backflow.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads envelopes' JSON within limits: Lambda delivers at most 6 MB, and nothing nests deeply. */
final class EnvelopeJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  private final JsonFactory factory =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxDocumentLength(MAX_BYTES)
                  .maxStringLength(MAX_BYTES)
                  .maxNameLength(1000)
                  .build())
          // What an error quotes of its source would be unredacted telemetry.
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /**
   * Reads an invocation's payload.
   *
   * @throws NotJson where it is none, or passes a limit
   */
  JsonValue parse(InputStream payload) throws NotJson {
    try (JsonParser parser = factory.createParser(payload)) {
      return document(parser);
    } catch (JsonProcessingException e) {
      throw new NotJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the payload could not be read", e);
    }
  }

  /**
   * Reads a text inside an envelope.
   *
   * @throws NotJson where it is none, or passes a limit
   */
  JsonValue parse(String text) throws NotJson {
    try (JsonParser parser = factory.createParser(text)) {
      return document(parser);
    } catch (JsonProcessingException e) {
      throw new NotJson(e);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
  }

  private static JsonValue document(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    return first == null ? new JsonValue(null) : value(parser, first);
  }

  /** The depth is the parser's to limit, before this can nest any deeper. */
  private static JsonValue value(JsonParser parser, JsonToken token) throws IOException {
    return new JsonValue(
        switch (token) {
          case START_OBJECT -> object(parser);
          case START_ARRAY -> array(parser);
          case VALUE_STRING -> parser.getText();
          case VALUE_NUMBER_INT -> whole(parser);
          case VALUE_NUMBER_FLOAT -> parser.getText();
          case VALUE_TRUE -> true;
          case VALUE_FALSE -> false;
          default -> null;
        });
  }

  private static Object whole(JsonParser parser) throws IOException {
    return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
        ? parser.getText()
        : Long.valueOf(parser.getLongValue());
  }

  private static Map<String, JsonValue> object(JsonParser parser) throws IOException {
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    for (String name = nextName(parser); name != null; name = nextName(parser)) {
      fields.put(name, value(parser, parser.nextToken()));
    }
    return fields;
  }

  private static @Nullable String nextName(JsonParser parser) throws IOException {
    return parser.nextToken() == JsonToken.FIELD_NAME ? parser.currentName() : null;
  }

  private static List<JsonValue> array(JsonParser parser) throws IOException {
    List<JsonValue> elements = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      elements.add(value(parser, next));
    }
    return elements;
  }

  /** A text that is no JSON; its message has line and column, never the text. */
  static final class NotJson extends Exception {
    NotJson(JsonProcessingException cause) {
      super(
          cause.getLocation() == null
              ? cause.getOriginalMessage()
              : "line "
                  + cause.getLocation().getLineNr()
                  + " column "
                  + cause.getLocation().getColumnNr());
    }
  }
}
