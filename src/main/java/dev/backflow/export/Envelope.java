package dev.backflow.export;

import org.jspecify.annotations.Nullable;

/** JSON objects that carry records in an array, of any length: they are entered, never held. */
enum Envelope {
  /** Elasticsearch search response: {@code {"took":..,"hits":{"hits":[..]}}}. */
  SEARCH_RESPONSE(2),
  /** Azure Event Hubs: {@code {"records":[..]}}. */
  RECORDS(1),
  /** Advanced hunting API and Graph: {@code {"Schema":[..],"Results":[..]}}. */
  RESULTS(1),
  /** CloudWatch Logs subscription: the records are the {@code message} strings. */
  LOG_EVENTS(1);

  private final int openObjects;

  Envelope(int openObjects) {
    this.openObjects = openObjects;
  }

  /** Returns how many objects are open around the array. */
  int openObjects() {
    return openObjects;
  }

  /** Returns the envelope whose array the scanner has just entered, or null. */
  static @Nullable Envelope of(JsonScanner at) {
    if (at.depth() == 2) {
      return at.keyIs(1, "hits") && at.keyIs(2, "hits") ? SEARCH_RESPONSE : null;
    }
    if (at.keyIs(1, "records")) {
      return RECORDS;
    }
    if (at.keyIs(1, "Results") || at.keyIs(1, "results") || at.keyIs(1, "value")) {
      return RESULTS;
    }
    return at.keyIs(1, "logEvents") ? LOG_EVENTS : null;
  }
}
