package dev.backflow.commandline;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the program accepts the value of a keyword (readconf.c, {@code process_config_line}). */
final class ConfigValue {
  private static final Set<String> LOG_LEVELS =
      Set.of("quiet", "fatal", "error", "info", "verbose", "debug", "debug1", "debug2", "debug3");
  private static final Set<String> FACILITIES =
      Set.of(
          "daemon",
          "user",
          "auth",
          "authpriv",
          "local0",
          "local1",
          "local2",
          "local3",
          "local4",
          "local5",
          "local6",
          "local7");
  private static final Set<String> QOS =
      Set.of(
          "none",
          "af11",
          "af12",
          "af13",
          "af21",
          "af22",
          "af23",
          "af31",
          "af32",
          "af33",
          "af41",
          "af42",
          "af43",
          "cs0",
          "cs1",
          "cs2",
          "cs3",
          "cs4",
          "cs5",
          "cs6",
          "cs7",
          "ef",
          "le",
          "lowdelay",
          "throughput",
          "reliability",
          "va");
  private static final Set<String> HASHES = Set.of("md5", "sha1", "sha256", "sha384", "sha512");
  private static final int MAX_TUNNEL = 0x7ffffffd;

  private ConfigValue() {}

  /** Returns whether the program takes these words as the value of this keyword. */
  static boolean accepts(ConfigKeyword keyword, List<String> words) {
    if (!keyword.choices().isEmpty()) {
      return words.size() == 1 && oneOf(words.get(0), keyword.choices());
    }
    return switch (keyword) {
      case COMMAND, JUMP, IGNORED, FORWARD -> true;
      case FILE_ONLY -> false;
      case TEXTS, DOMAINS, CNAMES, REMOTE_OPEN, SEND_ENV, SET_ENV, CHANNEL_TIMEOUT ->
          list(keyword, words);
      case QOS -> within(words, 1, 2) && words.stream().allMatch(ConfigValue::isQos);
      case ADD_KEYS -> addKeys(words);
      case REKEY -> rekey(words);
      default -> words.size() == 1 && !words.get(0).isEmpty() && single(keyword, words.get(0));
    };
  }

  private static boolean single(ConfigKeyword keyword, String word) {
    return switch (keyword) {
      case TIME -> word.equals("none") || Numbers.time(word) >= 0;
      case INTEGER -> Numbers.strtonum(word, 0, Integer.MAX_VALUE) >= 0;
      case PORT -> Numbers.port(word) > 0;
      case CIPHERS -> Names.configCiphers(word);
      case MACS -> Names.configMacs(word);
      case KEX -> Names.configKex(word);
      case KEY_TYPES -> Names.configKeyTypes(word);
      case LOG_LEVEL -> LOG_LEVELS.contains(word.toLowerCase(Locale.ROOT));
      case FACILITY -> FACILITIES.contains(word.toLowerCase(Locale.ROOT));
      case ESCAPE -> isEscape(word);
      case PERSIST -> oneOfExactly(word, "no", "false", "yes", "true") || Numbers.time(word) >= 0;
      case TUNNEL_DEVICE -> isTunnel(word);
      case MASK -> isMask(word);
      case HASH -> HASHES.contains(word.toLowerCase(Locale.ROOT));
      case AGENT -> isAgent(word);
      case FORWARD_AGENT -> oneOf(word, "true false yes no") || isAgent(word);
      case OBSCURE -> isObscure(word);
      default -> true;
    };
  }

  private static boolean list(ConfigKeyword keyword, List<String> words) {
    boolean alone =
        words.size() <= 1
            || words.stream()
                .noneMatch(w -> isNone(w) || (keyword == ConfigKeyword.REMOTE_OPEN && isAny(w)));
    if (keyword == ConfigKeyword.SEND_ENV || keyword == ConfigKeyword.SET_ENV) {
      alone = true;
    }
    return alone && words.stream().allMatch(w -> item(keyword, w)) && enough(keyword, words);
  }

  private static boolean enough(ConfigKeyword keyword, List<String> words) {
    return !words.isEmpty() || keyword != ConfigKeyword.REMOTE_OPEN;
  }

  private static boolean item(ConfigKeyword keyword, String word) {
    return switch (keyword) {
      case SEND_ENV -> !word.isEmpty() && word.indexOf('=') < 0;
      case SET_ENV -> word.indexOf('=') >= 0;
      case CNAMES -> isNone(word) || word.equals("*") || cname(word);
      case REMOTE_OPEN -> isNone(word) || isAny(word) || permitted(word);
      case DOMAINS -> isNone(word) || domain(word);
      default -> !word.isEmpty();
    };
  }

