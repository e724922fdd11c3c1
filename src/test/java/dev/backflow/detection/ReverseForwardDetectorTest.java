package dev.backflow.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.commandline.Destination;
import dev.backflow.commandline.Program;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection.Identification;
import dev.backflow.detection.Detection.Kind;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.Hashes;
import dev.backflow.telemetry.PortableExecutable;
import dev.backflow.telemetry.ProcessInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReverseForwardDetectorTest {
  private static final String SSH = "C:\\Windows\\System32\\OpenSSH\\ssh.exe";
  private static final String FORWARDING = "ssh -N -R 8080:localhost:80 u@vps.example.com";

  private final ReverseForwardDetector detector = new ReverseForwardDetector();

  @Test
  void a_started_ssh_with_a_reverse_forward_is_detected_with_all_that_it_says() {
    Detection d = only(detector.detect(Events.started(SSH, FORWARDING)));
    assertThat(d.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(d.program()).isEqualTo(Program.OPENSSH);
    assertThat(d.identification()).isEqualTo(Identification.IMAGE_NAME);
    assertThat(d.kind()).isEqualTo(Kind.RUNNING);
    assertThat(d.forwards()).containsExactly(RemoteForward.tcp(null, 8080, "localhost", 80));
    assertThat(d.destination()).isEqualTo(new Destination("u", "vps.example.com", 22));
    assertThat(d.facts().noCommand()).isTrue();
    assertThat(d.commandLine()).isEqualTo(FORWARDING);
  }

  @Test
  void an_ordinary_process_is_no_detection() {
    assertThat(detector.detect(Events.started("C:\\Windows\\notepad.exe", "notepad -R a:1:b:2")))
        .isEmpty();
    assertThat(detector.detect(Events.started(SSH, "ssh u@vps.example.com ls -R /srv"))).isEmpty();
  }

  @Test
  void a_host_that_is_not_windows_is_left_alone() {
    Event linux =
        new Event.ProcessStarted(
            Events.header("linux"),
            ProcessInfo.builder().executable("/usr/bin/ssh").commandLine(FORWARDING).build(),
            null,
            null);
    Event unknown =
        new Event.ProcessStarted(
            Events.header(null),
            ProcessInfo.builder().executable("ssh.exe").commandLine(FORWARDING).build(),
            null,
            null);
    assertThat(detector.detect(linux)).isEmpty();
    assertThat(detector.detect(unknown)).hasSize(1);
  }

  @Test
  void a_process_without_a_command_line_is_decided_by_the_argv_the_record_has() {
    ProcessInfo process =
        ProcessInfo.builder()
            .executable(SSH)
            .args(List.of("ssh", "-o", "RemoteForward 8080 localhost:80", "u@vps.example.com"))
            .build();
    assertThat(only(detector.detect(Events.started(process))).forwards())
        .containsExactly(RemoteForward.tcp(null, 8080, "localhost", 80));
    assertThat(detector.detect(Events.started(ProcessInfo.builder().executable(SSH).build())))
        .isEmpty();
  }

  @Test
  void the_records_own_argv_never_decides_but_is_compared() {
    ProcessInfo process =
        ProcessInfo.builder()
            .executable(SSH)
            .commandLine("ssh.exe -i \"k\"\"\" -R 8080:localhost:80 u@vps.example.com")
            .args(List.of("ssh.exe", "-i", "k\" -R 8080:localhost:80 u@vps.example.com"))
            .build();
    Detection d = only(detector.detect(Events.started(process)));
    assertThat(d.verdict()).isEqualTo(Verdict.FORWARD);
    assertThat(d.reasons())
        .extracting(Reason::meaning)
        .anyMatch(m -> m.contains("CommandLineToArgvW"))
        .anyMatch(m -> m.contains("the record's own argv"));
  }

  @Test
  void a_renamed_ssh_is_known_by_its_product_by_its_hash_or_by_its_arguments() {
    ProcessInfo.Builder renamed =
        ProcessInfo.builder().executable("C:\\Users\\Public\\svc.exe").commandLine("svc -R 1080 h");
    assertThat(detector.detect(Events.started(renamed.build()))).isEmpty();

    ProcessInfo product =
        renamed
            .pe(new PortableExecutable(null, "OpenSSH for Windows", null, null, null, null))
            .build();
    assertThat(only(detector.detect(Events.started(product))).identification())
        .isEqualTo(Identification.VERSION_RESOURCE);

    ProcessInfo hashed =
        renamed.pe(PortableExecutable.NONE).hash(new Hashes(null, null, "ab12")).build();
    ReverseForwardDetector learned = new ReverseForwardDetector(new Known("ab12", "", ""));
    assertThat(only(learned.detect(Events.started(hashed))).identification())
        .isEqualTo(Identification.VERSION_RESOURCE);

    Event shaped = Events.started("C:\\Users\\Public\\svc.exe", "svc -N -R 1080 u@203.0.113.5");
    assertThat(only(detector.detect(shaped)).identification()).isEqualTo(Identification.SHAPE);
  }

  @Test
  void what_will_start_by_itself_is_registered_not_running() {
    Event task = Events.autostart("task", FORWARDING);
    Event run =
        Events.registry(
            "HKU\\S-1-5-21\\Software\\Microsoft\\Windows\\CurrentVersion\\Run", "x", FORWARDING);
    Event service =
        Events.registry("HKLM\\SYSTEM\\CurrentControlSet\\Services\\t", "ImagePath", FORWARDING);
    Event nssm =
        Events.registry(
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\t\\Parameters",
            "AppParameters",
            "-N -R 8080:localhost:80 u@vps.example.com");
    for (Event event : List.of(task, run, service, nssm)) {
      assertThat(only(detector.detect(event)).kind()).isEqualTo(Kind.REGISTERED);
    }
    assertThat(detector.detect(Events.registry("HKLM\\Software\\Vendor", "Note", FORWARDING)))
        .isEmpty();
  }

  @Test
  void arguments_of_a_program_that_another_value_names_do_not_make_it_renamed() {
    Event nssm =
        Events.registry(
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\t\\Parameters",
            "AppParameters",
            "-ssh -N -R 8080:localhost:80 -pw Zq7x91 u@vps.example.com");
    Detection d = only(detector.detect(nssm));
    assertThat(d.identification()).isEqualTo(Identification.ARGUMENTS);
    assertThat(d.identification().renamed()).isFalse();
    assertThat(d.program()).isEqualTo(Program.PLINK);
    assertThat(d.commandLine())
        .isEqualTo("-ssh -N -R 8080:localhost:80 -pw [REDACTED] u@vps.example.com");
  }

  @Test
  void several_commands_of_one_line_are_several_detections() {
    Event event =
        Events.started(
            "C:\\Windows\\System32\\cmd.exe",
            "cmd /c \"ssh -N -R 1:a:1 u@one.example.com & ssh -N -R 2:b:2 u@two.example.com\"");
    List<Detection> detections = detector.detect(event);
    assertThat(detections).extracting(Detection::ordinal).containsExactly(0, 1);
    assertThat(detections)
        .extracting(d -> d.destination().host())
        .containsExactly("one.example.com", "two.example.com");
    assertThat(detections).allMatch(d -> d.kind() == Kind.LAUNCHED_BY_WRAPPER);
  }

  @Test
  void an_attempt_keeps_the_forward_and_the_server_it_was_tried_with() {
    Detection d =
        only(detector.detect(Events.started(SSH, "ssh -f -R 8080:localhost:80 u@vps.example.com")));
    assertThat(d.verdict()).isEqualTo(Verdict.ATTEMPT);
    assertThat(d.forwards()).containsExactly(RemoteForward.tcp(null, 8080, "localhost", 80));
    assertThat(d.destination()).isEqualTo(new Destination("u", "vps.example.com", 22));
  }

  @Test
  void a_saved_session_that_is_known_to_forward_hides_it() {
    ReverseForwardDetector learned = new ReverseForwardDetector(new Known("", "h1", "tunnel"));
    Event event = Events.started("C:\\Tools\\plink.exe", "plink -N tunnel");
    assertThat(only(learned.detect(event)).verdict()).isEqualTo(Verdict.HIDDEN);
    assertThat(detector.detect(event)).isEmpty();
  }

  @Test
  void no_field_of_a_detection_shows_a_secret_of_any_of_its_lines() {
    String secret = "S3cret(@#$%!/x";
    ProcessInfo grandparent =
        ProcessInfo.builder().commandLine("plink.exe -pw " + secret + " h uptime").build();
    ProcessInfo parent =
        ProcessInfo.builder()
            .commandLine("cmd /c plink -pw " + secret + " -R 1:a:1 h")
            .parent(grandparent)
            .build();
    ProcessInfo process =
        ProcessInfo.builder()
            .executable("C:\\Tools\\plink.exe")
            .commandLine("plink -pw " + secret + " -N -R 1:a:1 h")
            .args(List.of("plink", "-pw", secret, "-N", "-R", "1:a:1", "h"))
            .title("plink -pw " + secret)
            .parent(parent)
            .build();
    Detection d = only(detector.detect(Events.started(process)));
    assertThat(d.toString()).doesNotContain(secret).contains("[REDACTED]");
    assertThat(d.facts().inlinePassword()).isTrue();
  }

  private static Detection only(List<Detection> detections) {
    assertThat(detections).hasSize(1);
    return detections.get(0);
  }

  private record Known(String sha256, String host, String session) implements Knowledge {
    @Override
    public boolean seenAsSsh(String seen) {
      return seen.equals(sha256);
    }

    @Override
    public boolean sessionForwards(String hostId, String name) {
      return hostId.equals(host) && name.equals(session);
    }
  }
}
