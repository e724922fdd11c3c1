package dev.backflow.telemetry.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The slots of a {@link Shape} by name: open addressing, at most half full. */
final class Slots {
  static final Slots NONE = new Slots(2, 0, false);

  private final @Nullable String[] names;
  private final int[] slots;
  private final int size;
  private final boolean marked;

  private Slots(int capacity, int size, boolean marked) {
    this.size = size;
    this.marked = marked;
    this.names = new @Nullable String[capacity];
    this.slots = new int[capacity];
  }

  /** Returns the slots of members that have the slot of their index. */
  static Slots of(Member[] members, Vocabulary vocabulary) {
    boolean marked =
        Arrays.stream(members).anyMatch(member -> vocabulary.isMarked(member.keptName()));
    int capacity = Integer.highestOneBit(members.length) * 4;
    Slots all = new Slots(capacity, members.length, marked);
    for (Member member : members) {
      int i = all.find(member.keptName());
      all.names[i] = member.keptName();
      all.slots[i] = member.slot;
    }
    return all;
  }

  /** Returns whether one of the names is marked. */
  boolean isMarked() {
    return marked;
  }

  /** Returns how many there are. */
  int size() {
    return size;
  }

  /** Returns the slot of a name, -1 when there is none. */
  int of(String name) {
    int i = find(name);
    return names[i] == null ? -1 : slots[i];
  }

  private int find(String name) {
    int hash = name.hashCode();
    int mask = names.length - 1;
    int i = (hash ^ (hash >>> 15)) & mask;
    while (names[i] != null && !name.equals(names[i])) {
      i = (i + 1) & mask;
    }
    return i;
  }
}
