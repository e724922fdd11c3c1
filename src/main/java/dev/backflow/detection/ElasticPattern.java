package dev.backflow.detection;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conditions of Elastic's rule on {@code process.args}. */
final class ElasticPattern {
  private static final String CLUSTER = "46AaCfGgKkMNnqsTtVvXxYy";
  private static final String KEYWORD = "remoteforward";

  private ElasticPattern() {}

  static PublicRule.@Nullable Match match(PublicRule.Line line) {
    if (!isWatched(line)) {
      return null;
    }
    boolean option = line.argv().contains("-o");
    List<String> argv = line.argv();
    for (int i = 0; i < argv.size(); i++) {
      String pattern = pattern(argv.get(i), option);
      if (pattern != null) {
        return new PublicRule.Match(i, pattern);
      }
    }
    return null;
  }

  /** Returns whether the rule looks at this program at all. */
  static boolean isWatched(PublicRule.Line line) {
    String original = line.originalFileName();
    return line.name().equals("ssh.exe")
        || line.name().equals("plink.exe")
        || "plink".equals(original)
        || "plink.exe".equals(original);
  }

  private static @Nullable String pattern(String argument, boolean option) {
    String lower = argument.toLowerCase(Locale.ROOT);
    if (argument.startsWith("-R")) {
      return "-R*";
    }
    if (lower.startsWith("-o" + KEYWORD)) {
      return "-oRemoteForward*";
    }
    if (option && lower.contains(KEYWORD)) {
      return "*RemoteForward* beside -o";
    }
    return isCluster(argument) ? "a cluster with R" : null;
  }

  private static boolean isCluster(String argument) {
    if (!argument.startsWith("-")) {
      return false;
    }
    int at = 1;
    while (at < argument.length() && CLUSTER.indexOf(argument.charAt(at)) >= 0) {
      at++;
    }
    return at > 1 && at < argument.length() && argument.charAt(at) == 'R';
  }
}
