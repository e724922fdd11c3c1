package dev.backflow.telemetry.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The order of an event's values, for renderings that give them without names: {@code
 * StringInserts}, {@code EventData} arrays, and the lines of a rendered message in any language.
 *
 * <p>The orders are those of the providers' manifests (Sysmon schema 3.3 to 4.90; Security events
 * as in Microsoft's event references). Later versions of a Security event append; Sysmon inserts,
 * so its lists say which names older versions lack.
 */
final class Manifest {
  private static final String SUBJECT =
      "SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId ";

  private static final String TARGET =
      "TargetUserSid TargetUserName TargetDomainName TargetLogonId ";

  /** Values in the order of EventData. */
  private static final Map<String, List<String>> SECURITY_DATA =
      Map.ofEntries(
          order(
              "4624",
              SUBJECT
                  + "TargetUserSid TargetUserName TargetDomainName TargetLogonId LogonType"
                  + " LogonProcessName AuthenticationPackageName WorkstationName LogonGuid"
                  + " TransmittedServices LmPackageName KeyLength ProcessId ProcessName IpAddress"
                  + " IpPort"),
          order(
              "4657",
              SUBJECT
                  + "ObjectName ObjectValueName HandleId OperationType OldValueType OldValue"
                  + " NewValueType NewValue ProcessId ProcessName"),
          order(
              "4688",
              SUBJECT
                  + "NewProcessId NewProcessName TokenElevationType ProcessId CommandLine"
                  + " TargetUserSid TargetUserName TargetDomainName TargetLogonId"
                  + " ParentProcessName MandatoryLabel"),
          order("4689", SUBJECT + "Status ProcessId ProcessName"),
          order(
              "4697",
              SUBJECT + "ServiceName ServiceFileName ServiceType ServiceStartType ServiceAccount"),
          order("4698", SUBJECT + "TaskName TaskContent"),
          order("4702", SUBJECT + "TaskName TaskContentNew"),
          order(
              "5154",
              "ProcessId Application SourceAddress SourcePort Protocol FilterRTID LayerName"
                  + " LayerRTID"),
          order(
              "5156",
              "ProcessID Application Direction SourceAddress SourcePort DestAddress DestPort"
                  + " Protocol FilterRTID LayerName LayerRTID"),
          order(
              "5157",
              "ProcessID Application Direction SourceAddress SourcePort DestAddress DestPort"
                  + " Protocol FilterRTID LayerName LayerRTID"),
          order(
              "5158",
              "ProcessId Application SourceAddress SourcePort Protocol FilterRTID LayerName"
                  + " LayerRTID"),
          order("106", "TaskName UserContext"),
          order("1149", "Param1 Param2 Param3"),
          order("21", "User SessionID Address"),
          order("25", "User SessionID Address"),
          order("7045", "ServiceName ImagePath ServiceType StartType AccountName"));

  /** Values in the order of the rendered message, where that differs from EventData. */
  private static final Map<String, List<String>> SECURITY_MESSAGE =
      Map.ofEntries(
          order(
              "4688/9",
              SUBJECT + "NewProcessId NewProcessName TokenElevationType ProcessId CommandLine"),
          order(
              "4688/13",
              SUBJECT
                  + TARGET
                  + "NewProcessId NewProcessName TokenElevationType ProcessId CommandLine"),
          order(
              "4688",
              SUBJECT
                  + TARGET
                  + "NewProcessId NewProcessName TokenElevationType MandatoryLabel ProcessId"
                  + " ParentProcessName CommandLine"),
          order("4689", SUBJECT + "ProcessId ProcessName Status"),
          order(
              "4657",
              SUBJECT
                  + "ObjectName ObjectValueName HandleId OperationType ProcessId ProcessName"
                  + " OldValueType OldValue NewValueType NewValue"));

  private static final Map<String, List<String>> SYSMON =
      Map.ofEntries(
          order(
              "1",
              "RuleName UtcTime ProcessGuid ProcessId Image FileVersion Description Product Company"
                  + " OriginalFileName CommandLine CurrentDirectory User LogonGuid LogonId"
                  + " TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId"
                  + " ParentImage ParentCommandLine ParentUser"),
          order(
              "3",
              "RuleName UtcTime ProcessGuid ProcessId Image User Protocol Initiated SourceIsIpv6"
                  + " SourceIp SourceHostname SourcePort SourcePortName DestinationIsIpv6"
                  + " DestinationIp DestinationHostname DestinationPort DestinationPortName"),
          order("5", "RuleName UtcTime ProcessGuid ProcessId Image User"),
          order(
              "13",
              "RuleName EventType UtcTime ProcessGuid ProcessId Image TargetObject Details User"));

  /** What older versions of Sysmon lack, latest first. */
  private static final List<String> SYSMON_ADDED =
      List.of("ParentUser", "OriginalFileName", "RuleName");

  private Manifest() {}

  /** Returns values of EventData by name; none for an event whose order is not known. */
  static Fields data(boolean sysmon, String code, List<String> values) {
    List<String> names = sysmon ? sysmon(code, values.size()) : SECURITY_DATA.get(code);
    return named(names, values);
  }

  /** Returns the values of a rendered Security message by name. */
  static Fields message(String code, List<String> values) {
    List<String> exact = SECURITY_MESSAGE.get(code + "/" + values.size());
    List<String> names = exact == null ? SECURITY_MESSAGE.get(code) : exact;
    return named(names == null ? SECURITY_DATA.get(code) : names, values);
  }

  private static Fields named(@Nullable List<String> names, List<String> values) {
    Map<String, String> map = new HashMap<>();
    int count = names == null ? 0 : Math.min(names.size(), values.size());
    for (int i = 0; i < count; i++) {
      map.put(names == null ? "" : names.get(i), values.get(i));
    }
    return Fields.of(map);
  }

  private static @Nullable List<String> sysmon(String code, int count) {
    List<String> all = SYSMON.get(code);
    if (all == null) {
      return null;
    }
    List<String> names = new ArrayList<>(all);
    if (!code.equals("1") && names.size() > count && names.get(names.size() - 1).equals("User")) {
      names.remove("User");
    }
    for (String added : SYSMON_ADDED) {
      if (names.size() > count) {
        names.remove(added);
      }
    }
    return names;
  }

  private static Map.Entry<String, List<String>> order(String code, String names) {
    return Map.entry(code, List.of(names.split(" ", -1)));
  }
}
