package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of {@code -J} and ProxyJump (readconf.c, {@code parse_jump}). */
final class JumpSpec {
  private JumpSpec() {}

  /**
   * Reads the hops.
   *
   * @return the hops in the order of travel, empty for {@code none}, or null when refused
   */
  static @Nullable List<String> parse(String value) {
    int comment = value.indexOf('#');
    String text = (comment < 0 ? value : value.substring(0, comment)).stripTrailing();
    if (value.equalsIgnoreCase("none")) {
      return List.of();
    }
    List<String> hops = new ArrayList<>();
    int end = text.length();
    while (end >= 0) {
      int comma = text.lastIndexOf(',', end - 1);
      String hop = text.substring(comma + 1, end);
      if (HostWord.hop(hop) == null) {
        return null;
      }
      hops.add(hop);
      end = comma;
    }
    Collections.reverse(hops);
    return hops;
  }
}
