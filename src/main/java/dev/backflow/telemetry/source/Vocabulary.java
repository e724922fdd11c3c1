package dev.backflow.telemetry.source;

import java.util.HashSet;
import java.util.Set;

/**
 * The member names some source reads. Most of a vendor's record is none of them, and what is not
 * kept need not be decoded.
 */
final class Vocabulary {
  private final Set<String> names = new HashSet<>();

  /** Adds names separated by white space. */
  Vocabulary add(String list) {
    names.addAll(Set.of(list.strip().split("\\s+")));
    return this;
  }

  /** Adds every name on a path. */
  Vocabulary add(Path path) {
    names.addAll(path.names());
    return this;
  }

  boolean has(String name) {
    return names.contains(name);
  }
}
