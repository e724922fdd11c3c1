package dev.backflow.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same Windows events, through whatever forwarder, are the same events. */
class RenderingsTest {
  private static final Map<String, Event> SYSMON =
      byId(Golden.events(Golden.ROOT.resolve("sysmon/event_xml.xml")));
  private static final Map<String, Event> WINDOWS =
      byId(Golden.events(Golden.ROOT.resolve("windows_security/event_xml.xml")));

  static Stream<Path> sysmon() {
    return Golden.inputs("sysmon").stream()
        .filter(f -> !f.toString().contains("module") && !f.toString().endsWith(".evtx"));
  }

  /** Two renderings lose the record's number: OTRF's and plain text. */
  static Stream<Path> windows() {
    return Golden.inputs("windows_security").stream()
        .filter(
            f ->
                !f.toString().contains("otrf")
                    && !f.toString().contains("cloudwatch_text")
                    && !f.toString().endsWith(".evtx"));
  }

  @ParameterizedTest
  @MethodSource("sysmon")
  void sysmon_events_keep_id_process_and_place_in_every_rendering(Path input) {
    List<Event> events = Golden.events(input);
    assertThat(byId(events).keySet()).isEqualTo(SYSMON.keySet());
    events.forEach(e -> assertSame(e, SYSMON.get(e.header().id())));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void windows_events_keep_id_process_and_place_in_every_rendering(Path input) {
    List<Event> events =
        Golden.events(input).stream()
            .filter(e -> e.header().source() == Source.WINDOWS_SECURITY)
            .toList();
    assertThat(events).isNotEmpty();
    assertThat(WINDOWS.keySet()).containsAll(byId(events).keySet());
    events.forEach(e -> assertSame(e, WINDOWS.get(e.header().id())));
  }

  private static void assertSame(Event actual, Event expected) {
    assertThat(actual.header().host().id()).isEqualTo(expected.header().host().id());
    assertThat(actual.header().code()).isEqualTo(expected.header().code());
    assertThat(actual.getClass()).isEqualTo(expected.getClass());
    assertThat(withoutStart(actual)).isEqualTo(withoutStart(expected));
  }

  /** What happened, without the second: some renderings write whole seconds. */
  private static Object withoutStart(Event event) {
    if (event instanceof Event.ProcessStarted e) {
      return List.of(e.process().toBuilder().start(null).build(), String.valueOf(e.user()));
    }
    if (event instanceof Event.NetworkConnection e) {
      return List.of(
          e.process(),
          String.valueOf(e.source()),
          String.valueOf(e.destination()),
          e.direction(),
          String.valueOf(e.transport()));
    }
    if (event instanceof Event.RegistryValueSet e) {
      return List.of(e.process(), e.key(), String.valueOf(e.value()), String.valueOf(e.data()));
    }
    if (event instanceof Event.AutostartRegistered e) {
      return List.of(e.mechanism(), e.name(), String.valueOf(e.commandLine()));
    }
    if (event instanceof Event.ProcessEnded e) {
      return List.of(e.process(), String.valueOf(e.exitCode()));
    }
    return List.of(String.valueOf(((Event.Logon) event).user()));
  }

  private static Map<String, Event> byId(List<Event> events) {
    return events.stream().collect(Collectors.toMap(e -> e.header().id(), e -> e));
  }
}
