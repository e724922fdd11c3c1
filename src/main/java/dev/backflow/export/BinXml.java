package dev.backflow.export;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Renders the binary XML of an event record as text: tokens, templates with their substitutions,
 * and names, which stand once in a chunk and are referred to.
 *
 * <p>Null substitutions render as nothing, so an optional element comes out empty where Windows
 * leaves it out.
 */
final class BinXml {
  private static final int MORE = 0x40;
  private static final int END_OF_STREAM = 0x00;
  private static final int OPEN_START = 0x01;
  private static final int CLOSE_START = 0x02;
  private static final int CLOSE_EMPTY = 0x03;
  private static final int END_ELEMENT = 0x04;
  private static final int VALUE = 0x05;
  private static final int ATTRIBUTE = 0x06;
  private static final int CDATA = 0x07;
  private static final int CHAR_REF = 0x08;
  private static final int ENTITY_REF = 0x09;
  private static final int PI_TARGET = 0x0a;
  private static final int PI_DATA = 0x0b;
  private static final int TEMPLATE = 0x0c;
  private static final int SUBSTITUTION = 0x0d;
  private static final int OPTIONAL_SUBSTITUTION = 0x0e;
  private static final int FRAGMENT = 0x0f;
  private static final int STRING = 0x01;
  private static final int NESTED = 0x21;
  private static final int MAX_OUTPUT = 8 << 20;

  /** A template may refer to itself: output alone does not bound the work. */
  private static final int MAX_TOKENS = 1 << 20;

  private final EvtxBytes chunk;
  private final int maxDepth;
  private final StringBuilder out = new StringBuilder(1024);
  private int pos;
  private int depth;
  private int tokens;

  BinXml(EvtxBytes chunk, int maxDepth) {
    this.chunk = chunk;
    this.maxDepth = maxDepth;
  }

  /** Returns the XML of the record content between two places of the chunk. */
  String render(int from, int to) throws DamagedExportException {
    fragment(from, to, List.of(), true);
    return out.toString();
  }

  static DamagedExportException damaged(String what) {
    return new DamagedExportException(
        PutAside.Cause.MALFORMED, "a damaged record in the event log: " + what);
  }

  /** One value of a template instance: where it stands, and as what. */
  private record Value(int type, int at, int size) {}

  private void fragment(int from, int to, List<Value> values, boolean dependencyIds)
      throws DamagedExportException {
    if (++depth > maxDepth) {
      throw damaged("it nests too deeply");
    }
    List<String> open = new ArrayList<>();
    boolean inAttribute = false;
    pos = from;
    while (pos < to) {
      if (out.length() > MAX_OUTPUT || ++tokens > MAX_TOKENS) {
        throw damaged("it expands without end");
      }
      int token = chunk.u8(pos++) & ~MORE;
      boolean more = (chunk.u8(pos - 1) & MORE) != 0;
      if (inAttribute && endsAttribute(token)) {
        out.append('"');
        inAttribute = false;
      }
      switch (token) {
        case END_OF_STREAM -> to = pos;
        case OPEN_START -> open.add(openStart(more, dependencyIds));
        case CLOSE_START -> out.append('>');
        case CLOSE_EMPTY -> {
          out.append("/>");
          pop(open);
        }
        case END_ELEMENT -> out.append("</").append(pop(open)).append('>');
        case ATTRIBUTE -> {
          out.append(' ').append(name()).append("=\"");
          inAttribute = true;
        }
        case SUBSTITUTION, OPTIONAL_SUBSTITUTION -> substitute(values);
        case TEMPLATE -> template();
        case FRAGMENT -> pos += 3;
        default -> content(token);
      }
    }
    depth--;
  }

  private static boolean endsAttribute(int token) {
    return token == ATTRIBUTE || token == CLOSE_START || token == CLOSE_EMPTY;
  }

  private static String pop(List<String> open) throws DamagedExportException {
    if (open.isEmpty()) {
      throw damaged("an element ends that was not open");
    }
    return open.remove(open.size() - 1);
  }

  private String openStart(boolean attributes, boolean dependencyIds)
      throws DamagedExportException {
    pos += dependencyIds ? 6 : 4;
    String name = name();
    pos += attributes ? 4 : 0;
    out.append('<').append(name);
    return name;
  }

  private void content(int token) throws DamagedExportException {
    switch (token) {
      case VALUE -> {
        if (chunk.u8(pos) != STRING) {
          throw damaged("a value of type " + chunk.u8(pos));
        }
        pos++;
        EvtxValues.escape(counted(), out);
      }
      case CDATA -> EvtxValues.escape(counted(), out);
      case CHAR_REF -> {
        EvtxValues.escape(String.valueOf((char) chunk.u16(pos)), out);
        pos += 2;
      }
      case ENTITY_REF -> out.append('&').append(name()).append(';');
      case PI_TARGET -> name();
      case PI_DATA -> counted();
      default -> throw damaged("a token of type " + token);
    }
  }

  /** Takes a string with its number of characters before it. */
  private String counted() throws DamagedExportException {
    int bytes = chunk.u16(pos) * 2;
    String text = chunk.utf16(pos + 2, bytes);
    pos += 2 + bytes;
    return text;
  }

  /** Takes a reference to a name; the first one has the name right behind it. */
  private String name() throws DamagedExportException {
    int at = chunk.u32(pos);
    pos += 4;
    int bytes = chunk.u16(at + 6) * 2;
    String name = chunk.utf16(at + 8, bytes);
    if (at == pos) {
      pos += 8 + bytes + 2;
    }
    if (!isName(name)) {
      throw damaged("a name that is none");
    }
    return name;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c <= ' ' || "<>&\"'=/".indexOf(c) >= 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /** Takes a template instance: the definition, here or elsewhere, and the values it wants. */
  private void template() throws DamagedExportException {
    int definition = chunk.u32(pos + 5);
    pos += 9;
    int size = chunk.u32(definition + 20);
    int body = definition + 24;
    chunk.check(body, size);
    if (definition == pos) {
      pos = body + size;
    }
    List<Value> values = values();
    int after = pos;
    fragment(body, body + size, values, true);
    pos = after;
  }

  private List<Value> values() throws DamagedExportException {
    int count = chunk.u32(pos);
    chunk.check(pos + 4, Math.max(count, -1) < 0 ? -1 : Math.min(count, 1 << 16) * 4);
    List<Value> values = new ArrayList<>();
    int at = pos + 4 + count * 4;
    for (int i = 0; i < count; i++) {
      int descriptor = pos + 4 + i * 4;
      int size = chunk.u16(descriptor);
      chunk.check(at, size);
      values.add(new Value(chunk.u8(descriptor + 2), at, size));
      at += size;
    }
    pos = at;
    return values;
  }

  private void substitute(List<Value> values) throws DamagedExportException {
    int index = chunk.u16(pos);
    pos += 3;
    @Nullable Value value = index < values.size() ? values.get(index) : null;
    if (value == null) {
      return;
    }
    if (value.type != NESTED) {
      EvtxValues.render(chunk, value.type, value.at, value.size, out);
      return;
    }
    int after = pos;
    fragment(value.at, value.at + value.size, List.of(), false);
    pos = after;
  }
}
