package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Reads generated argvs as the real ssh reads them: {@code ssh -G} prints the configuration a line
 * amounts to. {@code -Dbackflow.ssh.lines} sets how many, {@code -Dbackflow.ssh.required=true}
 * turns a missing ssh into a failure.
 */
class SshDifferentialTest {
  private static final int LINES = Integer.getInteger("backflow.ssh.lines", 2_000);
  private static final String USER = System.getProperty("user.name");

  /** What the real program made of an argv. */
  private record Answer(int exit, String out, String err) {
    @Nullable String value(String key) {
      return out.lines()
          .filter(l -> l.startsWith(key + " "))
          .map(l -> l.substring(key.length() + 1))
          .findFirst()
          .orElse(null);
    }

    boolean configured() {
      return exit == 0 && out.lines().anyMatch(l -> l.startsWith("hostname"));
    }

    Set<String> forwards() {
      Set<String> forwards = new TreeSet<>();
      out.lines()
          .filter(l -> l.startsWith("remoteforward "))
          .forEach(l -> forwards.add(l.substring("remoteforward ".length())));
      return forwards;
    }
  }

  @Test
  void generated_lines_are_read_as_the_real_ssh_reads_them() {
    SshGrammar.TagOption tag = installed();
    long seed = Lines.seed("ssh -G, " + LINES + " lines");
    SshArgvGenerator generator = new SshArgvGenerator(new Random(seed));
    List<List<String>> argvs = IntStream.range(0, LINES).mapToObj(i -> generator.next()).toList();
    List<String> wrong =
        argvs.parallelStream().map(argv -> compare(argv, tag)).filter(Objects::nonNull).toList();
    assertThat(wrong).isEmpty();
    long forwarding = argvs.stream().filter(a -> !read(a, tag).requested().isEmpty()).count();
    assertThat(forwarding).as("lines that forward").isGreaterThan(LINES / 20);
  }

  private static @Nullable String compare(List<String> argv, SshGrammar.TagOption tag) {
    Answer answer = ask(argv);
    ClientReading reading = read(argv, tag);
    String difference = difference(reading, answer);
    return difference == null
        ? null
        : argv + " " + difference + " ssh says: " + answer.err().strip();
  }

  private static @Nullable String difference(ClientReading reading, Answer answer) {
    Destination server = reading.apparent();
    boolean nameless = server != null && server.host().isEmpty();
    boolean connects = reading.outcome() instanceof Outcome.Connects;
    if (connects != answer.configured() && !nameless) {
      return "read as " + reading.outcome();
    }
    if (!connects) {
      return null;
    }
    if (!shown(reading.requested()).equals(answer.forwards())) {
      return "read as " + shown(reading.requested()) + ", ssh: " + answer.forwards();
    }
    String user = server.user() == null ? USER : server.user();
    String read = user + "@" + server.host() + ":" + server.port();
    String real =
        answer.value("user") + "@" + answer.value("hostname") + ":" + answer.value("port");
    return read.toLowerCase(Locale.ROOT).equals(real.toLowerCase(Locale.ROOT))
        ? null
        : "read as " + read + ", ssh: " + real;
  }

  private static ClientReading read(List<String> argv, SshGrammar.TagOption tag) {
    List<String> all = new ArrayList<>(List.of("ssh"));
    all.addAll(argv);
    return SshGrammar.read(all, tag, new StepCount());
  }

  /** The form in which {@code ssh -G} prints a forward. */
  private static Set<String> shown(List<RemoteForward> forwards) {
    Set<String> shown = new TreeSet<>();
    for (RemoteForward f : forwards) {
      String listen =
          f.listenPath() != null
              ? f.listenPath()
              : f.bindAddress() == null
                  ? "" + f.bindPort()
                  : "[" + f.bindAddress() + "]:" + f.bindPort();
      String target =
          f.dynamic()
              ? "[socks]:0"
              : f.connectPath() != null
                  ? f.connectPath()
                  : "[" + f.targetHost() + "]:" + f.targetPort();
      shown.add(listen + " " + target);
    }
    return shown;
  }

  private static SshGrammar.TagOption installed() {
    Answer version;
    try {
      version = run(List.of("ssh", "-V"));
    } catch (UncheckedIOException e) {
      assertThat(Boolean.getBoolean("backflow.ssh.required"))
          .as("ssh is required here and not installed")
          .isFalse();
      assumeTrue(false, "ssh is not installed");
      throw e;
    }
    String text = version.err();
    int at = text.indexOf("OpenSSH_") + "OpenSSH_".length();
    String[] numbers = text.substring(at).split("[.p, ]", 3);
    int release = Integer.parseInt(numbers[0]) * 100 + Integer.parseInt(numbers[1]);
    if (release < 902) {
      assertThat(Boolean.getBoolean("backflow.ssh.required"))
          .as("generated values are those of 9.2 and later, here is " + text)
          .isFalse();
      assumeTrue(false, "ssh is older than 9.2");
    }
    return release >= 904 ? SshGrammar.TagOption.VALUED : SshGrammar.TagOption.FLAG;
  }

  private static Answer ask(List<String> argv) {
    List<String> command = new ArrayList<>(List.of("ssh", "-G", "-F", "none"));
    command.addAll(argv);
    return run(command);
  }

  private static Answer run(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return new Answer(process.exitValue(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking ssh", e);
    }
  }
}
