package dev.backflow.lambda.packaged;

import dev.backflow.lambda.Events;
import dev.backflow.lambda.engines.FaultProxy;
import dev.backflow.lambda.engines.InProcessBackend;
import dev.backflow.pipeline.Exports;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures from a process's start to its first answer: a handler that does nothing, ours on an
 * event that asks for nothing, and ours on an export that becomes a case. All under the same
 * runtime client, turn by turn, so that what else the machine does meets them alike. Run by {@code
 * infra/measure-start.sh}.
 */
final class StartUp {
  private static final String TEST_EVENT = "{\"Event\":\"s3:TestEvent\",\"Bucket\":\"b\"}";
  private static final String OURS = "dev.backflow.lambda.ExportFunction";
  private static final String MAP_HANDLER = TrivialMapHandler.class.getName();

  private StartUp() {}

  /** The first argument is how many rounds, the second the unpacked package. */
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path ours = Path.of(args[1]).toAbsolutePath();
    Path trivial = Files.createTempDirectory("backflow-trivial-");
    copyClass(TrivialHandler.class, trivial);
    copyClass(TrivialMapHandler.class, trivial);
    try (InProcessBackend backend = new InProcessBackend();
        FaultProxy proxy = new FaultProxy(backend)) {
      Deployment deployment = new Deployment(backend);
      deployment.put("day.gz", Exports.gzip(Exports.tunnel(1, "ws1.example.com", "203.0.113.1")));
      Map<String, String> environment = deployment.environment(proxy);
      deployment.put("quiet.gz", Exports.gzip(Exports.harmless(1, "ws1.example.com")));
      String quiet = Events.s3(deployment.bucket(), "quiet.gz");
      String export = Events.s3(deployment.bucket(), "day.gz");
      Map<String, List<Long>> millis = new TreeMap<>();
      for (int i = 0; i <= rounds; i++) {
        boolean warm = i > 0;
        record(millis, "1 trivial", warm, trivial, TrivialHandler.class.getName(), Map.of(), "{}");
        record(millis, "2 trivial, with a map", warm, trivial, MAP_HANDLER, Map.of(), "{}");
        record(millis, "3 ours, nothing to do", warm, ours, OURS, environment, TEST_EVENT);
        record(millis, "4 ours, no tunnel", warm, ours, OURS, environment, quiet);
        record(millis, "5 ours, a tunnel", warm, ours, OURS, environment, export);
      }
      print(millis);
    }
    System.exit(0);
  }

  /** The first round only warms the machine's caches. */
  private static void record(
      Map<String, List<Long>> millis,
      String name,
      boolean counts,
      Path directory,
      String handler,
      Map<String, String> environment,
      String event)
      throws Exception {
    long start = System.nanoTime();
    try (LambdaProcess process = LambdaProcess.start(directory, handler, environment)) {
      RuntimeApi.Answer answer = process.invoke(event);
      long taken = (System.nanoTime() - start) / 1_000_000;
      if (!answer.success()) {
        throw new IllegalStateException(answer.body());
      }
      if (counts) {
        millis.computeIfAbsent(name, n -> new ArrayList<>()).add(taken);
      }
    }
  }

  private static void print(Map<String, List<Long>> millis) {
    System.out.printf(Locale.ROOT, "Java %s%n", Runtime.version().feature());
    double base = median(millis.get("1 trivial"));
    millis.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "%-24s median %5.0f ms  ratio %.2f  (%d runs, %d to %d)%n",
                name,
                median(all),
                median(all) / base,
                all.size(),
                Collections.min(all),
                Collections.max(all)));
  }

  private static double median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }

  private static void copyClass(Class<?> type, Path directory) throws IOException {
    String file = type.getName().replace('.', '/') + ".class";
    Path target = directory.resolve(file);
    Files.createDirectories(target.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
      Files.copy(in, target);
    }
  }
}
