package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The value of PuTTY's {@code -R} (cmdline.c, ssh/portfwd.c): cut at the second-last colon outside
 * brackets; what stands before it is {@code [address:]port}, what follows {@code host:port}.
 *
 * @param key the listen side as written: a later option with the same one replaces an earlier one
 * @param address listen address, null when not given
 * @param port listen port, 0 when the text gives none
 * @param host target host
 * @param hostPort target port, 0 when the text gives none
 */
record PuttyForward(String key, @Nullable String address, int port, String host, int hostPort) {
  private static final Comparator<PuttyForward> TABLE_ORDER =
      Comparator.comparing(
              PuttyForward::address, Comparator.nullsFirst(Comparator.<String>naturalOrder()))
          .thenComparingInt(PuttyForward::port)
          .thenComparing(PuttyForward::host)
          .thenComparingInt(PuttyForward::hostPort);

  /** Reads a value, or returns null when the program refuses it for want of a colon. */
  static @Nullable PuttyForward parse(String value, StepCount steps) {
    int last = colon(value, 0, steps);
    int cut = last;
    while (last >= 0) {
      int next = colon(value, last + 1, steps);
      if (next >= 0) {
        cut = last;
      }
      last = next;
    }
    return cut < 0 ? null : parts(value.substring(0, cut), value.substring(cut + 1), steps);
  }

  private static PuttyForward parts(String listen, String target, StepCount steps) {
    int first = colon(listen, 0, steps);
    String address = first < 0 ? null : trimBrackets(listen.substring(0, first));
    int port = port(first < 0 ? listen : listen.substring(first + 1));
    int split = colon(target, 0, steps);
    String host = split < 0 ? target : target.substring(0, split);
    int hostPort = port(split < 0 ? "" : target.substring(split + 1));
    return new PuttyForward(listen, address, port, trimBrackets(host), hostPort);
  }

  /**
   * Returns those of several forwards that the program asks the server for: none without both
   * ports, and of those that listen alike the first in the order of its table.
   */
  static List<PuttyForward> requested(Collection<PuttyForward> forwards) {
    if (forwards.size() <= 1) {
      return forwards.stream().filter(PuttyForward::asks).toList();
    }
    List<PuttyForward> sorted = new ArrayList<>(forwards);
    sorted.sort(TABLE_ORDER);
    Set<String> listening = new HashSet<>();
    List<PuttyForward> requested = new ArrayList<>();
    for (PuttyForward forward : sorted) {
      String address = forward.address == null ? "localhost" : forward.address;
      if (forward.asks() && listening.add(address + " " + forward.port)) {
        requested.add(forward);
      }
    }
    return requested;
  }

  /**
   * Returns whether the program asks the server for it at all: it also asks for ports above 65535,
   * which no server can grant.
   */
  boolean asks() {
    return port > 0 && hostPort > 0;
  }

  /** Returns the forward; a port that is none is left out. */
  RemoteForward toRemoteForward() {
    return new RemoteForward(
        address,
        port > 0 ? (Integer) port : null,
        host,
        hostPort > 0 ? (Integer) hostPort : null,
        false,
        null,
        null);
  }

  private static int port(String text) {
    int number = Numbers.atoi(text);
    return number != 0 ? number : Math.max(0, TcpServices.port(text));
  }

  /** Returns the next colon outside brackets, or -1. */
  private static int colon(String text, int from, StepCount steps) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      steps.count++;
      char c = text.charAt(i);
      if (c == '[') {
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
      } else if (c == ':' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Takes the brackets off what looks like an IPv6 address, and off nothing else. */
  private static String trimBrackets(String host) {
    if (!host.startsWith("[") || host.indexOf(']') != host.length() - 1) {
      return host;
    }
    String inside = host.substring(1, host.length() - 1);
    int zone = inside.indexOf('%');
    String address = zone < 0 ? inside : inside.substring(0, zone);
    return looksLikeIpv6(address) ? inside : host;
  }

  private static boolean looksLikeIpv6(String address) {
    return address.chars().allMatch(c -> c == ':' || (c < 128 && Character.digit(c, 16) >= 0))
        && address.chars().filter(c -> c == ':').count() > 1;
  }
}
