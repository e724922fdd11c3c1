package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Brings text to UTF-8: by its byte order mark, else by the zero bytes UTF-16 puts into ASCII. */
final class Utf8 {
  private Utf8() {}

  /**
   * Text as UTF-8.
   *
   * @param in the text without a byte order mark
   * @param offset the bytes of the mark, already taken
   */
  record Text(InputStream in, int offset) {}

  /** Returns the text as UTF-8; what is UTF-8 already passes through untouched. */
  static Text of(PeekStream in) throws IOException {
    byte[] start = in.peek(4);
    if (starts(start, 0xef, 0xbb, 0xbf)) {
      in.readNBytes(3);
      return new Text(in, 3);
    }
    Charset charset = utf16(start);
    return new Text(charset == null ? in : new Transcoded(in, charset), 0);
  }

  private static @Nullable Charset utf16(byte[] start) {
    if (starts(start, 0xff, 0xfe) || (start.length > 1 && start[0] > 0 && start[1] == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(start, 0xfe, 0xff) || (start.length > 1 && start[0] == 0 && start[1] > 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return null;
  }

  private static boolean starts(byte[] bytes, int... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 as UTF-8; what is no UTF-16 becomes U+FFFD. */
  private static final class Transcoded extends InputStream {
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer raw = ByteBuffer.allocate(1 << 14).flip();
    private final CharBuffer chars = CharBuffer.allocate(1 << 14);
    private ByteBuffer utf8 = ByteBuffer.allocate(0);
    private boolean started;
    private boolean ended;

    Transcoded(InputStream in, Charset charset) {
      this.in = in;
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    @Override
    public int read() throws IOException {
      return more() ? utf8.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      if (!more()) {
        return -1;
      }
      int n = Math.min(len, utf8.remaining());
      utf8.get(b, off, n);
      return n;
    }

    private boolean more() throws IOException {
      while (!utf8.hasRemaining() && !ended) {
        raw.compact();
        int n = in.read(raw.array(), raw.position(), raw.remaining());
        ended = n < 0;
        raw.position(raw.position() + Math.max(n, 0)).flip();
        chars.clear();
        decoder.decode(raw, chars, ended);
        chars.flip();
        skipMark();
        utf8 = StandardCharsets.UTF_8.encode(chars);
      }
      return utf8.hasRemaining();
    }

    private void skipMark() {
      if (!started && chars.hasRemaining()) {
        started = true;
        if (chars.get(0) == '\uFEFF') {
          chars.get();
        }
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
