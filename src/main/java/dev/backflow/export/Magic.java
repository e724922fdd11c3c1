package dev.backflow.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Tells a stream's form by its first bytes: names and headers are not to be trusted. */
enum Magic {
  GZIP("\u001f\u008b"),
  /** A gzip in base64: how Lambda and the CloudWatch API show Kinesis data. */
  BASE64_GZIP("H4sI"),
  ZSTD("(\u00b5/\u00fd"),
  BZIP2("BZh"),
  XZ("\u00fd7zXZ\0"),
  ZIP("PK\u0003\u0004"),
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
