package dev.backflow.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Takes a record out of the JSON string that carries it. */
final class Messages {
  private static final JsonFactory JSON = new JsonFactory();

  private Messages() {}

  /** Returns the {@code message} of one CloudWatch log event, null when it has none. */
  static byte @Nullable [] ofLogEvent(byte[] event) {
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean message = parser.currentName().equals("message");
        JsonToken value = parser.nextToken();
        if (message && value == JsonToken.VALUE_STRING) {
          return parser.getText().getBytes(StandardCharsets.UTF_8);
        }
        parser.skipChildren();
      }
      return null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the content of one JSON string, null when it cannot be read. */
  static byte @Nullable [] ofString(byte[] string) {
    try (JsonParser parser = JSON.createParser(string)) {
      return parser.nextToken() == JsonToken.VALUE_STRING
          ? parser.getText().getBytes(StandardCharsets.UTF_8)
          : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns whether the envelope is CloudWatch's own check that the destination lives. */
  static boolean isProbe(byte[] envelopeHead) {
    return new String(envelopeHead, StandardCharsets.UTF_8).contains("\"CONTROL_MESSAGE\"");
  }

  /** Tells a record's encoding by its first character. */
  static RawRecord.Encoding encoding(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] > ' ') {
        if (bytes[i] == '{') {
          return RawRecord.Encoding.JSON;
        }
        boolean markup = bytes[i] == '<' && i + 1 < bytes.length && !isDigit(bytes[i + 1]);
        return markup ? RawRecord.Encoding.XML : RawRecord.Encoding.TEXT;
      }
    }
    return RawRecord.Encoding.TEXT;
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
