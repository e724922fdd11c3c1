package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forward as OpenSSH's readconf.c reads it ({@code parse_forward}): up to four fields split by
 * colons, where {@code [...]} is literal, a backslash escapes the next character, a slash makes a
 * field a socket path, and one trailing colon is forgiven.
 *
 * @param listenHost bind address, null when not given
 * @param listenPort 0 to 65535; null for a listening socket, or when {@link #variable} stands for
 *     it
 * @param listenPath socket to listen on, or null
 * @param connectHost target host, null for SOCKS and sockets
 * @param connectPort target port; null as {@code listenPort}
 * @param connectPath socket to connect to, or null
 * @param variable whether an environment variable stands in the text, whose value the line does not
 *     show
 */
record ForwardSpec(
    @Nullable String listenHost,
    @Nullable Integer listenPort,
    @Nullable String listenPath,
    @Nullable String connectHost,
    @Nullable Integer connectPort,
    @Nullable String connectPath,
    boolean variable) {

  /** Longest host name the resolver takes, and longest path of a socket (NI_MAXHOST, sun_path). */
  private static final int MAX_HOST = 1025;

  private static final int MAX_PATH = 108;
  private static final int MAX_FIELDS = 4;
  private static final CharSet SPECIAL = CharSet.of(":\\/");

  /** Where a forward is written: the places differ in the number of fields and in port 0. */
  enum Use {
    /** {@code -L}, LocalForward. */
    LOCAL,
    /** {@code -D}, DynamicForward. */
    DYNAMIC,
    /** {@code -R}. */
    REMOTE,
    /** RemoteForward with a target. */
    REMOTE_TARGET,
    /** RemoteForward without one. */
    REMOTE_LISTEN
  }

  private record Field(String text, boolean path) {}

  /** Reads a specification, or returns null when the program refuses it. */
  static @Nullable ForwardSpec parse(String text, Use use, StepCount steps) {
    if (!variablesClosed(text)) {
      return null;
    }
    List<Field> fields = fields(new Cursor(text, steps));
    if (fields == null) {
      return null;
    }
    ForwardSpec spec = assemble(fields, text.contains("${"));
    return spec != null && spec.allowed(fields.size(), use) ? spec : null;
  }

  /** Returns the remote forward this is. */
  RemoteForward toRemoteForward() {
    return new RemoteForward(
        listenHost, listenPort, connectHost, connectPort, socks(), listenPath, connectPath);
  }

  private boolean socks() {
    return connectHost == null && connectPath == null;
  }

  private boolean allowed(int fields, Use use) {
    boolean shape =
        switch (use) {
          case LOCAL, REMOTE_TARGET -> !socks();
          case DYNAMIC, REMOTE_LISTEN -> fields <= 2;
          case REMOTE -> true;
        };
    boolean remote = use != Use.LOCAL && use != Use.DYNAMIC;
    boolean listens = remote || !Integer.valueOf(0).equals(listenPort);
    return shape
        && listens
        && shorter(listenHost, MAX_HOST)
        && shorter(connectHost, MAX_HOST)
        && shorter(listenPath, MAX_PATH)
        && shorter(connectPath, MAX_PATH);
  }

  private static boolean shorter(@Nullable String text, int limit) {
    return text == null || text.length() < limit;
  }

  private static @Nullable ForwardSpec assemble(List<Field> f, boolean variable) {
    return switch (f.size()) {
      case 1 ->
          f.get(0).path
              ? build(null, null, f.get(0), null, null, null, variable)
              : build(null, f.get(0), null, null, null, null, variable);
      case 2 -> two(f, variable);
      case 3 -> three(f, variable);
      case 4 -> build(f.get(0), f.get(1), null, f.get(2), f.get(3), null, variable);
      default -> null;
    };
  }

  private static @Nullable ForwardSpec two(List<Field> f, boolean variable) {
    if (!f.get(1).path) {
      return build(f.get(0), f.get(1), null, null, null, null, variable);
    }
    return f.get(0).path
        ? build(null, null, f.get(0), null, null, f.get(1), variable)
        : build(null, f.get(0), null, null, null, f.get(1), variable);
  }

  private static @Nullable ForwardSpec three(List<Field> f, boolean variable) {
    if (f.get(0).path) {
      return build(null, null, f.get(0), f.get(1), f.get(2), null, variable);
    }
    return f.get(2).path
        ? build(f.get(0), f.get(1), null, null, null, f.get(2), variable)
        : build(null, f.get(0), null, f.get(1), f.get(2), null, variable);
  }

  private static @Nullable ForwardSpec build(
      @Nullable Field listenHost,
      @Nullable Field listenPort,
      @Nullable Field listenPath,
      @Nullable Field connectHost,
      @Nullable Field connectPort,
      @Nullable Field connectPath,
      boolean variable) {
    if (!isPort(listenPort, 0) || !isPort(connectPort, 1)) {
      return null;
    }
    return new ForwardSpec(
        text(listenHost),
        port(listenPort),
        text(listenPath),
        text(connectHost),
        port(connectPort),
        text(connectPath),
        variable);
  }

  private static @Nullable String text(@Nullable Field field) {
    return field == null ? null : field.text;
  }

  /** A field that holds a variable may turn out to be a port: the line does not show it. */
  private static boolean isPort(@Nullable Field field, int least) {
    return field == null || field.text.contains("${") || Numbers.port(field.text) >= least;
  }

  private static @Nullable Integer port(@Nullable Field field) {
    return field == null || field.text.contains("${") ? null : Numbers.port(field.text);
  }

  private static boolean variablesClosed(String text) {
    int at = text.indexOf("${");
    while (at >= 0) {
      int close = text.indexOf('}', at);
      if (close <= at + 2) {
        return false;
      }
      at = text.indexOf("${", close);
    }
    return true;
  }

  private static @Nullable List<Field> fields(Cursor cursor) {
    cursor.skipSpace();
    List<Field> fields = new ArrayList<>(MAX_FIELDS);
    while (fields.size() < MAX_FIELDS && !cursor.atEnd()) {
      if (cursor.peek() == '\\' && cursor.peek(1) == Cursor.END) {
        // The escape takes a lone backslash away, and nothing is left to refuse.
        return fields;
      }
      Field field = cursor.peek() == '[' ? bracketed(cursor) : plain(cursor);
      if (field == null) {
        return null;
      }
      fields.add(field);
    }
    return cursor.atEnd() ? fields : null;
  }

  private static @Nullable Field bracketed(Cursor cursor) {
    cursor.advance();
    StringBuilder text = new StringBuilder();
    boolean path = false;
    while (!cursor.atEnd() && cursor.peek() != ']') {
      path |= cursor.peek() == '/';
      cursor.take(text);
    }
    if (cursor.atEnd()) {
      return null;
    }
    cursor.advance();
    if (!cursor.atEnd() && cursor.peek() != ':') {
      return null;
    }
    cursor.advance();
    return new Field(text.toString(), path);
  }

  private static @Nullable Field plain(Cursor cursor) {
    int start = cursor.at();
    while (!cursor.atEnd() && !SPECIAL.has(cursor.peek())) {
      cursor.advance();
    }
    if (cursor.atEnd() || cursor.peek() == ':') {
      Field field = new Field(cursor.since(start), false);
      cursor.advance();
      return field;
    }
    return escaped(cursor, new StringBuilder(cursor.since(start)));
  }

  /** Goes on with a field that has a slash or a backslash. */
  private static @Nullable Field escaped(Cursor cursor, StringBuilder text) {
    boolean path = false;
    while (!cursor.atEnd()) {
      char c = cursor.peek();
      if (c == ':') {
        cursor.advance();
        break;
      }
      if (c == '\\') {
        cursor.advance();
        if (cursor.atEnd()) {
          return null;
        }
      }
      path |= c == '/';
      cursor.take(text);
    }
    return new Field(text.toString(), path);
  }
}
