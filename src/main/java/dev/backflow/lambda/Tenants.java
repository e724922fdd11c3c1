package dev.backflow.lambda;

import dev.backflow.export.TransientException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which tenant an export belongs to, by where it was delivered and never by what it says. Written
 * as {@code place=tenant} separated by commas, a place being a bucket with an optional prefix
 * ({@code bucket/prefix/}), a stream's name, or {@code *} for everything else; a lone tenant means
 * {@code *}.
 */
final class Tenants {
  private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final List<Entry> longestFirst;

  private Tenants(List<Entry> entries) {
    longestFirst =
        entries.stream()
            .sorted(Comparator.comparingInt((Entry e) -> e.place().length()).reversed())
            .toList();
  }

  private record Entry(String place, String tenant) {
    boolean covers(String delivered) {
      return place.equals("*") || delivered.equals(place) || delivered.startsWith(withSlash());
    }

    /** {@code bucket} covers all its keys; {@code bucket/day} covers {@code bucket/day1} too. */
    private String withSlash() {
      return place.indexOf('/') < 0 ? place + "/" : place;
    }
  }

  /**
   * Reads the map.
   *
   * @throws IllegalStateException naming the part that is wrong
   */
  static Tenants parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      entries.add(entry(part.strip()));
    }
    return new Tenants(entries);
  }

  private static Entry entry(String part) {
    int equals = part.lastIndexOf('=');
    String place = equals < 0 ? "*" : part.substring(0, equals).strip();
    String tenant = part.substring(equals + 1).strip();
    if (place.isEmpty() || !TENANT.matcher(tenant).matches()) {
      throw new IllegalStateException(
          "BACKFLOW_TENANTS: '"
              + part
              + "' is no tenant and no place=tenant; a tenant has 1 to 64 of A-Z a-z 0-9 . _ -");
    }
    return new Entry(place, tenant);
  }

  /** For what no place covers: to guess would show one tenant's tunnels to another. */
  static TransientException unknown(String delivered) {
    return new TransientException(
        "BACKFLOW_TENANTS names no tenant for "
            + delivered
            + ": add its bucket, prefix or stream, or * for the rest",
        null);
  }

  /** Returns the tenant of an object, by the longest place that covers it. */
  Optional<String> ofObject(String bucket, String key) {
    return of(bucket + "/" + key);
  }

  /** Returns the tenant of a stream's records. */
  Optional<String> ofStream(String stream) {
    return of(stream);
  }

  private Optional<String> of(String delivered) {
    return longestFirst.stream().filter(e -> e.covers(delivered)).map(Entry::tenant).findFirst();
  }
}
