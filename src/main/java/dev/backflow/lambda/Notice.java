package dev.backflow.lambda;

import dev.backflow.aws.ObjectRef;
import java.util.ArrayList;
import java.util.List;

/**
 * What a notification says, whoever wrapped it.
 *
 * @param objects objects to read
 * @param ignored parts that ask for nothing, each with its reason: a test event, a deletion
 * @param unreadable parts that no one can read, each with its reason; what holds them has failed
 */
record Notice(List<ObjectRef> objects, List<String> ignored, List<String> unreadable) {
  Notice {
    objects = List.copyOf(objects);
    ignored = List.copyOf(ignored);
    unreadable = List.copyOf(unreadable);
  }

  static Notice of(ObjectRef object) {
    return new Notice(List.of(object), List.of(), List.of());
  }

  static Notice ignored(String reason) {
    return new Notice(List.of(), List.of(reason), List.of());
  }

  static Notice unreadable(String reason) {
    return new Notice(List.of(), List.of(), List.of(reason));
  }

  static Notice all(List<Notice> parts) {
    List<ObjectRef> objects = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (Notice part : parts) {
      objects.addAll(part.objects);
      ignored.addAll(part.ignored);
      unreadable.addAll(part.unreadable);
    }
    return new Notice(objects, ignored, unreadable);
  }
}
