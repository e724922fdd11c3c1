package dev.backflow.triage;

import dev.backflow.commandline.Destination;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Detection;
import dev.backflow.telemetry.ProcessInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The traits of a detection by which others are found (tradecraft 5). An own server or a public
 * relay joins nothing, nor does the hash of a client in its home under its own name: one in-box
 * {@code ssh.exe} stands on every machine of a Windows build.
 */
final class Scopes {
  private static final int AT_MOST = 8;

  /** Longer values are crafted, and no other host will have them. */
  private static final int VALUE_AT_MOST = 500;

  private Scopes() {}

  static List<Scope> of(Detection detection, ServerClass server) {
    List<Scope> scopes = new ArrayList<>();
    Destination destination = detection.destination();
    if (destination != null && server != ServerClass.OWN && server != ServerClass.RELAY) {
      String name = server(destination);
      scopes.add(new Scope(Scope.Kind.SERVER, name));
      if (destination.user() != null) {
        scopes.add(new Scope(Scope.Kind.LOGIN, destination.user() + "@" + name));
      }
    }
    detection.facts().identityFiles().stream()
        .map(f -> new Scope(Scope.Kind.KEYFILE, f.toLowerCase(Locale.ROOT)))
        .forEach(scopes::add);
    String sha256 = tellingHash(detection);
    if (sha256 != null) {
      scopes.add(new Scope(Scope.Kind.SHA256, sha256));
    }
    for (RemoteForward forward : detection.forwards()) {
      scopes.add(new Scope(Scope.Kind.FORWARD, ForwardText.arrow(forward)));
    }
    return scopes.stream().filter(s -> s.value().length() <= VALUE_AT_MOST).limit(AT_MOST).toList();
  }

  static String server(Destination destination) {
    return destination.host().toLowerCase(Locale.ROOT) + ":" + destination.port();
  }

  private static @Nullable String tellingHash(Detection detection) {
    ProcessInfo process = Lineage.process(detection.event());
    if (process == null) {
      return null;
    }
    boolean telling =
        detection.identification().renamed()
            || (process.executable() != null && Lineage.isWritable(process.executable()));
    return telling ? process.hash().sha256() : null;
  }
}
