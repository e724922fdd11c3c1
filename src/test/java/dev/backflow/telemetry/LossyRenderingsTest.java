package dev.backflow.telemetry;

import static dev.backflow.telemetry.Records.event;
import static dev.backflow.telemetry.Records.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forwarders move values or lose them; what another place of the record still has is found. */
class LossyRenderingsTest {
  /** NXLog has overwritten ProcessId; the message's labels are translated and differ by version. */
  private static String nxlog4688(String between, String end) {
    return """
        {"EventTime":"2026-03-04 02:17:31","Hostname":"WS07.example.com","EventID":4688,
         "SourceName":"Microsoft-Windows-Security-Auditing","ProcessID":4,"Channel":"Security",
         "SourceModuleName":"in","SourceModuleType":"im_msvistalog","RecordNumber":17,
         "NewProcessId":"0x17e8","NewProcessName":"C:\\\\tools\\\\plink.exe",
         "SubjectUserSid":"S-1-5-18","SubjectUserName":"WS07$","SubjectLogonId":"0x3e7",
         "Message":"A new process has been created.\\r\\n\\r\\nCreator Subject:\\r\\n\\tSecurity ID:\\t\\tS-1-5-18\\r\\n\\tAccount Name:\\t\\tWS07$\\r\\n\\tAccount Domain:\\t\\tEXAMPLE\\r\\n\\tLogon ID:\\t\\t0x3E7\\r\\n\\r\\n%sProcess Information:\\r\\n\\tNew Process ID:\\t\\t0x17e8\\r\\n\\tNew Process Name:\\tC:\\\\tools\\\\plink.exe\\r\\n\\tToken Elevation Type:\\t%%%%1936\\r\\n%s\\tProcess Command Line:\\tplink.exe -R 1:127.0.0.1:3389 203.0.113.5"}
        """
        .formatted(between, end);
  }

  private static final String TARGET =
      "Target Subject:\\r\\n\\tSecurity ID:\\t\\tS-1-0-0\\r\\n\\tAccount Name:\\t\\t-\\r\\n"
          + "\\tAccount Domain:\\t\\t-\\r\\n\\tLogon ID:\\t\\t0x0\\r\\n\\r\\n";

  private static final String CREATOR = "\\tCreator Process ID:\\t0x2a28\\r\\n";

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "true, true"})
  void the_creators_process_id_is_found_in_a_message_of_any_version(
      boolean target, boolean labelled) {
    String end =
        labelled
            ? "\\tMandatory Label:\\t\\tS-1-16-12288\\r\\n"
                + CREATOR
                + "\\tCreator Process Name:\\tC:\\\\Windows\\\\System32\\\\cmd.exe\\r\\n"
            : CREATOR;
    var started = (Event.ProcessStarted) event(json(nxlog4688(target ? TARGET : "", end)));
    assertThat(started.process().parent().pid()).isEqualTo(0x2a28);
    assertThat(started.process().integrityLevel()).isEqualTo(labelled ? "high" : null);
    assertThat(started.process().commandLine()).startsWith("plink.exe -R 1:");
    assertThat(started.process().session()).isEqualTo(LogonSession.of("0x3e7", null));
  }

  private static String module(String code, String ecs, String data) {
    return """
        {"@timestamp":"2026-03-04T02:17:31.437Z","host":{"name":"ws07","os":{"name":"Windows Server 2022","version":"10.0"},"ip":["192.0.2.17"]},
         "winlog":{"provider_name":"Microsoft-Windows-Sysmon","event_id":"%s","computer_name":"WS07.example.com","record_id":"3",
          "event_data":{%s}},%s}
        """
        .formatted(code, data, ecs);
  }

  @Test
  void a_process_start_that_the_module_of_winlogbeat_has_moved_into_ecs_is_whole() {
    String ecs =
        """
        "process":{"entity_id":"{42f11c3b-ce01-5c8f-0000-0010c73e2a00}","pid":4860,
         "executable":"C:\\\\tools\\\\svc.exe","command_line":"svc.exe -R 1","working_directory":"C:\\\\tools\\\\",
         "hash":{"sha1":"AC93c3b38e57a2715572933dbcb2a1c2892dbc5e"},"pe":{"original_file_name":"Plink","imphash":"0f"},
         "parent":{"entity_id":"{42f11c3b-6e1a-5c8c-0000-0010f14d0000}","pid":488,"executable":"C:\\\\Windows\\\\cmd.exe"}},
         "user":{"domain":"EXAMPLE","name":"ann"}""";
    var started =
        (Event.ProcessStarted)
            event(json(module("1", ecs, "\"LogonId\":\"0x3e7\",\"TerminalSessionId\":\"2\"")));
    ProcessInfo process = started.process();
    assertThat(process.hash().sha1()).isEqualTo("ac93c3b38e57a2715572933dbcb2a1c2892dbc5e");
    assertThat(process.pe().imphash()).isEqualTo("0f");
    assertThat(process.pe().originalFileName()).isEqualTo("Plink");
    assertThat(process.parent().pid()).isEqualTo(488);
    assertThat(process.session()).isEqualTo(LogonSession.of("0x3e7", 2L));
    assertThat(started.user()).isEqualTo(new User(null, "EXAMPLE", "ann"));
    assertThat(started.header().host().os().name()).isEqualTo("Windows Server 2022");
    assertThat(started.header().host().ip()).containsExactly("192.0.2.17");
  }

  @Test
  void so_is_a_connection_and_a_registry_value() {
    String connection =
        """
        "process":{"pid":4860},"network":{"transport":"tcp","direction":"egress"},
         "source":{"ip":"192.0.2.17","port":50211},"destination":{"ip":"203.0.113.5","port":443,"domain":"c2.example.com"}""";
    var connected =
        (Event.NetworkConnection) event(json(module("3", connection, "\"RuleName\":\"-\"")));
    assertThat(connected.direction()).isEqualTo("egress");
    assertThat(connected.destination())
        .isEqualTo(new Event.Endpoint("203.0.113.5", 443, "c2.example.com"));
    String registry =
        """
        "process":{"pid":4860},"registry":{"path":"HKLM\\\\Software\\\\X\\\\Name","data":{"strings":["DWORD (0x00000001)"]}}""";
    var set = (Event.RegistryValueSet) event(json(module("13", registry, "\"RuleName\":\"-\"")));
    assertThat(set.key() + "\\" + set.value()).isEqualTo("HKLM\\Software\\X\\Name");
    assertThat(set.dataType()).isEqualTo("REG_DWORD");
  }

  @Test
  void the_description_of_a_collector_is_not_the_machines() {
    String ecs = "\"process\":{\"pid\":1,\"executable\":\"C:\\\\a.exe\"}";
    String forwarded = module("1", ecs, "\"RuleName\":\"-\"").replace("\"ws07\"", "\"collector\"");
    Host host = event(json(forwarded)).header().host();
    assertThat(host.os()).isEqualTo(HostOs.NONE);
    assertThat(host.ip()).isEmpty();
  }
}
