package dev.backflow.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backflow.commandline.RemoteForward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forwards as {@code explain} and {@code scan} write them; scripts depend on the names. */
final class ForwardJson {
  private ForwardJson() {}

  static void write(ArrayNode array, List<RemoteForward> forwards) {
    for (RemoteForward forward : forwards) {
      ObjectNode object = array.addObject();
      object.put("bind_address", forward.bindAddress());
      object.put("bind_port", forward.bindPort());
      object.put("target_host", forward.targetHost());
      object.put("target_port", forward.targetPort());
      object.put("dynamic", forward.dynamic());
      if (forward.listenPath() == null && forward.connectPath() == null) {
        object.putNull("unix");
      } else {
        ObjectNode unix = object.putObject("unix");
        path(unix, "listen_path", forward.listenPath());
        path(unix, "connect_path", forward.connectPath());
      }
    }
  }

  private static void path(ObjectNode unix, String name, @Nullable String path) {
    if (path != null) {
      unix.put(name, path);
    }
  }
}
