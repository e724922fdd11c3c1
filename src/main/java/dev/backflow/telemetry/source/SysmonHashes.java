package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Hashes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sysmon's {@code Hashes} value: {@code SHA1=..,MD5=..,SHA256=..,IMPHASH=..} in any subset and
 * order. Before version 6 one hash without a name, told by its length.
 */
record SysmonHashes(Hashes hashes, @Nullable String imphash) {

  static SysmonHashes of(@Nullable String list, @Nullable String single) {
    String md5 = null;
    String sha1 = null;
    String sha256 = null;
    String imphash = null;
    String given = list == null ? single : list;
    for (String part : given == null ? new String[0] : given.split(",", -1)) {
      int equals = part.indexOf('=');
      String value = Values.hash(part.substring(equals + 1));
      switch (equals < 0 ? byLength(part) : part.substring(0, equals).toUpperCase(Locale.ROOT)) {
        case "MD5" -> md5 = value;
        case "SHA1" -> sha1 = value;
        case "SHA256" -> sha256 = value;
        case "IMPHASH" -> imphash = value;
        default -> {}
      }
    }
    return new SysmonHashes(new Hashes(md5, sha1, sha256), imphash);
  }

  private static String byLength(String hash) {
    return switch (hash.strip().length()) {
      case 32 -> "MD5";
      case 40 -> "SHA1";
      case 64 -> "SHA256";
      default -> "";
    };
  }
}
