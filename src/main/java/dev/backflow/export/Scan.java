package dev.backflow.export;

import org.jspecify.annotations.Nullable;

/**
 * How the search for a record's end came out.
 *
 * @param broken what is wrong, null for a whole record
 * @param cut whether the export ends before the record does
 */
record Scan(@Nullable String broken, boolean cut) {
  static final Scan WHOLE = new Scan(null, false);

  static Scan broken(String reason) {
    return new Scan(reason, false);
  }

  static Scan cut(String reason) {
    return new Scan(reason, true);
  }
}
