package dev.backflow.telemetry.source;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A name at one place of a record, see {@link Shape}. */
final class Member {
  private final JsonMemory memory;

  /** The name's bytes between their quotes. */
  private final byte[] quoted;

  /** The first eight of these bytes, and which bits of them count where there are fewer. */
  private final long head;

  private final long headMask;

  /** Null when no source reads the value. */
  private final @Nullable String name;

  /** Where objects of the shape keep the value, -1 for one that is passed over. */
  final int slot;

  /** Whether the name has a dot in it. */
  final boolean dotted;

  private volatile @Nullable Shape inside;
  private volatile @Nullable Guess next;

  Member(JsonMemory memory, byte[] quoted, @Nullable String name, int slot) {
    this.memory = memory;
    this.quoted = quoted;
    byte[] first = Arrays.copyOf(quoted, Long.BYTES);
    int missing = Long.BYTES - Math.min(quoted.length, Long.BYTES);
    this.head = JsonBytes.eight(first, 0);
    this.headMask = -1L >>> (missing * Byte.SIZE);
    this.name = name;
    this.slot = slot;
    this.dotted = name != null && name.indexOf('.') >= 0;
  }

  /** Returns whether some source reads the value. */
  boolean isKept() {
    return name != null;
  }

  /** Returns the name of a member that is kept. */
  String keptName() {
    return Objects.requireNonNull(name);
  }

  /** Returns the shape of the objects that are this member's value. */
  Shape inside() {
    Shape known = inside;
    if (known != null) {
      return known;
    }
    Shape made = new Shape(memory);
    if (memory.mayRemember()) {
      inside = made;
    }
    return made;
  }

  /** Returns what is likely to follow, null when nothing has yet. */
  @Nullable Guess next() {
    return next;
  }

  /** Remembers which member has followed this one. */
  void followedBy(Member member) {
    next = Guess.of(member, next);
  }

  /** Returns how many bytes the name and its quotes take. */
  int length() {
    return quoted.length;
  }

  /** Returns whether the name stands at an index in its quotes. */
  boolean standsAt(byte[] b, int at) {
    if (at + Long.BYTES > b.length || at + quoted.length > b.length) {
      return at + quoted.length <= b.length && JsonBytes.startsWith(b, at, quoted);
    }
    return ((JsonBytes.eight(b, at) ^ head) & headMask) == 0
        && (quoted.length <= Long.BYTES || JsonBytes.startsWith(b, at, quoted));
  }

  /** Returns whether {@code b[from, to)}, which has quotes around it, is the name. */
  boolean isNamed(byte[] b, int from, int to) {
    return quoted.length == to - from + 2 && JsonBytes.startsWith(b, from - 1, quoted);
  }

  int hash() {
    return JsonBytes.hash(quoted, 1, quoted.length - 1);
  }
}
