package dev.backflow.telemetry;

import static dev.backflow.telemetry.Records.event;
import static dev.backflow.telemetry.Records.json;
import static dev.backflow.telemetry.Records.normalize;
import static dev.backflow.telemetry.Records.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each vendor's records hold traps; here they are, one by one. */
class SourceTrapsTest {
  private static String security(String code, String data) {
    return windows("Microsoft-Windows-Security-Auditing", "Security", code, data);
  }

  private static String windows(String provider, String channel, String code, String data) {
    return "<Event><System><Provider Name='"
        + provider
        + "'/><EventID>"
        + code
        + "</EventID><TimeCreated SystemTime='2026-03-04T02:17:31.4381234Z'/><EventRecordID>7"
        + "</EventRecordID><Channel>"
        + channel
        + "</Channel><Computer>WS07.example.com</Computer></System><EventData>"
        + data
        + "</EventData></Event>";
  }

  private static String data(String name, String value) {
    return "<Data Name='" + name + "'>" + value + "</Data>";
  }

  private static String connection(String direction, String source, String destination) {
    return security(
        "5156",
        data("ProcessID", "3324")
            + data("Application", "\\device\\x\\plink.exe")
            + data("Direction", direction)
            + data("SourceAddress", "192.0.2.17")
            + data("SourcePort", source)
            + data("DestAddress", "192.0.2.99")
            + data("DestPort", destination)
            + data("Protocol", "6"));
  }

  @Test
  void the_security_log_joins_its_events_by_process_whatever_the_base_of_the_number() {
    var started =
        (Event.ProcessStarted)
            event(
                xml(
                    security(
                        "4688",
                        data("NewProcessId", "0xcfc") + data("NewProcessName", "C:\\plink.exe"))));
    var connected = (Event.NetworkConnection) event(xml(connection("%%14593", "50211", "443")));
    assertThat(started.process().pid()).isEqualTo(connected.process().pid()).isEqualTo(3324);
    assertThat(started.header().host().id()).isEqualTo(connected.header().host().id());
  }

  @ParameterizedTest
  @CsvSource({
    // Windows 10 and later: the remote side is the source.
    "50211, 3389, 192.0.2.17, 192.0.2.99",
    // Windows 7: the local service is the source.
    "3389, 50211, 192.0.2.99, 192.0.2.17"
  })
  void an_inbound_connection_leads_to_the_service(
      String sourcePort, String destinationPort, String source, String destination) {
    var e =
        (Event.NetworkConnection) event(xml(connection("%%14592", sourcePort, destinationPort)));
    assertThat(e.direction()).isEqualTo("ingress");
    assertThat(e.source().address()).isEqualTo(source);
    assertThat(e.destination().address()).isEqualTo(destination);
    assertThat(e.destination().port()).isEqualTo(3389);
    assertThat(e.header().host().ip()).containsExactly(destination);
  }

  @Test
  void an_outbound_connection_is_never_turned_around() {
    var e = (Event.NetworkConnection) event(xml(connection("%%14593", "22", "50211")));
    assertThat(e.source().port()).isEqualTo(22);
    assertThat(e.direction()).isEqualTo("egress");
  }

  @Test
  void a_denied_connection_did_not_come_up() {
    var e =
        (Event.NetworkConnection)
            event(xml(connection("%%14593", "50211", "443").replace("5156", "5157")));
    assertThat(e.succeeded()).isFalse();
  }

  @Test
  void a_bound_port_is_not_yet_a_listening_one() {
    String bound = data("ProcessId", "4") + data("SourceAddress", "::") + data("SourcePort", "445");
    var listens = (Event.NetworkConnection) event(xml(security("5154", bound)));
    var binds = (Event.NetworkConnection) event(xml(security("5158", bound)));
    assertThat(listens.direction()).isEqualTo("listen");
    assertThat(binds.direction()).isEqualTo("unknown");
    assertThat(binds.destination()).isNull();
  }

  @Test
  void the_account_a_process_runs_as_is_not_its_creator() {
    String process = data("NewProcessId", "0x1") + data("NewProcessName", "C:\\x.exe");
    String creator = data("SubjectUserSid", "S-1-5-21-1") + data("SubjectUserName", "ann");
    String target = data("TargetUserSid", "S-1-5-18") + data("TargetUserName", "WS07$");
    String nobody = data("TargetUserSid", "S-1-0-0") + data("TargetUserName", "-");
    var apart = (Event.ProcessStarted) event(xml(security("4688", process + creator + target)));
    assertThat(apart.user().id()).isEqualTo("S-1-5-18");
    assertThat(apart.creator().id()).isEqualTo("S-1-5-21-1");
    var same = (Event.ProcessStarted) event(xml(security("4688", process + creator + nobody)));
    assertThat(same.user()).isEqualTo(same.creator());
  }

