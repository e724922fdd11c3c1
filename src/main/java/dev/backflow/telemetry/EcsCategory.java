package dev.backflow.telemetry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ECS's own words for what an event tells.
 *
 * @param category {@code event.category}
 * @param types {@code event.type}
 * @param outcome {@code event.outcome}, null where the source does not say
 */
record EcsCategory(String category, List<String> types, @Nullable String outcome) {

  static EcsCategory of(Event event) {
    if (event instanceof Event.NetworkConnection connection) {
      return network(connection);
    }
    if (event instanceof Event.ProcessStarted) {
      return new EcsCategory("process", List.of("start"), null);
    }
    if (event instanceof Event.ProcessEnded) {
      return new EcsCategory("process", List.of("end"), null);
    }
    if (event instanceof Event.RegistryValueSet) {
      return new EcsCategory("registry", List.of("change"), null);
    }
    if (event instanceof Event.AutostartRegistered) {
      return new EcsCategory("configuration", List.of("creation"), null);
    }
    return new EcsCategory("authentication", List.of("start"), "success");
  }

  private static EcsCategory network(Event.NetworkConnection connection) {
    Boolean succeeded = connection.succeeded();
    String outcome = succeeded == null ? null : succeeded ? "success" : "failure";
    return new EcsCategory("network", networkTypes(connection), outcome);
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
