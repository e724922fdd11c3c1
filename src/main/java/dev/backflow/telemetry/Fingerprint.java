package dev.backflow.telemetry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes an identity from the values that make a thing what it is: 128 bits of SHA-256 over them,
 * each with its length before it, as 32 hexadecimal digits.
 */
public final class Fingerprint {
  private static final int BYTES = 16;
  private static final byte[] NOTHING = {};

  /** Never fed: a clone of it costs less than asking the platform for another. */
  private static final MessageDigest EMPTY = empty();

  private Fingerprint() {}

  /** Returns the fingerprint of these fields; an absent field differs from an empty one. */
  public static String of(@Nullable String... fields) {
    byte[] input = new byte[size(fields)];
    int length = 0;
    for (String field : fields) {
      length = append(field, input, length);
    }
    return HexFormat.of().formatHex(sha256(input, length), 0, BYTES);
  }

  /** Writes a field's length in four bytes, all ones for an absent one, and its UTF-8. */
  private static int append(@Nullable String field, byte[] out, int at) {
    byte[] bytes = field == null ? NOTHING : field.getBytes(StandardCharsets.UTF_8);
    int length = field == null ? -1 : bytes.length;
    out[at] = (byte) (length >>> 24);
    out[at + 1] = (byte) (length >>> 16);
    out[at + 2] = (byte) (length >>> 8);
    out[at + 3] = (byte) length;
    System.arraycopy(bytes, 0, out, at + Integer.BYTES, bytes.length);
    return at + Integer.BYTES + bytes.length;
  }

  /** Three bytes of UTF-8 at most for each character. */
  private static int size(@Nullable String[] fields) {
    int size = 0;
    for (String field : fields) {
      size += Integer.BYTES + (field == null ? 0 : 3 * field.length());
    }
    return size;
  }

  private static byte[] sha256(byte[] input, int length) {
    try {
      MessageDigest digest = (MessageDigest) EMPTY.clone();
      digest.update(input, 0, length);
      return digest.digest();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest empty() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
