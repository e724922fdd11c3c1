package dev.backflow.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the files of a zip, each by its own form: collectors upload event logs so. */
final class ZipFramer implements Framer {
  /** Opens the file a zip stands at. */
  @FunctionalInterface
  interface Opener {
    Framer open(String path) throws IOException;
  }

  private final String path;
  private final ZipEntries entries;
  private final SourceStream source;
  private final Opener opener;
  private @Nullable Framer current;
  private long skipped;
  private boolean cut;

  ZipFramer(String path, ZipEntries entries, SourceStream source, Opener opener) {
    this.path = path;
    this.entries = entries;
    this.source = source;
    this.opener = opener;
  }

  @Override
  public long skipped() {
    return skipped + (current == null ? 0 : current.skipped());
  }

  @Override
  public @Nullable Framed next() throws IOException {
    for (; ; ) {
      Framer file = current;
      if (file == null) {
        String name = nextName();
        if (name == null) {
          return null;
        }
        file = opener.open(path + "!" + name);
        current = file;
      }
      Framed framed = file.next();
      if (framed != null) {
        cut = framed instanceof PutAside aside && aside.cause() == PutAside.Cause.TRUNCATED;
        return framed;
      }
      skipped += file.skipped();
      current = null;
    }
  }

  /** After a file that is cut off there is no next one, and that has been said. */
  private @Nullable String nextName() throws IOException {
    try {
      return entries.next();
    } catch (IOException e) {
      if (cut && source.failure() == null) {
        return null;
      }
      throw Unpack.told(e, source);
    }
  }
}
