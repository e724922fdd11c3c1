package dev.backflow.lambda;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Object keys as S3's own notifications write them: form-encoded, a blank as {@code +}. EventBridge
 * and CrowdStrike's queue give keys as they are (S3 user guide, "Event message structure" and
 * "EventBridge event message structure").
 */
final class S3Keys {
  private S3Keys() {}

  /**
   * Decodes a key strictly: the JDK's decoder puts a replacement character where bytes are no
   * UTF-8, which would name another object.
   *
   * @throws IllegalArgumentException where the text is no encoded key, naming the place
   */
  static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); ) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(octet(encoded, i));
        i += 3;
      } else if (c == '+') {
        bytes.write(' ');
        i++;
      } else {
        int point = encoded.codePointAt(i);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(point);
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(String encoded, int at) {
    int high = at + 1 < encoded.length() ? Character.digit(encoded.charAt(at + 1), 16) : -1;
    int low = at + 2 < encoded.length() ? Character.digit(encoded.charAt(at + 2), 16) : -1;
    if (high < 0 || low < 0) {
      throw new IllegalArgumentException("no two hexadecimal digits after % at character " + at);
    }
    return high * 16 + low;
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("its bytes are no UTF-8", e);
    }
  }
}
