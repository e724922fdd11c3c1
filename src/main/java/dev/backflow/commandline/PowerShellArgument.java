package dev.backflow.commandline;

import java.util.List;

/**
 * One argument of a PowerShell command.
 *
 * @param kind what it is
 * @param word the bare word, or the name of the method called, as written; empty for the rest
 * @param values the strings it stands for: one, or those of a list; empty for a script block or an
 *     expression not worked out
 */
record PowerShellArgument(Kind kind, String word, List<Excerpt> values) {
  PowerShellArgument {
    values = List.copyOf(values);
  }

  /** What an argument can be. */
  enum Kind {
    BARE,
    STRING,
    CALL,
    OPAQUE
  }

  boolean isParameter() {
    return kind == Kind.BARE && word.length() > 1 && PowerShellText.isDash(word.charAt(0));
  }

  boolean isString() {
    return kind == Kind.STRING;
  }

  boolean is(String lower) {
    return kind == Kind.BARE && Ascii.lower(word).equals(lower);
  }

  /** Returns its strings as one, with a blank between, as Start-Process joins a list. */
  Excerpt joined() {
    Excerpt.Builder all = new Excerpt.Builder();
    for (Excerpt value : values) {
      if (all.length() > 0) {
        all.insert(' ');
      }
      all.add(value);
    }
    return all.build();
  }
}
