package dev.backflow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

public class KplAggregateTest {
  @Test
  void a_plain_record_is_its_own_and_only_one() throws Exception {
    byte[] plain = "{\"a\":1}".getBytes(UTF_8);
    assertThat(KplAggregate.split(plain)).containsExactly(plain);
    assertThat(KplAggregate.split(new byte[0])).hasSize(1);
  }

  @Test
  void user_records_come_out_in_order() throws Exception {
    byte[] aggregate = aggregate("one".getBytes(UTF_8), new byte[0], new byte[300]);

    assertThat(KplAggregate.split(aggregate))
        .containsExactly("one".getBytes(UTF_8), new byte[0], new byte[300]);
  }

  @Test
  void the_magic_without_its_digest_is_a_plain_record() throws Exception {
    byte[] aggregate = aggregate("one".getBytes(UTF_8));
    aggregate[aggregate.length - 1] ^= 1;
    assertThat(KplAggregate.split(aggregate)).containsExactly(aggregate);
  }

  @Test
  void an_aggregate_of_nothing_holds_nothing() throws Exception {
    assertThat(KplAggregate.split(sealed(new byte[0]))).isEmpty();
  }

  @Test
  void fields_of_other_kinds_are_passed_over() throws Exception {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.write(0x08); // field 1 as a number
    message.write(0x96);
    message.write(0x01);
    message.writeBytes(new byte[] {0x25, 1, 2, 3, 4}); // field 4, four bytes
    message.writeBytes(new byte[] {0x29, 1, 2, 3, 4, 5, 6, 7, 8}); // field 5, eight bytes
    message.writeBytes(delimited(3, userRecord("x".getBytes(UTF_8))));

    assertThat(KplAggregate.split(sealed(message.toByteArray())))
        .containsExactly("x".getBytes(UTF_8));
  }

  @Test
  void a_length_beyond_the_end_is_malformed_with_its_place() throws Exception {
    byte[] aggregate = sealed(new byte[] {0x1a, 0x7f, 1});
    assertThatThrownBy(() -> KplAggregate.split(aggregate))
        .isInstanceOf(KplAggregate.MalformedException.class)
        .hasMessageContaining("127 bytes at byte 2");
  }

  @Test
  void no_message_of_random_bytes_is_anything_but_split_or_malformed() throws Exception {
    long seed = 20260102;
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      byte[] message = new byte[random.nextInt(40)];
      random.nextBytes(message);
      try {
        assertThat(KplAggregate.split(sealed(message))).isNotNull();
      } catch (KplAggregate.MalformedException e) {
        assertThat(e).as("seed %d, message %d", seed, i).hasMessageContaining("at byte");
      }
    }
  }

  @Test
  void any_user_records_come_back() throws Exception {
    long seed = 20260103;
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      byte[][] data = new byte[random.nextInt(20)][];
      for (int j = 0; j < data.length; j++) {
        data[j] = new byte[random.nextInt(500)];
        random.nextBytes(data[j]);
      }
      assertThat(KplAggregate.split(aggregate(data)))
          .as("seed %d, aggregate %d", seed, i)
          .containsExactlyElementsOf(List.of(data));
    }
  }

  /** Packs as the producer library does: a table of partition keys, then the records. */
  public static byte[] aggregate(byte[]... data) throws Exception {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(delimited(1, "partition".getBytes(UTF_8)));
    for (byte[] one : data) {
      message.writeBytes(delimited(3, userRecord(one)));
    }
    return sealed(message.toByteArray());
  }

  private static byte[] userRecord(byte[] data) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(0x08); // partition_key_index
    record.write(0);
    record.writeBytes(delimited(3, data));
    return record.toByteArray();
  }

  private static byte[] delimited(int field, byte[] value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write((field << 3) | 2);
    int length = value.length;
    while (length > 0x7f) {
      out.write((length & 0x7f) | 0x80);
      length >>>= 7;
    }
    out.write(length);
    out.writeBytes(value);
    return out.toByteArray();
  }

  /** Puts magic and digest around a message, whatever it is. */
  public static byte[] sealed(byte[] message) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0xf3, (byte) 0x89, (byte) 0x9a, (byte) 0xc2});
    out.writeBytes(message);
    out.writeBytes(MessageDigest.getInstance("MD5").digest(message));
    return out.toByteArray();
  }
}
