package dev.backflow.lambda;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads envelopes' JSON within limits: Lambda delivers at most 6 MB, and nothing nests deeply. */
final class EnvelopeJson {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_BYTES = 8 * 1024 * 1024;
  private static final int SHOWN_FIELDS = 8;
  private static final int SHOWN_LENGTH = 40;

  private final ObjectMapper mapper =
      new ObjectMapper(
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
              .build());

  /**
   * Reads an invocation's payload.
   *
   * @throws NotJson where it is none, or passes a limit
   */
  JsonNode parse(InputStream payload) throws NotJson {
    try {
      return present(mapper.readTree(payload));
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
  JsonNode parse(String text) throws NotJson {
    try {
      return present(mapper.readTree(text));
    } catch (JsonProcessingException e) {
      throw new NotJson(e);
    }
  }

  /** Says what a value looks like without repeating it: names of fields, no content. */
  static String shape(JsonNode value) {
    if (!value.isObject()) {
      return "it is " + value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
    List<String> names = new ArrayList<>();
    value
        .fieldNames()
        .forEachRemaining(
            n -> names.add(n.length() > SHOWN_LENGTH ? n.substring(0, SHOWN_LENGTH) + "…" : n));
    if (names.isEmpty()) {
      return "it is an object without fields";
    }
    boolean more = names.size() > SHOWN_FIELDS;
    return "it has the fields "
        + String.join(", ", more ? names.subList(0, SHOWN_FIELDS) : names)
        + (more ? " and " + (names.size() - SHOWN_FIELDS) + " more" : "");
  }

  private static JsonNode present(JsonNode node) {
    return node.isMissingNode() ? NullNode.getInstance() : node;
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
