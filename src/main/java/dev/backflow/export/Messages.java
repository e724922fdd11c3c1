package dev.backflow.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes a record out of the JSON string that carries it. */
final class Messages {
  private static final JsonFactory JSON = new JsonFactory();

  private Messages() {}

  /**
   * One CloudWatch log event.
   *
   * @param message the record it carries, null when it has none that can be read
   * @param timestamp the time it was given, or null
   */
  record LogEvent(byte @Nullable [] message, @Nullable Instant timestamp) {}

  /** Reads {@code {"id":..,"timestamp":ms,"message":".."}}. */
  static LogEvent ofLogEvent(byte[] event) {
    byte[] message = null;
    Instant timestamp = null;
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals("message") && value == JsonToken.VALUE_STRING) {
          message = parser.getText().getBytes(StandardCharsets.UTF_8);
        } else if (name.equals("timestamp") && value == JsonToken.VALUE_NUMBER_INT) {
          timestamp = Instant.ofEpochMilli(parser.getLongValue());
        }
        parser.skipChildren();
      }
      return new LogEvent(message, timestamp);
    } catch (IOException e) {
      return new LogEvent(null, null);
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
