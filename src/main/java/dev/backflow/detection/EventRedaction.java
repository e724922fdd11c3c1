package dev.backflow.detection;

import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every command-line field of an event: collected to learn its secrets, then masked. */
final class EventRedaction {
  private EventRedaction() {}

  /** Returns the command lines an event carries, its own and its ancestors'. */
  static List<String> lines(Event event) {
    List<String> lines = new ArrayList<>();
    if (event instanceof Event.ProcessStarted started) {
      collect(started.process(), lines);
    } else if (event instanceof Event.RegistryValueSet set) {
      collect(set.process(), lines);
      add(set.data(), lines);
    } else if (event instanceof Event.AutostartRegistered registered) {
      add(registered.commandLine(), lines);
    }
    return lines;
  }

  private static void collect(@Nullable ProcessInfo process, List<String> lines) {
    for (ProcessInfo p = process; p != null; p = p.parent()) {
      add(p.commandLine(), lines);
    }
  }

  private static void add(@Nullable String line, List<String> lines) {
    if (line != null) {
      lines.add(line);
    }
  }

  /** Returns the event with every command-line field redacted. */
  static Event redact(Event event, Redaction redaction) {
    if (event instanceof Event.ProcessStarted s) {
      return new Event.ProcessStarted(
          s.header(), process(s.process(), redaction), s.user(), s.creator());
    }
    if (event instanceof Event.RegistryValueSet r) {
      return new Event.RegistryValueSet(
          r.header(),
          process(r.process(), redaction),
          r.user(),
          r.key(),
          r.value(),
          redaction.lineOrNull(r.data()),
          r.dataType());
    }
    if (event instanceof Event.AutostartRegistered a) {
      return new Event.AutostartRegistered(
          a.header(),
          a.mechanism(),
          a.name(),
          redaction.lineOrNull(a.commandLine()),
          a.runAs(),
          a.createdBy(),
          a.trigger());
    }
    return event;
  }

  private static ProcessInfo process(ProcessInfo process, Redaction redaction) {
    ProcessInfo parent = process.parent();
    return process.toBuilder()
        .commandLine(redaction.lineOrNull(process.commandLine()))
        .args(redaction.texts(process.args()))
        .title(redaction.textOrNull(process.title()))
        .parent(parent == null ? null : process(parent, redaction))
        .build();
  }
}
