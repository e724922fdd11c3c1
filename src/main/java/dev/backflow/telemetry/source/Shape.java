package dev.backflow.telemetry.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names met in the objects that stand at one place of a record: where such an object keeps the
 * value of each, and in which order they are likely to come.
 *
 * <p>Records of one kind have the same members in the same order. So each member remembers which
 * ones followed it the last times, and the bytes of the next record are compared with their names,
 * eight at a time, instead of being searched for the end of theirs, hashed and looked up. A wrong
 * guess costs the comparison. Nor has every object a table of names: the shape has one for all of
 * them. It is what inline caches and maps do for objects of languages without classes (Chambers,
 * Ungar and Lee, "An Efficient Implementation of SELF", OOPSLA 1989).
 *
 * <p>Several threads may use a shape at once: a guess is only ever a member of this shape and is
 * compared before it is believed; a name that is met for the first time is entered under a lock,
 * into a copy of the tables. A record may have any names, so of those that no source reads only so
 * many are entered.
 */
final class Shape {
  private final JsonMemory memory;
  private volatile @Nullable Guess first;

  /** Every member by the bytes of its name: open addressing. */
  private volatile @Nullable Member[] byBytes = new @Nullable Member[2];

  /** The members whose values are kept, by slot. */
  private volatile Member[] kept = {};

  /** The slots by name. */
  private volatile Slots slots = Slots.NONE;

  Shape(JsonMemory memory) {
    this.memory = memory;
  }

  JsonMemory memory() {
    return memory;
  }

  /** Returns with what objects are likely to begin, null when there has been none yet. */
  @Nullable Guess first() {
    return first;
  }

  /** Returns the slots of the members that objects here have had so far. */
  Slots slots() {
    return slots;
  }

  /** Returns the member that has a slot. */
  Member member(int slot) {
    return kept[slot];
  }

  /**
   * Returns the member whose name stands in {@code b[from, to)}, quotes around it and no escape in
   * it. One that has been met before is remembered to have followed another (null for none); one
   * that is new is not yet, for it may be forgotten.
   */
  Member met(@Nullable Member before, byte[] b, int from, int to) {
    Member member = find(b, from, to);
    if (member == null) {
      return enter(Arrays.copyOfRange(b, from - 1, to + 1));
    }
    if (before == null) {
      first = Guess.of(member, first);
    } else {
      before.followedBy(member);
    }
    return member;
  }

  /** Returns the member of a name given in UTF-8. */
  Member named(byte[] name) {
    byte[] quoted = new byte[name.length + 2];
    quoted[0] = '"';
    System.arraycopy(name, 0, quoted, 1, name.length);
    quoted[name.length + 1] = '"';
    Member known = find(quoted, 1, name.length + 1);
    return known == null ? enter(quoted) : known;
  }

  private synchronized Member enter(byte[] quoted) {
    Member known = find(quoted, 1, quoted.length - 1);
    if (known != null) {
      return known;
    }
    String name = memory.vocabulary().find(quoted, 1, quoted.length - 1);
    Member member = new Member(memory, quoted, name, name == null ? -1 : kept.length);
    if (name != null) {
      Member[] more = Arrays.copyOf(kept, kept.length + 1);
      more[member.slot] = member;
      kept = more;
      slots = Slots.of(more, memory.vocabulary());
    }
    if (name != null || memory.mayRemember()) {
      byBytes = with(byBytes, member);
    }
    return member;
  }

  private @Nullable Member find(byte[] b, int from, int to) {
    @Nullable Member[] table = byBytes;
    int mask = table.length - 1;
    int i = JsonBytes.hash(b, from, to) & mask;
    Member member = table[i];
    while (member != null && !member.isNamed(b, from, to)) {
      i = (i + 1) & mask;
      member = table[i];
    }
    return member;
  }

  /** Returns a copy of the table with one more member, half full at most. */
  private static @Nullable Member[] with(@Nullable Member[] table, Member added) {
    long size = Arrays.stream(table).filter(m -> m != null).count() + 1;
    @Nullable Member[] copy =
        new @Nullable Member[size * 2 > table.length ? table.length * 2 : table.length];
    for (Member member : table) {
      if (member != null) {
        insert(copy, member);
      }
    }
    insert(copy, added);
    return copy;
  }

  private static void insert(@Nullable Member[] table, Member member) {
    int mask = table.length - 1;
    int i = member.hash() & mask;
    while (table[i] != null) {
      i = (i + 1) & mask;
    }
    table[i] = member;
  }
}