  private static boolean cname(String word) {
    int colon = word.indexOf(':');
    return colon >= 0 && colon + 1 < word.length();
  }

  private static boolean permitted(String word) {
    int colon = word.startsWith("[") ? word.indexOf("]:") + 1 : word.indexOf(':');
    if (colon <= 0) {
      return false;
    }
    String port = word.substring(colon + 1);
    return port.equals("*") || Numbers.port(port) > 0;
  }

  private static boolean domain(String word) {
    return HostWord.destination("ssh://" + word) != null && word.indexOf('@') < 0;
  }

  private static boolean addKeys(List<String> words) {
    if (!within(words, 1, 2)) {
      return false;
    }
    String first = words.get(0);
    if (words.size() == 2) {
      return first.equalsIgnoreCase("confirm") && Numbers.time(words.get(1)) >= 0;
    }
    return oneOf(first, "true false yes no ask confirm") || Numbers.time(first) >= 0;
  }

  private static boolean rekey(List<String> words) {
    if (!within(words, 1, 2) || words.get(0).isEmpty()) {
      return false;
    }
    boolean data = words.get(0).equals("default") || isAmount(words.get(0));
    return data
        && (words.size() == 1 || words.get(1).equals("none") || Numbers.time(words.get(1)) >= 0);
  }

  /** A number of bytes with an optional unit, zero or at least 16. */
  private static boolean isAmount(String word) {
    boolean unit = "KMGTPEBkmgtpeb".indexOf(word.charAt(word.length() - 1)) >= 0;
    String digits = unit ? word.substring(0, word.length() - 1) : word;
    int value = Numbers.strtonum(digits, 0, Integer.MAX_VALUE);
    boolean plain = !unit || "Bb".indexOf(word.charAt(word.length() - 1)) >= 0;
    return value >= 0 && (!plain || value == 0 || value >= 16);
  }

  private static boolean isEscape(String word) {
    boolean control =
        word.length() == 2 && word.charAt(0) == '^' && word.charAt(1) >= 64 && word.charAt(1) < 128;
    return word.length() == 1 || control || word.equals("none");
  }

  /** Returns whether {@code -e} accepts a value. */
  static boolean isEscapeOption(String value) {
    return isEscape(value);
  }

  /** Returns whether {@code -w} accepts a value. */
  static boolean isTunnel(String word) {
    int colon = word.indexOf(':');
    if (colon < 0) {
      return isTunnelUnit(word);
    }
    return isTunnelUnit(word.substring(0, colon)) && isTunnelUnit(word.substring(colon + 1));
  }

  private static boolean isTunnelUnit(String word) {
    return word.equalsIgnoreCase("any") || Numbers.strtonum(word, 0, MAX_TUNNEL) >= 0;
  }

  private static boolean isMask(String word) {
    int mask = 0;
    for (int i = 0; i < word.length(); i++) {
      int digit = word.charAt(i) < 128 ? Character.digit(word.charAt(i), 8) : -1;
      if (digit < 0) {
        return i > 0;
      }
      mask = Math.min(mask * 8 + digit, 01000);
    }
    return mask <= 0777;
  }

  private static boolean isAgent(String word) {
    int variable = word.indexOf("${");
    if (variable >= 0) {
      return word.indexOf('}', variable) > variable + 2;
    }
    return !word.startsWith("$") || isEnvironmentName(word.substring(1));
  }

  private static boolean isEnvironmentName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private static boolean isObscure(String word) {
    if (word.startsWith("interval:")) {
      return Numbers.strtonum(word.substring("interval:".length()), 1, 1000) > 0;
    }
    return oneOfExactly(word, "no", "false", "yes", "true");
  }

  private static boolean isQos(String word) {
    if (QOS.contains(word.toLowerCase(Locale.ROOT))) {
      return true;
    }
    try {
      int value = word.startsWith("+") ? -1 : Integer.decode(word);
      return value >= 0 && value <= 255;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isNone(String word) {
    return word.equalsIgnoreCase("none");
  }

  private static boolean isAny(String word) {
    return word.equalsIgnoreCase("any");
  }

  private static boolean within(List<String> words, int least, int most) {
    return words.size() >= least && words.size() <= most;
  }

  private static boolean oneOfExactly(String word, String... choices) {
    return List.of(choices).contains(word);
  }

  private static boolean oneOf(String word, String choices) {
    int at = 0;
    while (at < choices.length()) {
      int end = choices.indexOf(' ', at);
      end = end < 0 ? choices.length() : end;
      if (end - at == word.length() && choices.regionMatches(true, at, word, 0, word.length())) {
        return true;
      }
      at = end + 1;
    }
    return false;
  }
}
