package dev.backflow.export;

/** What an export yields, one at a time: a record, or a stretch of bytes that is none. */
public sealed interface Framed permits RawRecord, PutAside {
  /** Returns where it begins. */
  RecordPosition position();
}
