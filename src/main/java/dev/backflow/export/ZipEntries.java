package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipInputStream;

/** The files of a zip, one after the other with a line's end between them, as one stream. */
final class ZipEntries extends InputStream {
  private final ZipInputStream zip;
  private boolean inEntry;
  private boolean first = true;

  ZipEntries(InputStream in) {
    this.zip = new ZipInputStream(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    for (; ; ) {
      int n = inEntry ? zip.read(b, off, len) : -1;
      if (n >= 0 || len == 0) {
        return n;
      }
      if (zip.getNextEntry() == null) {
        return -1;
      }
      inEntry = true;
      if (!first) {
        b[off] = '\n';
        return 1;
      }
      first = false;
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
