package dev.backflow.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells a stream's form by its first bytes: names and headers are not to be trusted. */
enum Magic {
  GZIP("\u001f\u008b"),
  EVTX("ElfFile\0"),
  PLAIN("");

  /** The longest magic number. */
  static final int BYTES = 8;

  private final String number;

  Magic(String number) {
    this.number = number;
  }

  static Magic of(PeekStream in) throws IOException {
    String start = new String(in.peek(BYTES), StandardCharsets.ISO_8859_1);
    for (Magic magic : values()) {
      if (start.startsWith(magic.number)) {
        return magic;
      }
    }
    return PLAIN;
  }
}
