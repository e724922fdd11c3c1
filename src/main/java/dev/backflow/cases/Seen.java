package dev.backflow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One value of a case's attribute, with when it was seen.
 *
 * @param value the value
 * @param first earliest sighting that had it
 * @param last latest sighting that had it
 * @param count sightings that had it
 */
public record Seen(String value, Instant first, Instant last, long count) {
  /** Values kept of one attribute; further ones are not kept, and the case says how many. */
  static final int AT_MOST = 10;

  /** Returns whether a value is among those seen. */
  static boolean has(List<Seen> seen, String value) {
    return seen.stream().anyMatch(s -> s.value().equals(value));
  }

  /** Returns the list with one more sighting of a value. */
  static List<Seen> add(List<Seen> seen, String value, Instant time) {
    List<Seen> out = new ArrayList<>(seen);
    for (int i = 0; i < out.size(); i++) {
      if (out.get(i).value().equals(value)) {
        out.set(i, out.get(i).again(time));
        return List.copyOf(out);
      }
    }
    if (out.size() < AT_MOST) {
      out.add(new Seen(value, time, time, 1));
    }
    return List.copyOf(out);
  }

  private Seen again(Instant time) {
    return new Seen(
        value, time.isBefore(first) ? time : first, time.isAfter(last) ? time : last, count + 1);
  }
}
