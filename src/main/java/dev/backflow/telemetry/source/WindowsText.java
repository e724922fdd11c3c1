package dev.backflow.telemetry.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Windows events as plain text: Splunk's classic layout ({@code LogName=}, {@code EventCode=},
 * {@code Message=}), and the bracketed layout of Kinesis Agent for Windows without a format and of
 * the CloudWatch agent ({@code [log] [level] [id] [provider] [host] [description]}).
 */
final class WindowsText {
  private static final Map<String, String> PROVIDERS =
      Map.of(
          "Microsoft Windows security auditing.", "Microsoft-Windows-Security-Auditing",
          "Microsoft-Windows-Security-Auditing", "Microsoft-Windows-Security-Auditing");

  private WindowsText() {}

  /** Returns the event, null when the text has neither layout. */
  static @Nullable WindowsEvent read(String text) {
    if (text.startsWith("[")) {
      return bracketed(text.strip());
    }
    return text.contains("EventCode=") && text.contains("LogName=") ? splunk(text) : null;
  }

  private static WindowsEvent splunk(String text) {
    Map<String, String> head = new HashMap<>();
    int message = text.indexOf("\nMessage=");
    String before = message < 0 ? text : text.substring(0, message);
    List<String> lines = before.lines().toList();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        head.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    String source = head.getOrDefault("SourceName", "");
    String provider = PROVIDERS.getOrDefault(source, source);
    String code = head.getOrDefault("EventCode", "");
    String body = message < 0 ? null : text.substring(message + "\nMessage=".length());
    return new WindowsEvent(
        "splunk_text",
        provider,
        code,
        lines.isEmpty() ? null : Timestamps.us(lines.get(0)),
        head.get("RecordNumber"),
        head.get("LogName"),
        head.get("ComputerName"),
        WindowsMessage.of(provider.equals(WindowsJson.SYSMON), code, body));
  }

  private static @Nullable WindowsEvent bracketed(String text) {
    String[] head = new String[5];
    int at = 0;
    for (int i = 0; i < head.length; i++) {
      int end = text.indexOf("] [", at);
      if (end < 0 || text.charAt(at) != '[') {
        return null;
      }
      head[i] = text.substring(at + 1, end);
      at = end + 2;
    }
    String body = text.substring(at + 1, text.endsWith("]") ? text.length() - 1 : text.length());
    return new WindowsEvent(
        "bracketed_text",
        head[3],
        head[2],
        null,
        null,
        head[0],
        head[4],
        WindowsMessage.of(head[3].equals(WindowsJson.SYSMON), head[2], body));
  }
}
