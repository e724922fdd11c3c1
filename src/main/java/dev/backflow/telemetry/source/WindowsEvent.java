package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Host;
import dev.backflow.telemetry.HostOs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of the Windows event log, free of its rendering.
 *
 * @param rendering the pipeline's form, for example {@code event_xml}
 * @param provider name of the provider
 * @param code event id
 * @param logged when it was logged, null where the rendering lost it
 * @param recordId number in its log, or null
 * @param channel name of the log, or null
 * @param computer name of the machine it happened on, not of a collector
 * @param hostOs how the rendering names the machine's system, where it does
 * @param hostIp the machine's own addresses, where the rendering has them
 * @param data the named values of EventData or UserData
 */
public record WindowsEvent(
    String rendering,
    String provider,
    String code,
    @Nullable Instant logged,
    @Nullable String recordId,
    @Nullable String channel,
    @Nullable String computer,
    HostOs hostOs,
    List<String> hostIp,
    Fields data) {

  /** An event of a rendering that tells no more of the machine than its name. */
  WindowsEvent(
      String rendering,
      String provider,
      String code,
      @Nullable Instant logged,
      @Nullable String recordId,
      @Nullable String channel,
      @Nullable String computer,
      Fields data) {
    this(
        rendering,
        provider,
        code,
        logged,
        recordId,
        channel,
        computer,
        HostOs.NONE,
        List.of(),
        data);
  }

  /** Returns a named value that is no placeholder. */
  @Nullable String value(String name) {
    return Values.present(data.text(name));
  }

  /** Returns the machine: known by name alone, in lower case so that events join. */
  Host host() {
    String name = IncompleteRecordException.require(computer, "Windows event", "computer name");
    return new Host(Values.lowered(name), name, "windows", hostIp, hostOs, null);
  }

  WindowsEvent withRendering(String name) {
    return new WindowsEvent(
        name, provider, code, logged, recordId, channel, computer, hostOs, hostIp, data);
  }

  WindowsEvent withLogged(@Nullable Instant time) {
    return new WindowsEvent(
        rendering, provider, code, time, recordId, channel, computer, hostOs, hostIp, data);
  }
}
