package dev.backflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One process start of the demo's morning, in whichever format its host is shipped. */
record MorningStart(
    MorningHost host,
    Instant time,
    MorningProgram program,
    String commandLine,
    MorningProgram parent) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter SYSMON =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  String render(long record, int pid, long unique) {
    return switch (host.format()) {
      case FDR -> fdr(pid, unique);
      case WINLOGBEAT -> winlogbeat(record, pid, unique);
      case XML -> xml(record, pid, unique);
    };
  }

  private String fdr(int pid, long unique) {
    ObjectNode root = JSON.createObjectNode();
    String device = "\\Device\\HarddiskVolume3";
    root.put("event_simpleName", "ProcessRollup2");
    root.put("name", "ProcessRollup2V19");
    root.put("event_platform", "Win");
    root.put("aid", host.aid());
    root.put("cid", "5d1c7a0e9b2f4c3d8e6a1b0c9d8e7f6a");
    root.put("aip", "198.51.100.20");
    root.put("id", new java.util.UUID(unique, time.toEpochMilli()).toString());
    root.put("timestamp", Long.toString(time.toEpochMilli()));
    root.put("ProcessStartTime", String.format(Locale.ROOT, "%.3f", time.toEpochMilli() / 1000.0));
    root.put("TargetProcessId", Long.toUnsignedString(unique >>> 16));
    root.put("ParentProcessId", Long.toUnsignedString((unique >>> 20) | 1));
    root.put("RawProcessId", Integer.toString(pid));
    root.put("ImageFileName", device + program.pathFor(host.user()).substring(2));
    root.put("CommandLine", commandLine);
    root.put("ParentBaseFileName", parent.name());
    root.put("SHA256HashData", program.sha256().toLowerCase(Locale.ROOT));
    root.put("SHA1HashData", "0000000000000000000000000000000000000000");
    root.put(
        "UserSid", "S-1-5-21-1004336348-1177238915-682003330-" + (1100 + host.user().length()));
    root.put("AuthenticationId", "3344126");
    root.put("IntegrityLevel", "8192");
    root.put("SessionId", "1");
    root.put("SignInfoFlags", "8683538");
    return json(root);
  }

  private String winlogbeat(long record, int pid, long unique) {
    ObjectNode root = JSON.createObjectNode();
    root.put("@timestamp", time.toString());
    ObjectNode winlog = root.putObject("winlog");
    winlog.put("channel", "Microsoft-Windows-Sysmon/Operational");
    winlog.put("provider_name", "Microsoft-Windows-Sysmon");
    winlog.put("event_id", "1");
    winlog.put("version", 5);
    winlog.put("record_id", record);
    winlog.put("computer_name", host.name());
    winlog.putObject("process").put("pid", 3120).putObject("thread").put("id", 4208);
    ObjectNode data = winlog.putObject("event_data");
    eventData(pid, unique).forEach(data::put);
    root.putObject("event")
        .put("code", "1")
        .put("kind", "event")
        .put("provider", "Microsoft-Windows-Sysmon");
    root.putObject("host")
        .put("name", host.name().substring(0, host.name().indexOf('.')))
        .putObject("os")
        .put("type", "windows")
        .put("platform", "windows");
    root.putObject("agent").put("type", "winlogbeat").put("version", "8.17.0");
    return json(root);
  }

  private String xml(long record, int pid, long unique) {
    StringBuilder out = new StringBuilder(1_500);
    out.append("<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>")
        .append(
            "<Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385f-c22a-43e0-bf4c-06f5698ffbd9}'/>")
        .append(
            "<EventID>1</EventID><Version>5</Version><Level>4</Level><Task>1</Task><Opcode>0</Opcode>")
        .append("<Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='")
        .append(time)
        .append("'/>")
        .append("<EventRecordID>")
        .append(record)
        .append("</EventRecordID><Correlation/>")
        .append("<Execution ProcessID='3120' ThreadID='4208'/>")
        .append("<Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>")
        .append(host.name())
        .append("</Computer><Security UserID='S-1-5-18'/></System><EventData>");
    eventData(pid, unique)
        .forEach(
            (k, v) ->
                out.append("<Data Name='")
                    .append(k)
                    .append("'>")
                    .append(escaped(v))
                    .append("</Data>"));
    return out.append("</EventData></Event>").toString();
  }

  private Map<String, String> eventData(int pid, long unique) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("RuleName", "-");
    data.put("UtcTime", SYSMON.format(time));
    data.put("ProcessGuid", guid(unique));
    data.put("ProcessId", Integer.toString(pid));
    data.put("Image", program.pathFor(host.user()));
    data.put("Description", program.description());
    data.put("Product", program.product());
    data.put("OriginalFileName", program.originalName());
    data.put("CommandLine", commandLine);
    data.put("CurrentDirectory", "C:\\Users\\" + host.user() + "\\");
    data.put("User", "EXAMPLE\\" + host.user());
    data.put("LogonId", "0x3307be");
    data.put("IntegrityLevel", "Medium");
    data.put("Hashes", "SHA256=" + program.sha256());
    data.put("ParentProcessGuid", guid(unique ^ 0x5a5a));
    data.put("ParentProcessId", Integer.toString(pid / 4 * 3));
    data.put("ParentImage", parent.pathFor(host.user()));
    data.put("ParentCommandLine", parent.typicalLine(1));
    return data;
  }

  private static String guid(long unique) {
    String hex = String.format(Locale.ROOT, "%016x", unique);
    return "{9f3a1c52-"
        + hex.substring(0, 4)
        + "-"
        + hex.substring(4, 8)
        + "-0000-"
        + hex.substring(8)
        + "0000}";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String json(ObjectNode root) {
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
