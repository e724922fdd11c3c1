package dev.backflow.telemetry.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's place in ECS documents, for example {@code process.parent.name}. Exporters nest
 * objects or write dots into names, as they please, so every split is tried.
 */
final class Path {
  /** {@code joined[i][j]} is the name made of segments i to j. */
  private final String[][] joined;

  private Path(String dotted) {
    List<String> segments = List.of(dotted.split("\\.", -1));
    int n = segments.size();
    joined = new String[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = i; j < n; j++) {
        joined[i][j] = String.join(".", segments.subList(i, j + 1));
      }
    }
  }

  static Path of(String dotted) {
    return new Path(dotted);
  }

  /** Returns every name that can stand on the way. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < joined.length; i++) {
      for (int j = i; j < joined.length; j++) {
        names.add(joined[i][j]);
      }
    }
    return names;
  }

  @Nullable Object in(JsonObject object) {
    int last = joined.length - 1;
    JsonObject at = object;
    for (int i = 0; i < last && !at.isDotted(); i++) {
      JsonObject child = JsonObject.asObject(at.get(joined[i][i]));
      if (child == null) {
        return null;
      }
      if (child.isDotted()) {
        return find(child, i + 1);
      }
      at = child;
    }
    return at.isDotted() ? find(object, 0) : at.get(joined[last][last]);
  }

  /** The slow way, where names have dots in them. */
  private @Nullable Object find(JsonObject object, int from) {
    int last = joined.length - 1;
    for (int j = from; j <= last; j++) {
      Object value = object.get(joined[from][j]);
      if (value != null && j == last) {
        return value;
      }
      JsonObject child = JsonObject.asObject(value);
      Object found = child == null ? null : find(child, j + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
