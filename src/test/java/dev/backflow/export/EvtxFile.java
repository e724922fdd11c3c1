package dev.backflow.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes .evtx files as Windows lays them out: names and templates stand where they are first used,
 * later records refer to them.
 */
public final class EvtxFile {
  static final int FILE_HEADER = 4096;
  static final int CHUNK = 65_536;
  static final int FIRST_RECORD = FILE_HEADER + 512;

  /** A value with its binary XML type. */
  public record Value(int type, byte[] bytes) {
    public static Value text(String text) {
      return new Value(0x01, text.getBytes(StandardCharsets.UTF_16LE));
    }

    public static Value none() {
      return new Value(0x00, new byte[0]);
    }

    static Value number(int type, int size, long value) {
      byte[] all = new byte[8];
      little(all).putLong(value);
      return new Value(type, Arrays.copyOf(all, size));
    }

    public static Value u16(int value) {
      return number(0x06, 2, value);
    }

    public static Value u32(long value) {
      return number(0x08, 4, value);
    }

    public static Value u64(long value) {
      return number(0x0a, 8, value);
    }

    public static Value hex64(long value) {
      return number(0x15, 8, value);
    }

    public static Value fileTime(Instant time) {
      long ticks = (time.getEpochSecond() + 11_644_473_600L) * 10_000_000 + time.getNano() / 100;
      return number(0x11, 8, ticks);
    }

    public static Value guid(String text) {
      UUID uuid = UUID.fromString(text);
      long high = uuid.getMostSignificantBits();
      byte[] bytes = new byte[16];
      ByteBuffer b = little(bytes);
      b.putInt((int) (high >>> 32)).putShort((short) (high >>> 16)).putShort((short) high);
      b.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits());
      return new Value(0x0f, bytes);
    }

    public static Value sid(int authority, int... subAuthorities) {
      byte[] bytes = new byte[8 + 4 * subAuthorities.length];
      ByteBuffer b = little(bytes);
      b.put((byte) 1).put((byte) subAuthorities.length).put(new byte[5]).put((byte) authority);
      for (int sub : subAuthorities) {
        b.putInt(sub);
      }
      return new Value(0x13, bytes);
    }
  }

  /** One event: its head and its named values. */
  public record Entry(
      String provider,
      int code,
      Instant time,
      long record,
      String channel,
      String computer,
      List<Map.Entry<String, Value>> data) {}

  private final byte[] chunkBytes = new byte[CHUNK];
  private final ByteBuffer chunk = little(chunkBytes);
  private final Map<String, Integer> names = new HashMap<>();
  private final Map<String, Integer> templates = new HashMap<>();

  private EvtxFile() {
    chunk.put("ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1));
    chunk.position(512);
  }

  /** Returns a file of one chunk. */
  public static byte[] of(List<Entry> entries) {
    EvtxFile file = new EvtxFile();
    entries.forEach(file::record);
    file.chunk.putInt(40, 128).putInt(48, file.chunk.position());
    byte[] bytes = new byte[FILE_HEADER + CHUNK];
    ByteBuffer out = little(bytes);
    out.put("ElfFile\0".getBytes(StandardCharsets.ISO_8859_1));
    out.putShort(40, (short) FILE_HEADER).putShort(42, (short) 1);
    out.position(FILE_HEADER);
    out.put(file.chunkBytes);
    return bytes;
  }

  private void record(Entry e) {
    int start = chunk.position();
    chunk.putInt(0x2a2a).putInt(0).putLong(e.record).putLong(0);
    chunk.putInt(0x0001_010f);
    List<Value> values = new ArrayList<>();
    values.add(Value.text(e.provider));
    values.add(Value.u16(e.code));
    values.add(Value.fileTime(e.time));
    values.add(Value.u64(e.record));
    values.add(Value.text(e.channel));
    values.add(Value.text(e.computer));
    values.add(Value.sid(5, 18));
    e.data.forEach(d -> values.add(d.getValue()));
    instance(e, values);
    int size = (chunk.position() - start + 4 + 7) / 8 * 8;
    chunk.position(start + size - 4);
    chunk.putInt(size);
    chunk.putInt(start + 4, size);
  }

  private void instance(Entry e, List<Value> values) {
    List<String> dataNames = e.data.stream().map(Map.Entry::getKey).toList();
    Integer known = templates.get(dataNames.toString());
    chunk.put((byte) 0x0c).put((byte) 1).putInt(7);
    if (known == null) {
      int definition = chunk.position() + 4;
      templates.put(dataNames.toString(), definition);
      chunk.putInt(definition).putInt(0).put(new byte[16]);
      int sizeAt = chunk.position();
      chunk.putInt(0);
      body(dataNames, values.size() - dataNames.size());
      chunk.putInt(sizeAt, chunk.position() - sizeAt - 4);
    } else {
      chunk.putInt(known);
    }
    chunk.putInt(values.size());
    values.forEach(v -> chunk.putShort((short) v.bytes.length).put((byte) v.type).put((byte) 0));
    values.forEach(v -> chunk.put(v.bytes));
  }

  private void body(List<String> dataNames, int firstData) {
    chunk.putInt(0x0001_010f);
    open("Event", "xmlns");
    string("http://schemas.microsoft.com/win/2004/08/events/event");
    endTag();
    open("System");
    endTag();
    open("Provider", "Name");
    substitute(0, 0x01);
    closeEmpty();
    leaf("EventID", 1, 0x06);
    open("TimeCreated", "SystemTime");
    substitute(2, 0x11);
    closeEmpty();
    leaf("EventRecordID", 3, 0x0a);
    leaf("Channel", 4, 0x01);
    leaf("Computer", 5, 0x01);
    open("Security", "UserID");
    substitute(6, 0x13);
    closeEmpty();
    close();
    open("EventData");
    endTag();
    for (int i = 0; i < dataNames.size(); i++) {
      open("Data", "Name");
      string(dataNames.get(i));
      endTag();
      substitute(firstData + i, 0x01);
      close();
    }
    close();
    close();
    chunk.put((byte) 0);
  }

  private void leaf(String name, int index, int type) {
    open(name);
    endTag();
    substitute(index, type);
    close();
  }

  private void open(String name) {
    chunk.put((byte) 0x01).putShort((short) -1).putInt(0);
    name(name);
  }

  private void open(String name, String attribute) {
    chunk.put((byte) 0x41).putShort((short) -1).putInt(0);
    name(name);
    chunk.putInt(0);
    chunk.put((byte) 0x06);
    name(attribute);
  }

  private void name(String name) {
    Integer known = names.get(name);
    if (known != null) {
      chunk.putInt(known);
      return;
    }
    int at = chunk.position() + 4;
    names.put(name, at);
    chunk.putInt(at).putInt(0).putShort((short) 0).putShort((short) name.length());
    chunk.put(name.getBytes(StandardCharsets.UTF_16LE)).putShort((short) 0);
  }

  private void string(String text) {
    chunk.put((byte) 0x05).put((byte) 1).putShort((short) text.length());
    chunk.put(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private void substitute(int index, int type) {
    chunk.put((byte) 0x0e).putShort((short) index).put((byte) type);
  }

  private void endTag() {
    chunk.put((byte) 0x02);
  }

  private void closeEmpty() {
    chunk.put((byte) 0x03);
  }

  private void close() {
    chunk.put((byte) 0x04);
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
