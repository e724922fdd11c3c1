package dev.backflow.telemetry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Makes an event's identity from values of its record: 128 bits of SHA-256 over the fields, each
 * with its length before it, as 32 hexadecimal digits.
 */
public final class EventId {
  private static final int BYTES = 16;

  private EventId() {}

  /** Returns the id of these fields; an absent field differs from an empty one. */
  public static String of(@Nullable String... fields) {
    MessageDigest digest = sha256();
    ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    for (String field : fields) {
      byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
      digest.update(length.putInt(0, field == null ? -1 : bytes.length).rewind());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
