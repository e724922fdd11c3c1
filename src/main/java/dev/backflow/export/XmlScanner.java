package dev.backflow.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the end of an XML element without parsing it. Document types are refused. */
final class XmlScanner {
  private static final String EVENT = "<Event";

  private final ByteWindow window;
  private final int maxDepth;

  /** Hashes of the names of the open elements: enough to notice a tag that does not fit. */
  private final int[] names;

  private int depth;

  XmlScanner(ByteWindow window, int maxDepth) {
    this.window = window;
    this.maxDepth = maxDepth;
    this.names = new int[maxDepth + 1];
  }

  /** Takes one element; the window stands at its bracket and has it marked. */
  Scan element() throws IOException {
    depth = 0;
    for (; ; ) {
      if (!window.skipTo('<', '<')) {
        return Scan.cut("the export ends inside an XML element");
      }
      if (depth > 0 && atEvent()) {
        return Scan.broken("an <Event> begins inside another");
      }
      Scan end = markup();
      if (end != null) {
        return end;
      }
    }
  }

  /** Returns whether an {@code <Event>} element begins here. */
  boolean atEvent() throws IOException {
    if (!window.startsWith(EVENT)) {
      return false;
    }
    int c = window.peek(EVENT.length());
    return c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\r' || c == '\n';
  }

  /** Takes a prologue, a comment or an {@code <Events>} tag; false if something else is here. */
  boolean skipWrapping() throws IOException {
    int c = window.peek(1);
    if (c == '?') {
      return through("?>");
    }
    if (c == '!' && window.startsWith("<!--")) {
      return through("-->");
    }
    if (window.startsWith("<Events") || window.startsWith("</Events")) {
      return through(">");
    }
    return false;
  }

  private @Nullable Scan markup() throws IOException {
    int c = window.peek(1);
    if (c == '?') {
      return through("?>") ? null : Scan.cut("the export ends inside an XML instruction");
    }
    if (c == '!') {
      return declaration();
    }
    return tag(c == '/');
  }

  private @Nullable Scan declaration() throws IOException {
    if (window.startsWith("<!--")) {
      return through("-->") ? null : Scan.cut("the export ends inside an XML comment");
    }
    if (window.startsWith("<![CDATA[")) {
      return through("]]>") ? null : Scan.cut("the export ends inside XML character data");
    }
    window.read();
    return Scan.broken("XML with a document type or an unknown declaration is not read");
  }

  private @Nullable Scan tag(boolean closing) throws IOException {
    window.read();
    if (closing) {
      window.read();
    }
    int name = name();
    int quote = 0;
    int before = 0;
    for (; ; ) {
      int c = window.peek();
      if (c == -1) {
        return Scan.cut("the export ends inside an XML tag");
      }
      if (c == '<') {
        return Scan.broken("an XML tag begins inside another");
      }
      window.read();
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return closing ? closed(name) : opened(name, before == '/');
      }
      before = c;
    }
  }

  private int name() throws IOException {
    int hash = 0;
    int c = window.peek();
    while (c > ' ' && c != '>' && c != '/' && c != '<') {
      hash = hash * 31 + c;
      window.read();
      c = window.peek();
    }
    return hash;
  }

  private @Nullable Scan opened(int name, boolean empty) {
    if (empty) {
      return depth == 0 ? Scan.WHOLE : null;
    }
    if (depth == maxDepth) {
      return Scan.broken("XML nested deeper than " + maxDepth + " levels");
    }
    names[++depth] = name;
    return null;
  }

  private @Nullable Scan closed(int name) {
    if (depth == 0 || names[depth] != name) {
      return Scan.broken("an XML end tag closes what was not open");
    }
    return --depth == 0 ? Scan.WHOLE : null;
  }

  private boolean through(String text) throws IOException {
    while (window.peek() >= 0) {
      if (window.startsWith(text)) {
        for (int i = 0; i < text.length(); i++) {
          window.read();
        }
        return true;
      }
      window.read();
    }
    return false;
  }
}
