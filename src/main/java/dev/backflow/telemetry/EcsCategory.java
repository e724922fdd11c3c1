package dev.backflow.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS's own words for what an event tells.
 *
 * @param categories {@code event.category}
 * @param types {@code event.type}
 * @param outcome {@code event.outcome}, null where the source does not say
 */
record EcsCategory(List<String> categories, List<String> types, @Nullable String outcome) {

  static EcsCategory of(Event event) {
    if (event instanceof Event.NetworkConnection connection) {
      return network(connection);
    }
    if (event instanceof Event.ProcessStarted) {
      return new EcsCategory(List.of("process"), List.of("start"), null);
    }
    if (event instanceof Event.ProcessEnded) {
      return new EcsCategory(List.of("process"), List.of("end"), null);
    }
    if (event instanceof Event.RegistryValueSet) {
      return new EcsCategory(List.of("registry"), List.of("change"), null);
    }
    if (event instanceof Event.AutostartRegistered autostart) {
      return autostart.place() == null
          ? new EcsCategory(List.of("configuration"), List.of("creation"), null)
          : new EcsCategory(
              List.of("configuration", "registry"), List.of("creation", "change"), null);
    }
    return new EcsCategory(List.of("authentication"), List.of("start"), "success");
  }

  private static EcsCategory network(Event.NetworkConnection connection) {
    Boolean succeeded = connection.succeeded();
    String outcome = succeeded == null ? null : succeeded ? "success" : "failure";
    return new EcsCategory(List.of("network"), networkTypes(connection), outcome);
  }

  private static List<String> networkTypes(Event.NetworkConnection connection) {
    if (connection.ended()) {
      return List.of("end");
    }
    if (Boolean.FALSE.equals(connection.succeeded())) {
      return List.of("connection", "denied");
    }
    return connection.destination() == null ? List.of("start") : List.of("start", "connection");
  }
}
