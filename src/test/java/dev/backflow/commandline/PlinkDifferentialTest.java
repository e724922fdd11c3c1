package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads generated argvs as the real plink reads them. {@code -Dbackflow.plink.lines} sets how many,
 * {@code -Dbackflow.plink.required=true} turns a missing plink or sshd into a failure.
 */
class PlinkDifferentialTest {
  private static final int LINES = Integer.getInteger("backflow.plink.lines", 30);
  private static final String USER = System.getProperty("user.name");

  @TempDir private Path folder;

  @Test
  void generated_lines_are_read_as_the_real_plink_reads_them() throws IOException {
    if (!RealPlink.isInstalled()) {
      assertThat(Boolean.getBoolean("backflow.plink.required"))
          .as("plink, puttygen and sshd are required here and not installed")
          .isFalse();
      assumeTrue(false, "plink, puttygen or sshd is not installed");
    }
    RealPlink plink = RealPlink.in(folder);
    long seed = Lines.seed("plink, " + LINES + " lines");
    PlinkArgvGenerator generator = new PlinkArgvGenerator(new Random(seed), USER);
    List<List<String>> argvs = IntStream.range(0, LINES).mapToObj(i -> generator.next()).toList();
    List<String> wrong =
        argvs.parallelStream()
            .filter(PlinkDifferentialTest::canLogIn)
            .filter(PlinkDifferentialTest::namesItsServer)
            .map(a -> compare(plink, a))
            .filter(Objects::nonNull)
            .toList();
    assertThat(wrong).isEmpty();
    assertThat(argvs.stream().filter(a -> !read(a).requested().isEmpty()).count())
        .as("lines that forward")
        .isGreaterThan(LINES / 20);
  }

  /** A line whose {@code -l} took another word for the login never gets as far as its forwards. */
  private static boolean canLogIn(List<String> argv) {
    Destination server = read(argv).apparent();
    return server == null || server.user() == null || server.user().equals(USER);
  }

  /** Where a saved session would name the server, there is none here to ask. */
  private static boolean namesItsServer(List<String> argv) {
    return read(argv).apparent() != null || !argv.contains("-load");
  }

  private static @Nullable String compare(RealPlink plink, List<String> argv) {
    RealPlink.Run run = plink.ask(argv);
    ClientReading reading = read(argv);
    boolean connects =
        reading.outcome() instanceof Outcome.Connects && reading.switchedOff() == null;
    if (connects != run.loggedIn()) {
      return argv + " read as " + reading.outcome() + ", plink: " + run.log();
    }
    if (!shown(reading.requested()).equals(run.forwards())) {
      return argv + " read as " + reading.requested() + ", plink: " + run.forwards();
    }
    Destination server = reading.destination();
    String read = server == null ? null : server.host() + " " + server.port();
    boolean noPort = run.server() != null && run.server().endsWith(" 0");
    return connects && !noPort && !Objects.equals(read, run.server())
        ? argv + " read as " + read + ", plink: " + run.server()
        : null;
  }

  private static ClientReading read(List<String> argv) {
    List<String> all = new ArrayList<>(List.of("plink", "-proxycmd", "sshd"));
    all.addAll(argv);
    return ClientGrammar.putty(all, PuttyTool.PLINK);
  }

  private static Set<String> shown(List<RemoteForward> forwards) {
    Set<String> shown = new TreeSet<>();
    for (RemoteForward f : forwards) {
      String address = f.bindAddress() == null ? "" : f.bindAddress() + ":";
      String text = address + f.bindPort() + ">" + f.targetHost() + ":" + f.targetPort();
      shown.add(text.replace("[", "").replace("]", ""));
    }
    return shown;
  }
}
