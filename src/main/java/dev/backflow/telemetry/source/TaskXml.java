package dev.backflow.telemetry.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a scheduled task's definition says: its first program, the account it runs as, its triggers.
 *
 * @param commandLine {@code Command} and {@code Arguments} of the first {@code Exec}, or null
 * @param runAs {@code UserId} or {@code GroupId} of its principal, or null
 * @param trigger the names of its triggers ({@code TimeTrigger every PT1M}), or null
 */
record TaskXml(@Nullable String commandLine, @Nullable String runAs, @Nullable String trigger) {
  private static final TaskXml NONE = new TaskXml(null, null, null);

  /** Reads a definition; what cannot be read says nothing. */
  static TaskXml of(@Nullable String xml) {
    if (xml == null) {
      return NONE;
    }
    try {
      return read(new XmlPull(xml));
    } catch (UnreadableRecordException e) {
      return NONE;
    }
  }

  private static TaskXml read(XmlPull xml) throws UnreadableRecordException {
    String command = null;
    String arguments = null;
    String runAs = null;
    List<String> triggers = new ArrayList<>();
    while (xml.nextStart()) {
      String name = xml.name();
      if (name.endsWith("Trigger")) {
        triggers.add(name);
      } else if (name.equals("Interval") && !triggers.isEmpty()) {
        triggers.set(
            triggers.size() - 1, triggers.get(triggers.size() - 1) + " every " + xml.text());
      } else if (name.equals("Command") && command == null) {
        command = xml.text();
      } else if (name.equals("Arguments") && arguments == null) {
        arguments = xml.text();
      } else if ((name.equals("UserId") || name.equals("GroupId")) && runAs == null) {
        runAs = xml.text();
      }
    }
    String line = command == null || arguments == null ? command : command + " " + arguments;
    return new TaskXml(line, runAs, triggers.isEmpty() ? null : String.join(", ", triggers));
  }
}
