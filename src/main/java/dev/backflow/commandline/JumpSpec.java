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
      if (!isHop(hop)) {
        return null;
      }
      hops.add(hop);
      end = comma;
    }
    Collections.reverse(hops);
    return hops;
  }

  /**
   * Names are checked where ssh checks those of the destination, but not in a URI (asked of 9.2):
   * {@code -J -x} is refused, {@code -J ssh://u;x@h} is not, and a blank in a hop's host passes.
   */
  private static boolean isHop(String word) {
    HostWord hop = HostWord.hop(word);
    if (hop == null || HostWord.isUri(word)) {
      return hop != null;
    }
    boolean userFits = hop.user() == null || ServerNames.isUser(hop.user());
    return userFits && ServerNames.isHost(hop.host().replace(' ', '_').replace('\t', '_'));
  }
}
