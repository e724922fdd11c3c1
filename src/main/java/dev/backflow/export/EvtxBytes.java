package dev.backflow.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of one .evtx chunk: little-endian, every access checked. */
final class EvtxBytes {
  private final ByteBuffer bytes;

  EvtxBytes(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  int u8(int at) throws DamagedExportException {
    check(at, 1);
    return bytes.get(at) & 0xff;
  }

  int u16(int at) throws DamagedExportException {
    check(at, 2);
    return bytes.getShort(at) & 0xffff;
  }

  /** An unsigned number that must fit the chunk, such as an offset or a size. */
  int u32(int at) throws DamagedExportException {
    check(at, 4);
    return bytes.getInt(at);
  }

  long i64(int at) throws DamagedExportException {
    check(at, 8);
    return bytes.getLong(at);
  }

  /** Like {@link #u32} where the caller has made sure of the place; zero beyond the end. */
  int u32At(int at) {
    return at >= 0 && at + 4 <= bytes.limit() ? bytes.getInt(at) : 0;
  }

  String utf16(int at, int byteCount) throws DamagedExportException {
    check(at, byteCount);
    return new String(bytes.array(), at, byteCount, StandardCharsets.UTF_16LE);
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes.array(), from, to);
  }

  void check(int at, int count) throws DamagedExportException {
    if (at < 0 || count < 0 || at > bytes.limit() - count) {
      throw BinXml.damaged("it points outside its chunk");
    }
  }
}