  @Test
  void a_command_line_that_policy_left_out_is_absent() {
    String process =
        data("NewProcessId", "0x1") + data("NewProcessName", "C:\\x.exe") + data("CommandLine", "");
    assertThat(
            ((Event.ProcessStarted) event(xml(security("4688", process)))).process().commandLine())
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10, 127.0.0.1, true",
    "7, ::1, true",
    "3, ::ffff:127.0.0.1, true",
    "10, 198.51.100.4, false",
    "2, 127.0.0.1, false",
    "5, -, false",
    "10, -, false"
  })
  void only_logons_from_the_host_itself_count(String type, String from, boolean counts) {
    Normalized n =
        normalize(
            xml(
                security(
                    "4624",
                    data("LogonType", type)
                        + data("IpAddress", from)
                        + data("TargetUserSid", "S-1-5-21-9")
                        + data("TargetUserName", "ann"))));
    assertThat(n instanceof Normalized.Recognized).isEqualTo(counts);
  }

  @Test
  void a_logon_from_the_hosts_own_address_counts_where_the_record_knows_it() {
    String record =
        """
        {"@timestamp":"2026-03-04T02:31:00Z","host":{"name":"%s","ip":["192.0.2.17"]},"winlog":{
         "provider_name":"Microsoft-Windows-Security-Auditing","event_id":4624,"computer_name":"WS07.example.com",
         "record_id":9,"channel":"Security","event_data":{"LogonType":"10","IpAddress":"192.0.2.17",
         "TargetUserSid":"S-1-5-21-9"}}}
        """;
    assertThat(event(json(String.format(record, "ws07")))).isInstanceOf(Event.Logon.class);
    assertThat(normalize(json(String.format(record, "collector"))))
        .isInstanceOf(Normalized.Ignored.class);
  }

  @Test
  void a_sysmon_event_without_a_process_guid_is_still_one() {
    var e =
        (Event.NetworkConnection)
            event(
                xml(
                    windows(
                        "Microsoft-Windows-Sysmon",
                        "x",
                        "3",
                        data("UtcTime", "2026-03-04 02:17:32.010")
                            + data("ProcessGuid", "{00000000-0000-0000-0000-000000000000}")
                            + data("ProcessId", "4")
                            + data("Initiated", "false")
                            + data("SourceIp", "198.51.100.9")
                            + data("DestinationIp", "192.0.2.17"))));
    assertThat(e.process().entityId()).isNull();
    assertThat(e.process().pid()).isEqualTo(4);
    assertThat(e.direction()).isEqualTo("ingress");
    assertThat(e.header().timestamp()).isEqualTo(Instant.parse("2026-03-04T02:17:32.010Z"));
    assertThat(e.header().host().ip()).containsExactly("192.0.2.17");
  }

  @ParameterizedTest
  @CsvSource({
    "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\Updater, run, Updater",
    "HKU\\S-1-5-21\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce\\x, run, x",
    "HKLM\\System\\CurrentControlSet\\Services\\Tunnel\\ImagePath, service, Tunnel",
    "HKLM\\System\\ControlSet001\\Services\\Tunnel\\Parameters\\AppParameters, service, Tunnel",
    "HKLM\\System\\CurrentControlSet\\Services\\Tunnel\\Parameters\\Application, service, Tunnel",
    "HKLM\\System\\CurrentControlSet\\Services\\Tunnel\\Start, ,",
    "HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\ImagePath, ,",
    "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\a\\b, ,"
  })
  void registry_values_that_start_programs_are_autostarts(
      String path, String mechanism, String name) {
    Event e =
        event(
            xml(
                windows(
                    "Microsoft-Windows-Sysmon",
                    "x",
                    "13",
                    data("UtcTime", "2026-03-04 02:17:32.010")
                        + data("TargetObject", path)
                        + data("Details", "ssh.exe -R 1"))));
    if (mechanism == null) {
      assertThat(e).isInstanceOf(Event.RegistryValueSet.class);
      return;
    }
    var autostart = (Event.AutostartRegistered) e;
    assertThat(autostart.mechanism()).isEqualTo(mechanism);
    assertThat(autostart.name()).isEqualTo(name);
    assertThat(autostart.commandLine()).isEqualTo("ssh.exe -R 1");
    assertThat(autostart.place().key() + "\\" + autostart.place().value()).isEqualTo(path);
  }

  @Test
  void a_later_line_of_a_message_does_not_overrule_an_earlier_one() {
    String record =
        """
        {"EventId":1,"ProviderName":"Microsoft-Windows-Sysmon","MachineName":"WS07","LogName":"x","Index":1,
         "TimeCreated":"2026-03-04T02:17:31Z","Description":"Process Create:\\r\\nUtcTime: 2026-03-04 02:17:31.437\\r\\nProcessGuid: {5c7a1e20-2b41-6650-9a01-000000001200}\\r\\nProcessId: 6120\\r\\nImage: C:\\\\evil.exe\\r\\nCommandLine: evil.exe a\\nImage: C:\\\\good.exe\\r\\nUser: CORP\\\\ann"}
        """;
    var e = (Event.ProcessStarted) event(json(record));
    assertThat(e.process().executable()).isEqualTo("C:\\evil.exe");
    assertThat(e.user().name()).isEqualTo("ann");
  }

  @Test
  void numbers_bare_and_in_quotes_are_the_same_event() {
    String record =
        """
        {"event_simpleName":"NetworkConnectIP4","aid":"a","cid":"c","id":"1","timestamp":%s,"event_platform":"Win",
         "ContextProcessId":%s,"LocalAddressIP4":"192.0.2.17","LocalPort":%s,"RemoteAddressIP4":"203.0.113.5",
         "RemotePort":%s,"Protocol":%s,"ConnectionDirection":%s}
        """;
    Event quoted =
        event(
            json(
                String.format(
                    record,
                    "\"1772590651437\"",
                    "\"18000\"",
                    "\"50211\"",
                    "\"443\"",
                    "\"6\"",
                    "\"0\"")));
    Event bare =
        event(json(String.format(record, "1772590651437", "18000", "50211", "443", "6", "0")));
    assertThat(bare).isEqualTo(quoted);
  }

  @Test
  void falcon_swaps_the_ends_of_an_inbound_connection() {
    String record =
        """
        {"event_simpleName":"NetworkConnectIP4","aid":"a","cid":"c","id":"1","timestamp":"1772590651437","event_platform":"Win",
         "LocalAddressIP4":"192.0.2.17","LocalPort":"22","RemoteAddressIP4":"203.0.113.5","RemotePort":"50000",
         "Protocol":"6","ConnectionDirection":"%s"}
        """;
    var in = (Event.NetworkConnection) event(json(String.format(record, "1")));
    assertThat(in.direction()).isEqualTo("ingress");
    assertThat(in.destination().port()).isEqualTo(22);
    var both = (Event.NetworkConnection) event(json(String.format(record, "3")));
    assertThat(both.direction()).isEqualTo("unknown");
    assertThat(both.source().port()).isEqualTo(22);
  }

  @Test
  void a_counter_of_process_starts_is_none() {
    assertThat(
            normalize(
                json("{\"event_simpleName\":\"ProcessRollup2Stats\",\"aid\":\"a\",\"cid\":\"c\"}")))
        .isInstanceOf(Normalized.Ignored.class);
  }

  @Test
  void side_tables_come_out_as_reference_rows() {
    assertThat(
            normalize(
                json(
                    "{\"aid\":\"a1\",\"cid\":\"c\",\"ComputerName\":\"DC01\",\"AgentVersion\":\"7\","
                        + "\"ProductType\":\"2\",\"MachineDomain\":\"none\",\"Time\":\"1772580000.5\"}")))
        .isEqualTo(
            new Normalized.Reference(
                new ReferenceRow.HostName(
                    "a1",
                    Instant.parse("2026-03-03T23:20:00.5Z"),
                    "DC01",
                    null,
                    "domain controller",
                    null)));
    assertThat(
            normalize(
                json("{\"cid\":\"c\",\"UserSid_readable\":\"S-1-5-21-7\",\"UserName\":\"ann\"}")))
        .isEqualTo(
            new Normalized.Reference(
                new ReferenceRow.UserName(null, null, new User("S-1-5-21-7", null, "ann"))));
  }

  @ParameterizedTest
  @CsvSource({
    "C:\\x\\a.exe, windows",
    "\\Device\\HarddiskVolume1\\a.exe, windows",
    "/usr/bin/ssh, linux",
    "/Applications/a.app/a, macos"
  })
  void defender_names_no_system_but_its_paths_do(String path, String os) {
    String record =
        "{\"ActionType\":\"ProcessCreated\",\"DeviceId\":\"d\",\"Timestamp\":\"2026-03-04T02:17:31Z\","
            + "\"FileName\":\"a\",\"ProcessId\":7,\"InitiatingProcessId\":7,\"FolderPath\":\""
            + path.replace("\\", "\\\\")
            + "\"}";
    var e = (Event.ProcessStarted) event(json(record));
    assertThat(e.header().host().osType()).isEqualTo(os);
    // A process that is given as its own initiator has no known parent.
    assertThat(e.process().parent()).isNull();
  }

  @Test
  void defender_processes_join_across_tables_of_different_precision() {
    String created =
        "{\"ActionType\":\"ProcessCreated\",\"DeviceId\":\"d\",\"Timestamp\":\"2026-03-04T02:17:31Z\","
            + "\"FolderPath\":\"C:\\\\a.exe\",\"ProcessId\":7,\"ProcessCreationTime\":\"2026-03-04T02:17:30.1234567Z\"}";
    String connected =
        "{\"ActionType\":\"ConnectionSuccess\",\"DeviceId\":\"d\",\"Timestamp\":\"2026-03-04T02:17:32Z\","
            + "\"RemoteIP\":\"203.0.113.5\",\"RemotePort\":443,\"LocalIP\":\"192.0.2.17\",\"LocalPort\":5,"
            + "\"InitiatingProcessId\":7,\"InitiatingProcessCreationTime\":\"2026-03-04T02:17:30.123Z\"}";
    assertThat(((Event.NetworkConnection) event(json(connected))).process().entityId())
        .isEqualTo(((Event.ProcessStarted) event(json(created))).process().entityId());
  }

  @Test
  void opening_a_process_and_a_wmi_copy_of_a_start_are_no_starts() {
    for (String action : new String[] {"OpenProcess", "ProcessCreatedUsingWmiQuery"}) {
      assertThat(
              normalize(
                  json(
                      "{\"ActionType\":\""
                          + action
                          + "\",\"DeviceId\":\"d\",\"Timestamp\":\"2026-03-04T02:17:31Z\"}")))
          .isInstanceOf(Normalized.Ignored.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Process Creation", "ProcessCreation", "process creation"})
  void sentinelone_types_are_written_with_and_without_blanks(String type) {
    String record =
        "{\"event.type\":\""
            + type
            + "\",\"event.category\":\"process\",\"agent.uuid\":\"u\",\"event.time\":1772590651437,"
            + "\"event.id\":\"1\",\"tgt.process.image.path\":\"C:\\\\a.exe\",\"tgt.process.name\":\"Display\","
            + "\"src.process.pid\":1,\"src.process.uid\":\"P\",\"src.process.parent.uid\":\"G\"}";
    var e = (Event.ProcessStarted) event(json(record));
    assertThat(e.process().name()).isEqualTo("a.exe");
    assertThat(e.process().parent().entityId()).isEqualTo("P");
    assertThat(e.process().parent().parent().entityId()).isEqualTo("G");
  }

  @Test
  void an_event_log_record_of_another_provider_is_known_and_ignored() {
    assertThat(normalize(xml(windows("Microsoft-Windows-Kernel-General", "System", "16", ""))))
        .isEqualTo(
            new Normalized.Ignored(Source.WINDOWS_SECURITY, "Microsoft-Windows-Kernel-General 16"));
  }

  @Test
  void a_record_carried_in_a_message_is_found() {
    String inner =
        "{\\\"event_simpleName\\\":\\\"DnsRequest\\\",\\\"aid\\\":\\\"a\\\",\\\"cid\\\":\\\"c\\\"}";
    for (String carrier : new String[] {"message", "log"}) {
      assertThat(normalize(json("{\"" + carrier + "\":\"" + inner + "\",\"stream\":\"stdout\"}")))
          .isEqualTo(new Normalized.Ignored(Source.CROWDSTRIKE_FDR, "DnsRequest"));
    }
  }
}
