package dev.backflow.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The content of a zip's files: the stream ends with each, and goes on with the next. */
final class ZipEntries extends InputStream {
  private final ZipInputStream zip;
  private boolean inFile;

  ZipEntries(InputStream in) {
    this.zip = new ZipInputStream(in);
  }

  /** Goes on to the next file and returns its name, null after the last. */
  @Nullable String next() throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (entry != null && entry.isDirectory()) {
      entry = zip.getNextEntry();
    }
    inFile = entry != null;
    return entry == null ? null : entry.getName();
  }

  @Override
  public int read() throws IOException {
    return inFile ? zip.read() : -1;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    return inFile ? zip.read(b, off, len) : -1;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
