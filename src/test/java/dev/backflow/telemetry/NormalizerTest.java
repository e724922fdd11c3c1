package dev.backflow.telemetry;

import static dev.backflow.telemetry.Records.event;
import static dev.backflow.telemetry.Records.json;
import static dev.backflow.telemetry.Records.normalize;
import static dev.backflow.telemetry.Records.xml;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
  private static final String ROLLUP =
      """
      {"event_simpleName":"ProcessRollup2","name":"ProcessRollup2V19","aid":"a1d0","cid":"c1d0",
       "id":"e-1","timestamp":"1767345678901","event_platform":"Win","UserSid":"S-1-5-21-1-2-3-1001",
       "TargetProcessId":"4242424242","RawProcessId":"18446744072636268557",
       "ImageFileName":"\\\\Device\\\\HarddiskVolume3\\\\Tools\\\\plink.exe",
       "CommandLine":"plink.exe -R 8080:127.0.0.1:3389 op@203.0.113.9",
       "ProcessStartTime":"1767345670.125","SHA1HashData":"0000000000000000000000000000000000000000",
       "SHA256HashData":" AB12","MD5HashData":"cd34","ParentProcessId":"4141","ParentBaseFileName":"cmd.exe"}
      """;

  private static final String SYSMON =
      """
      <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Microsoft-Windows-Sysmon' Guid='{0}'/>
      <EventID>1</EventID><TimeCreated SystemTime='2026-01-02T03:04:09.000000000Z'/><EventRecordID>77</EventRecordID>
      <Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS01.example.com</Computer></System><EventData>
      <Data Name="UtcTime">2026-01-02 03:04:05.678</Data><Data Name="ProcessGuid">{AABBCCDD-0001-0002-0003-000000000004}</Data>
      <Data Name="ProcessId">4321</Data><Data Name='Image'>C:\\Tools\\plink.exe</Data><Data Name='OriginalFileName'>Plink</Data>
      <Data Name='Product'>PuTTY suite</Data><Data Name='Company'>-</Data>
      <Data Name='CommandLine'>plink.exe -R 8080:127.0.0.1:3389 -pw &quot;a&amp;b&#x21;&quot; op@203.0.113.9</Data>
      <Data Name='CurrentDirectory'>C:\\Tools\\</Data><Data Name='User'>WS01\\ann</Data><Data Name='IntegrityLevel'>High</Data>
      <Data Name='Hashes'>SHA1=AA11,MD5=BB22,SHA256=CC33,IMPHASH=DD44</Data>
      <Data Name='ParentProcessGuid'>{AABBCCDD-0001-0002-0003-000000000001}</Data><Data Name='ParentProcessId'>11</Data>
      <Data Name='ParentImage'>C:\\Windows\\System32\\cmd.exe</Data><Data Name='ParentCommandLine'/></EventData>
      <RenderingInfo><Provider>wrong</Provider><Channel>wrong</Channel></RenderingInfo></Event>
      """;

  private static final String WINLOGBEAT =
      """
      {"@timestamp":"2026-01-02T03:04:09.000Z","host":{"name":"collector"},"winlog":{"provider_name":"Microsoft-Windows-Sysmon",
       "event_id":"1","computer_name":"WS01.example.com","channel":"Microsoft-Windows-Sysmon/Operational","record_id":77,"process":{"pid":900},
       "event_data":{"UtcTime":"2026-01-02 03:04:05.678","ProcessGuid":"{aabbccdd-0001-0002-0003-000000000004}","ProcessId":"4321",
       "Image":"C:\\\\Tools\\\\plink.exe","OriginalFileName":"Plink","Product":"PuTTY suite","Company":"-",
       "CommandLine":"plink.exe -R 8080:127.0.0.1:3389 -pw \\"a&b!\\" op@203.0.113.9","CurrentDirectory":"C:\\\\Tools\\\\",
       "User":"WS01\\\\ann","IntegrityLevel":"High","Hashes":"SHA1=AA11,MD5=BB22,SHA256=CC33,IMPHASH=DD44",
       "ParentProcessGuid":"{aabbccdd-0001-0002-0003-000000000001}","ParentProcessId":"11",
       "ParentImage":"C:\\\\Windows\\\\System32\\\\cmd.exe"}}}
      """;

  @Test
  void a_falcon_process_start_is_an_event() {
    var started = (Event.ProcessStarted) event(json(ROLLUP));
    EventHeader h = started.header();
    assertThat(h.timestamp()).isEqualTo(Instant.ofEpochMilli(1767345678901L));
    assertThat(h.host().id()).isEqualTo("a1d0");
    assertThat(h.host().name()).isNull();
    assertThat(h.host().osType()).isEqualTo("windows");
    assertThat(h.code()).isEqualTo("ProcessRollup2");
    assertThat(h.position()).isEqualTo(Records.POSITION);
    ProcessInfo p = started.process();
    assertThat(p.entityId()).isEqualTo("4242424242");
    assertThat(p.pid()).isEqualTo(3221684237L);
    assertThat(p.name()).isEqualTo("plink.exe");
    assertThat(p.executable()).isEqualTo("\\Device\\HarddiskVolume3\\Tools\\plink.exe");
    assertThat(p.start()).isEqualTo(Instant.parse("2026-01-02T09:21:10.125Z"));
    assertThat(p.hash()).isEqualTo(new Hashes("cd34", null, "ab12"));
    assertThat(p.parent().entityId()).isEqualTo("4141");
    assertThat(p.parent().name()).isEqualTo("cmd.exe");
    assertThat(started.user()).isEqualTo(new User("S-1-5-21-1-2-3-1001", null, null));
  }

  @Test
  void a_sysmon_process_start_is_the_same_event_in_xml_and_in_winlogbeat() {
    var fromXml = (Event.ProcessStarted) event(xml(SYSMON));
    var fromJson = (Event.ProcessStarted) event(json(WINLOGBEAT));
    assertThat(fromXml.process()).isEqualTo(fromJson.process());
    assertThat(fromXml.user()).isEqualTo(fromJson.user());
    assertThat(fromXml.header().id()).isEqualTo(fromJson.header().id()).hasSize(32);
    assertThat(fromXml.header().rendering()).isEqualTo("event_xml");
    assertThat(fromJson.header().rendering()).isEqualTo("winlogbeat");
    assertThat(fromXml.header().host()).isEqualTo(fromJson.header().host());
    assertThat(fromXml.header().host().id()).isEqualTo("ws01.example.com");

    ProcessInfo p = fromXml.process();
    assertThat(fromXml.header().timestamp()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
    assertThat(p.entityId()).isEqualTo("aabbccdd-0001-0002-0003-000000000004");
    assertThat(p.pid()).isEqualTo(4321);
    assertThat(p.commandLine())
        .isEqualTo("plink.exe -R 8080:127.0.0.1:3389 -pw \"a&b!\" op@203.0.113.9");
    assertThat(p.pe())
        .isEqualTo(new PortableExecutable("Plink", "PuTTY suite", null, null, null, "dd44"));
    assertThat(p.hash()).isEqualTo(new Hashes("bb22", "aa11", "cc33"));
    assertThat(p.parent().executable()).isEqualTo("C:\\Windows\\System32\\cmd.exe");
    assertThat(p.parent().commandLine()).isNull();
    assertThat(fromXml.user()).isEqualTo(new User(null, "WS01", "ann"));
  }

  @Test
  void the_id_is_made_of_the_record_alone() {
    String other = ROLLUP.replace("\"e-1\"", "\"e-2\"");
    assertThat(event(json(ROLLUP)).header().id()).isEqualTo(event(json(ROLLUP)).header().id());
    assertThat(event(json(ROLLUP)).header().id()).isNotEqualTo(event(json(other)).header().id());
    assertThat(Fingerprint.of("a", "bc")).isNotEqualTo(Fingerprint.of("ab", "c"));
    assertThat(Fingerprint.of("a", null)).isNotEqualTo(Fingerprint.of("a", ""));
  }

  @Test
  void other_records_of_a_known_source_are_ignored_by_name() {
    assertThat(normalize(json("{\"event_simpleName\":\"DnsRequest\",\"aid\":\"a\",\"cid\":\"c\"}")))
        .isEqualTo(new Normalized.Ignored(Source.CROWDSTRIKE_FDR, "DnsRequest"));
    assertThat(normalize(xml(SYSMON.replace("<EventID>1<", "<EventID>22<"))))
        .isEqualTo(new Normalized.Ignored(Source.SYSMON, "22"));
  }

  @Test
  void records_of_no_known_source_are_unknown() {
    assertThat(normalize(json("{\"level\":\"info\",\"msg\":\"hello\"}")))
        .isEqualTo(new Normalized.Unknown(Records.POSITION));
  }

  @Test
  void a_record_without_what_makes_it_an_event_is_malformed_and_says_what() {
    var malformed =
        (Normalized.Malformed)
            normalize(json(ROLLUP.replace("\"timestamp\":\"1767345678901\",", "")));
    assertThat(malformed.putAside().reason())
        .isEqualTo("a ProcessRollup2 record without a readable timestamp");
    assertThat(malformed.putAside().position()).isEqualTo(Records.POSITION);
    assertThat(malformed.putAside().bytes()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing",
        "{",
        "{\"a\":}",
        "{\"a\":01}",
        "{\"event_simpleName\":\"ProcessRollup2\",,}",
        "[1]",
        "{\"a\":\"\\uD8\"}"
      })
  void broken_json_is_malformed_with_the_place(String text) {
    var malformed = (Normalized.Malformed) normalize(json(text));
    assertThat(malformed.putAside().reason()).contains("broken JSON");
  }

  @Test
  void the_reason_never_quotes_the_record() {
    var malformed = (Normalized.Malformed) normalize(json("{\"CommandLine\": hunter2secret}"));
    assertThat(malformed.putAside().reason()).doesNotContain("hunter2secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Event>",
        "<Event><a></Event",
        "<x/>",
        "<Event><System><a b=1/></System></Event>",
        "<Event/>",
        "<Event>&x;</b>"
      })
  void broken_xml_is_never_an_exception(String text) {
    assertThat(normalize(xml(text))).isNotInstanceOf(Normalized.Recognized.class);
  }

  @Test
  void bytes_that_are_no_utf8_do_not_hide_a_command_line() {
    byte[] bytes = ROLLUP.replace("op@", "\u00ff@").getBytes(StandardCharsets.ISO_8859_1);
    var record =
        new dev.backflow.export.RawRecord(
            bytes, dev.backflow.export.RawRecord.Encoding.JSON, Records.POSITION);
    var started = (Event.ProcessStarted) event(record);
    assertThat(started.process().commandLine()).endsWith("3389 \uFFFD@203.0.113.9");
  }

  @Test
  void names_given_twice_have_their_last_value_and_numbers_may_be_bare() {
    String twice =
        ROLLUP
            .replace("\"cid\":\"c1d0\",", "\"cid\":\"x\",\"cid\":\"c1d0\",")
            .replace("\"1767345678901\"", "1767345678901");
    assertThat(event(json(twice)).header().id()).isEqualTo(event(json(ROLLUP)).header().id());
  }

  @Test
  void no_damage_to_a_record_is_an_exception() {
    Random random = new Random(11);
    Normalizer normalizer = new Normalizer();
    for (String text : new String[] {ROLLUP, WINLOGBEAT, SYSMON}) {
      byte[] good = text.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 500; i++) {
        byte[] bad = good.clone();
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        var encoding =
            text.equals(SYSMON)
                ? dev.backflow.export.RawRecord.Encoding.XML
                : dev.backflow.export.RawRecord.Encoding.JSON;
        assertThat(
                normalizer.normalize(
                    new dev.backflow.export.RawRecord(bad, encoding, Records.POSITION)))
            .isNotNull();
      }
    }
  }
}
