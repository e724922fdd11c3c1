package dev.backflow.telemetry.source;

import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.ReferenceRow;
import dev.backflow.telemetry.Source;
import dev.backflow.telemetry.User;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * CrowdStrike Falcon Data Replicator's side tables, which have no {@code event_simpleName}.
 *
 * <table>
 * <caption>Tables</caption>
 * <tr><td>aidmaster</td><td>aid, ComputerName, AgentVersion; MachineDomain, ProductType, Version,
 * Time</td></tr>
 * <tr><td>userinfo</td><td>UserSid_readable or UserSid, UserName or User; LogonTime</td></tr>
 * <tr><td>managedassets</td><td>aid, LocalAddressIP4, MAC, GatewayIP</td></tr>
 * <tr><td>notmanaged, appinfo</td><td>told apart and ignored</td></tr>
 * </table>
 */
final class FdrSideTables implements TelemetrySource {
  static final String NAMES =
      """
      AgentVersion MachineDomain ProductType Version Time _time UserSid_readable User LogonTime
      LogonDomain NeighborName MACPrefix MAC GatewayIP AppName
      """;

  @Override
  public Optional<Normalized> read(ParsedRecord record) {
    if (!(record instanceof ParsedRecord.Json json) || json.object().has("event_simpleName")) {
      return Optional.empty();
    }
    JsonObject o = json.object();
    String aid = o.text("aid");
    String computer = Values.present(o.text("ComputerName"));
    if (aid != null && computer != null && o.has("AgentVersion")) {
      return Optional.of(new Normalized.Reference(hostName(o, aid, computer)));
    }
    if (o.has("UserSid_readable") || (o.has("UserSid") && o.has("LogonTime") && o.has("cid"))) {
      return Optional.ofNullable(userName(o, aid));
    }
    String address = Values.present(o.text("LocalAddressIP4"));
    if (aid != null && address != null && o.has("MAC")) {
      return Optional.of(
          new Normalized.Reference(new ReferenceRow.HostAddress(aid, time(o), address)));
    }
    boolean other =
        o.has("NeighborName") || o.has("MACPrefix") || (o.has("AppName") && aid != null);
    return other && o.has("cid")
        ? Optional.of(new Normalized.Ignored(Source.CROWDSTRIKE_FDR, "side table"))
        : Optional.empty();
  }

  /** Returns the row that an event which names a user holds, null for any other event. */
  static @Nullable Normalized identity(String kind, JsonObject o) {
    return kind.equals("UserIdentity") ? userName(o, o.text("aid")) : null;
  }

  private static ReferenceRow.HostName hostName(JsonObject o, String aid, String computer) {
    String type = o.text("ProductType");
    return new ReferenceRow.HostName(
        aid,
        time(o),
        computer,
        Values.present(o.text("MachineDomain")),
        type == null
            ? null
            : switch (type) {
              case "1" -> "workstation";
              case "2" -> "domain controller";
              case "3" -> "server";
              default -> null;
            },
        Values.present(o.text("Version")));
  }

  private static @Nullable Normalized userName(JsonObject o, @Nullable String aid) {
    String sid = Values.present(o.text("UserSid_readable"));
    String name = Values.present(o.text("UserName"));
    User user =
        new User(
            sid == null ? Values.present(o.text("UserSid")) : sid,
            Values.present(o.text("LogonDomain")),
            name == null ? Values.present(o.text("User")) : name);
    return user.id() == null || user.name() == null
        ? null
        : new Normalized.Reference(new ReferenceRow.UserName(aid, time(o), user));
  }

  private static @Nullable Instant time(JsonObject o) {
    for (String name : new String[] {"Time", "_time", "LogonTime", "timestamp"}) {
      Instant time = Timestamps.any(o.text(name));
      if (time != null) {
        return time;
      }
    }
    return null;
  }
}
