package dev.backflow.telemetry.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.telemetry.Event.Endpoint;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.User;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "?", "N/A", "none", "null", "(null)"})
  void placeholders_are_absent(String text) {
    assertThat(Values.present(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0x17e8, 6120",
    "0X17E8, 6120",
    "6120, 6120",
    "18446744072636268557, 3221684237",
    "4294967295, 4294967295",
    "0, 0"
  })
  void process_ids_are_decimal_or_hexadecimal_and_cut_to_32_bits(String text, long expected) {
    assertThat(Values.pid(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0x", "0xzz", "1.5", "99999999999999999999999"})
  void what_is_no_number_is_absent(String text) {
    assertThat(Values.pid(text)).isNull();
    assertThat(Values.port(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"999, 0x3e7", "0x3E7, 0x3e7", "0x00000000003307be, 0x3307be"})
  void a_logon_id_is_written_as_the_security_log_writes_it(String text, String expected) {
    assertThat(Values.logonId(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0x0", "-", "none"})
  void a_logon_id_of_zero_is_none(String text) {
    assertThat(Values.logonId(text)).isNull();
  }

  @Test
  void a_port_is_at_most_65535() {
    assertThat(Values.port("65535")).isEqualTo(65535);
    assertThat(Values.port("65536")).isNull();
    assertThat(Values.port("-1")).isNull();
  }

  @Test
  void hashes_are_lower_case_and_all_zeros_is_none() {
    assertThat(Values.hash(" AB12 ")).isEqualTo("ab12");
    assertThat(Values.hash("0000")).isNull();
    assertThat(Values.hash("0123456789ABCDEFabcdef")).isEqualTo("0123456789abcdefabcdef");
    assertThat(Values.hash("A\u0010")).isNull();
    assertThat(Values.hash("not")).isNull();
    assertThat(Values.hash("ab\u00e9\uff11")).isNull();
    assertThat(Values.hash("0000a0")).isEqualTo("0000a0");
    assertThat(Values.hash("ab12 cd")).isNull();
    assertThat(Values.hash(" ")).isNull();
    assertThat(Values.hash(null)).isNull();
  }

  @Test
  void guids_are_lower_case_without_braces_and_zeros_is_none() {
    assertThat(Values.guid("{5C7A1E20-2B41-6650-9A01-000000001200}"))
        .isEqualTo("5c7a1e20-2b41-6650-9a01-000000001200");
    assertThat(Values.guid("{00000000-0000-0000-0000-000000000000}")).isNull();
    assertThat(Values.guid("-")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "ABC",
        "aBc-[@`{}~\u007f",
        "C:\\Dir",
        "\u00c9t\u00c9",
        "a\u0130B",
        "\u212a"
      })
  void lower_case_is_what_java_takes_for_it(String text) {
    assertThat(Values.lowered(text)).isEqualTo(text.toLowerCase(Locale.ROOT));
  }

  @Test
  void accounts_are_split_at_the_first_backslash() {
    assertThat(Values.account("CORP\\ann")).isEqualTo(new User(null, "CORP", "ann"));
    assertThat(Values.account("ann")).isEqualTo(new User(null, null, "ann"));
    assertThat(Values.account("-")).isNull();
  }

  @Test
  void file_names_end_windows_and_posix_paths() {
    assertThat(Values.fileName("\\Device\\HarddiskVolume3\\a\\plink.exe")).isEqualTo("plink.exe");
    assertThat(Values.fileName("/usr/bin/ssh")).isEqualTo("ssh");
    assertThat(Values.fileName("System")).isEqualTo("System");
    assertThat(Values.fileName("C:\\")).isNull();
  }

  @Test
  void loopback_has_many_spellings() {
    for (String text :
        new String[] {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "0:0:0:0:0:0:0:1"}) {
      assertThat(Network.isLoopback(text)).as(text).isTrue();
    }
    for (String text : new String[] {"10.127.0.1", "::2", "::ffff:10.0.0.1", "LOCAL"}) {
      assertThat(Network.isLoopback(text)).as(text).isFalse();
    }
    assertThat(Network.isLoopback(null)).isFalse();
  }

  @Test
  void an_endpoint_without_a_value_is_none() {
    assertThat(Network.endpoint("-", "", null)).isNull();
    assertThat(Network.endpoint("192.0.2.1", "22", "-"))
        .isEqualTo(new Endpoint("192.0.2.1", 22, null));
  }

  @ParameterizedTest
  @CsvSource({"6, tcp", "17, udp", "Tcp, tcp", "TcpV4, tcp", "UDP, udp", "132, 132"})
  void transports_have_the_names_of_ecs(String given, String expected) {
    assertThat(Network.transport(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "12288, high",
    "S-1-16-16384, system",
    "High, high",
    "Mandatory Label\\High Mandatory Level, high",
    "MEDIUM, medium",
    "8448, medium plus"
  })
  void integrity_levels_have_one_name_each(String given, String expected) {
    assertThat(Integrity.level(given)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "\\REGISTRY\\MACHINE\\SYSTEM\\x, HKLM\\SYSTEM\\x",
    "\\REGISTRY\\USER\\S-1-5-18\\x, HKU\\S-1-5-18\\x",
    "HKEY_LOCAL_MACHINE\\x, HKLM\\x",
    "HKEY_CURRENT_USER\\S-1-5-21-1\\x, HKU\\S-1-5-21-1\\x",
    "HKEY_CURRENT_USER\\Software, HKCU\\Software",
    "MACHINE\\SYSTEM, HKLM\\SYSTEM",
    "USER\\x, HKU\\x",
    "USERS\\x, USERS\\x",
    "HKLM\\x, HKLM\\x"
  })
  void hives_have_their_short_names(String given, String expected) {
    assertThat(Registry.shortKey(given)).isEqualTo(expected);
  }

  @Test
  void hashes_of_sysmon_come_in_any_order_and_once_without_a_name() {
    SysmonHashes all = SysmonHashes.of("IMPHASH=AA,SHA256=BB,MD5=CC", null);
    assertThat(all.imphash()).isEqualTo("aa");
    assertThat(all.hashes().sha256()).isEqualTo("bb");
    assertThat(all.hashes().md5()).isEqualTo("cc");
    assertThat(all.hashes().sha1()).isNull();
    assertThat(SysmonHashes.of(null, "AB".repeat(20)).hashes().sha1()).isEqualTo("ab".repeat(20));
    assertThat(SysmonHashes.of(null, null).hashes().md5()).isNull();
    SysmonHashes odd =
        SysmonHashes.of("sha1=AB,WHIRLPOOL=CD," + "EF".repeat(16) + ",imphash=", null);
    assertThat(odd.hashes()).isEqualTo(new Hashes("ef".repeat(16), "ab", null));
    assertThat(odd.imphash()).isNull();
  }

  @Test
  void a_task_says_what_it_runs_as_whom_and_when() {
    TaskXml task =
        TaskXml.of(
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Task><Triggers><BootTrigger/>"
                + "<TimeTrigger><Repetition><Interval>PT1M</Interval></Repetition></TimeTrigger>"
                + "</Triggers><Principals><Principal><UserId>S-1-5-18</UserId></Principal>"
                + "</Principals><Actions><Exec><Command>a.exe</Command><Arguments>-R &quot;1&quot;"
                + "</Arguments></Exec><Exec><Command>b.exe</Command></Exec></Actions></Task>");
    assertThat(task)
        .isEqualTo(
            new TaskXml("a.exe -R \"1\"", "S-1-5-18", "BootTrigger, TimeTrigger every PT1M"));
    assertThat(TaskXml.of("<Task><Actions>")).isEqualTo(new TaskXml(null, null, null));
    assertThat(TaskXml.of(null).commandLine()).isNull();
  }
}
