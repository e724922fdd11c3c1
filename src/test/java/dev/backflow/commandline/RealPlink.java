package dev.backflow.commandline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The real plink, connecting through its proxy command to a real {@code sshd -i}: no socket is
 * opened, the server refuses every forward, and plink's own log says what it asked for.
 */
final class RealPlink {
  private static final String SSHD = "/usr/sbin/sshd";
  private static final String STARTED = "Starting local proxy command: ";
  private static final String ASKED = "Requesting remote port ";

  private final Path folder;
  private final String fingerprint;

  /** What plink did with an argv. */
  record Run(boolean loggedIn, @Nullable String server, Set<String> forwards, String log) {}

  private RealPlink(Path folder, String fingerprint) {
    this.folder = folder;
    this.fingerprint = fingerprint;
  }

  /** Returns whether everything needed is installed. */
  static boolean isInstalled() {
    return Files.isExecutable(Path.of(SSHD))
        && List.of("plink", "puttygen", "ssh-keygen").stream().allMatch(RealPlink::isOnPath);
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  /** Makes keys and a server configuration in a folder. */
  static RealPlink in(Path folder) throws IOException {
    Files.createFile(folder.resolve("empty"));
    run(folder, 30, "ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "hostkey");
    run(
        folder,
        30,
        "puttygen",
        "-q",
        "-t",
        "ed25519",
        "-o",
        "key.ppk",
        "--new-passphrase",
        "empty");
    Files.writeString(folder.resolve("authorized"), run(folder, 30, "puttygen", "-L", "key.ppk"));
    Files.writeString(
        folder.resolve("config"),
        String.join(
            "\n",
            "HostKey " + folder.resolve("hostkey"),
            "AuthorizedKeysFile " + folder.resolve("authorized"),
            "UsePAM no",
            "StrictModes no",
            "PidFile none",
            "PermitRootLogin yes",
            "AllowTcpForwarding no",
            "ForceCommand true",
            "LoginGraceTime 3",
            ""));
    if (System.getProperty("user.name").equals("root")) {
      Files.createDirectories(Path.of("/run/sshd"));
    }
    String printed = run(folder, 30, "ssh-keygen", "-lf", "hostkey");
    return new RealPlink(folder, printed.split(" ", 3)[1]);
  }

  /** Runs plink with an argv without the program. */
  Run ask(List<String> argv) {
    String server = SSHD + " -i -f " + folder.resolve("config") + " -E /dev/null # %host %port";
    List<String> command = new ArrayList<>();
    command.addAll(List.of("plink", "-v", "-batch", "-noagent", "-i", "key.ppk"));
    command.addAll(List.of("-hostkey", fingerprint, "-proxycmd", server));
    command.addAll(argv);
    String log = run(folder, 20, command.toArray(String[]::new));
    return new Run(log.contains("Access granted"), server(log), forwards(log), log);
  }

  private static @Nullable String server(String log) {
    return log.lines()
        .filter(l -> l.startsWith(STARTED))
        .map(l -> l.substring(l.indexOf('#') + 2))
        .findFirst()
        .orElse(null);
  }

  private static Set<String> forwards(String log) {
    Set<String> forwards = new TreeSet<>();
    log.lines()
        .filter(l -> l.startsWith(ASKED))
        .forEach(
            l -> {
              String[] ends = l.substring(ASKED.length()).split(" forward to ", 2);
              forwards.add(numbered(ends[0]) + ">" + numbered(ends[1]));
            });
    return forwards;
  }

  /** Takes {@code http(80)} as 80, and brackets off addresses. */
  private static String numbered(String end) {
    int open = end.lastIndexOf('(');
    int colon = end.lastIndexOf(':');
    String plain =
        open > 0 && end.endsWith(")")
            ? end.substring(0, colon + 1) + end.substring(open + 1, end.length() - 1)
            : end;
    return plain.replace("[", "").replace("]", "");
  }

  private static String run(Path folder, int seconds, String... command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile());
      builder.environment().put("PUTTYDIR", folder.resolve("putty").toString());
      Process process = builder.start();
      Thread watch = new Thread(() -> end(process, seconds));
      watch.setDaemon(true);
      watch.start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void end(Process process, int seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
