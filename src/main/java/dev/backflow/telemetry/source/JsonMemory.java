package dev.backflow.telemetry.source;

import java.util.concurrent.atomic.AtomicInteger;

/** What a reader of JSON records remembers of those it has read, to read the next ones faster. */
final class JsonMemory {
  /** How many names, and places for objects, are remembered; one takes about a hundred bytes. */
  private static final int MOST = 8_192;

  private final Vocabulary vocabulary;
  private final AtomicInteger remembered = new AtomicInteger();
  private final Shape record = new Shape(this);
  private final Shape nested = new Shape(this);
  private final JsonObject nothing = new JsonObject(new Shape(this), new byte[0]);

  JsonMemory(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** Returns the shape of records. */
  Shape record() {
    return record;
  }

  /** Returns the shape of records whose dotted names have been taken apart. */
  Shape nested() {
    return nested;
  }

  /** Returns an object without members. */
  JsonObject nothing() {
    return nothing;
  }

  /** Returns whether one more name or place may be remembered, and counts it. */
  boolean mayRemember() {
    return remembered.get() < MOST && remembered.incrementAndGet() <= MOST;
  }
}
