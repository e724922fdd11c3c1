package dev.backflow.lambda;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Takes apart what the Kinesis Producer Library packs into one record: four magic bytes, a protobuf
 * message, its MD5 (awslabs/amazon-kinesis-producer, "KPL Aggregated Record Format"). Of the
 * message only the user records' data matter here: field 3 of {@code AggregatedRecord}, and in each
 * of them field 3 of {@code Record}.
 */
final class KplAggregate {
  private static final byte[] MAGIC = {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2};
  private static final int DIGEST = 16;
  private static final int RECORDS = 3;
  private static final int DATA = 3;
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED_32 = 5;

  private KplAggregate() {}

  /**
   * Returns the user records in order. What has no magic, or not the digest that belongs to it, is
   * a record of its own, as the Kinesis Client Library takes it.
   *
   * @throws MalformedException where the digest is right and the message is not
   */
  static List<byte[]> split(byte[] record) throws MalformedException {
    if (!isAggregate(record)) {
      return List.of(record);
    }
    List<byte[]> data = new ArrayList<>();
    ByteBuffer message =
        ByteBuffer.wrap(record, MAGIC.length, record.length - MAGIC.length - DIGEST).slice();
    for (ByteBuffer one : fields(message, RECORDS)) {
      fields(one, DATA).forEach(d -> data.add(bytes(d)));
    }
    return data;
  }

  private static boolean isAggregate(byte[] record) {
    int end = record.length - DIGEST;
    if (end < MAGIC.length || !Arrays.equals(record, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return false;
    }
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      md5.update(record, MAGIC.length, end - MAGIC.length);
      return Arrays.equals(md5.digest(), Arrays.copyOfRange(record, end, record.length));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }

  /** Returns the length-delimited values of one field; others are passed over. */
  private static List<ByteBuffer> fields(ByteBuffer message, int wanted) throws MalformedException {
    List<ByteBuffer> values = new ArrayList<>();
    while (message.hasRemaining()) {
      long tag = varint(message);
      int type = (int) (tag & 7);
      ByteBuffer value = value(message, type);
      if (tag >>> 3 == wanted && type == LENGTH_DELIMITED) {
        values.add(value);
      }
    }
    return values;
  }

  private static ByteBuffer value(ByteBuffer message, int type) throws MalformedException {
    return switch (type) {
      case VARINT -> {
        varint(message);
        yield message.slice().limit(0);
      }
      case FIXED_64 -> take(message, Long.BYTES);
      case FIXED_32 -> take(message, Integer.BYTES);
      case LENGTH_DELIMITED -> take(message, varint(message));
      default -> throw new MalformedException("wire type " + type, message.position());
    };
  }

  private static ByteBuffer take(ByteBuffer message, long length) throws MalformedException {
    if (length < 0 || length > message.remaining()) {
      throw new MalformedException("a field of " + length + " bytes", message.position());
    }
    ByteBuffer value = message.slice().limit((int) length);
    message.position(message.position() + (int) length);
    return value.slice();
  }

  private static long varint(ByteBuffer message) throws MalformedException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!message.hasRemaining()) {
        throw new MalformedException("a cut number", message.position());
      }
      byte next = message.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedException("a number without end", message.position());
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  /** An aggregate with the right digest and a message that is no protobuf. */
  static final class MalformedException extends Exception {
    MalformedException(String what, int position) {
      super("an aggregate of the Kinesis Producer Library with " + what + " at byte " + position);
    }
  }
}
