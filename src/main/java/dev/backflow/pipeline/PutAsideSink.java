package dev.backflow.pipeline;

import dev.backflow.export.PutAside;

/** Where records go that no one can read: kept with reason and position, never dropped. */
@FunctionalInterface
public interface PutAsideSink {
  /** Takes one; called in the order of the export. */
  void accept(PutAside putAside);
}
