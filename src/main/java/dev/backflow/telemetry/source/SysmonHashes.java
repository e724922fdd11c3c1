package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Hashes;
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
      int equals = given.indexOf('=', from);
      boolean named = equals >= 0 && equals < to;
      String value = Values.hash(given.substring(named ? equals + 1 : from, to));
      switch (!named ? byLength(value) : Values.lowered(given.substring(from, equals))) {
        case "md5" -> md5 = value;
        case "sha1" -> sha1 = value;
        case "sha256" -> sha256 = value;
        case "imphash" -> imphash = value;
        default -> {}
      }
      from = to + 1;
    }
    return new SysmonHashes(new Hashes(md5, sha1, sha256), imphash);
  }

  private static String byLength(@Nullable String hash) {
    return switch (hash == null ? 0 : hash.length()) {
      case 32 -> "md5";
      case 40 -> "sha1";
      case 64 -> "sha256";
      default -> "";
    };
  }
}
