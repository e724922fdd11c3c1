package dev.backflow.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes members that have a value and leaves out those that have none. */
final class EcsJson {
  private final JsonGenerator json;

  EcsJson(JsonGenerator json) {
    this.json = json;
  }

  void open() throws IOException {
    json.writeStartObject();
  }

  void open(String name) throws IOException {
    json.writeObjectFieldStart(name);
  }

  void close() throws IOException {
    json.writeEndObject();
  }

  void text(String name, @Nullable Object value) throws IOException {
    if (value != null) {
      json.writeStringField(name, value.toString());
    }
  }

  void number(String name, @Nullable Number value) throws IOException {
    if (value != null) {
      json.writeNumberField(name, value.longValue());
    }
  }

  void bool(String name, @Nullable Boolean value) throws IOException {
    if (value != null) {
      json.writeBooleanField(name, value);
    }
  }

  void texts(String name, List<String> values) throws IOException {
    if (!values.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String value : values) {
        json.writeString(value);
      }
      json.writeEndArray();
    }
  }

  /** Returns whether a text is an address that a field of type {@code ip} takes. */
  static boolean isIp(String text) {
    if (text.indexOf(':') >= 0) {
      try {
        // A text with a colon is read as an address, never looked up as a name.
        return text.indexOf('%') < 0
            && text.indexOf('[') < 0
            && InetAddress.getByName(text).getAddress().length > 0;
      } catch (UnknownHostException e) {
        return false;
      }
    }
    String[] octets = text.split("\\.", -1);
    boolean ok = octets.length == 4;
    for (String octet : octets) {
      ok &= isOctet(octet);
    }
    return ok;
  }

  private static boolean isOctet(String text) {
    if (text.isEmpty() || text.length() > 3) {
      return false;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value <= 255;
  }
}
