package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Hashes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Sysmon's {@code Hashes} value: {@code SHA1=..,MD5=..,SHA256=..,IMPHASH=..} in any subset and
 * order. Before version 6 one hash without a name, told by its length.
 */
record SysmonHashes(Hashes hashes, @Nullable String imphash) {
  private static final SysmonHashes NONE = new SysmonHashes(Hashes.NONE, null);

  static SysmonHashes of(@Nullable String list, @Nullable String single) {
    String given = Values.either(list, single);
    if (given == null) {
      return NONE;
    }
    String md5 = null;
    String sha1 = null;
    String sha256 = null;
    String imphash = null;
    int from = 0;
    while (from < given.length()) {
      int comma = given.indexOf(',', from);
      int to = comma < 0 ? given.length() : comma;
      int equals = given.lastIndexOf('=', to);
      String value = Values.hash(given.substring(Math.max(from, equals + 1), to));
      switch (equals < from
          ? byLength(value)
          : given.substring(from, equals).toUpperCase(Locale.ROOT)) {
        case "MD5" -> md5 = value;
        case "SHA1" -> sha1 = value;
        case "SHA256" -> sha256 = value;
        case "IMPHASH" -> imphash = value;
        default -> {}
      }
      from = to + 1;
    }
    return new SysmonHashes(new Hashes(md5, sha1, sha256), imphash);
  }

  private static String byLength(@Nullable String hash) {
    return switch (hash == null ? 0 : hash.length()) {
      case 32 -> "MD5";
      case 40 -> "SHA1";
      case 64 -> "SHA256";
      default -> "";
    };
  }
}
