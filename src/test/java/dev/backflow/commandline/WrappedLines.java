package dev.backflow.commandline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Puts command lines into wrappers, quoted as each wrapper wants it: the unwrapper's inverse. */
final class WrappedLines {
  private final Random random;
  private final List<UnaryOperator<String>> wrappers = new ArrayList<>();

  WrappedLines(Random random) {
    this.random = random;
    wrappers.add(line -> "cmd /c " + forCmd(line));
    wrappers.add(line -> "cmd.exe /s /c \"" + forCmd(line) + "\"");
    wrappers.add(line -> "cmd /Q /c " + then(forCmd(line), " 1> \\\\127.0.0.1\\ADMIN$\\__1 2>&1"));
    wrappers.add(line -> "cmd /c echo y|" + forCmd(line));
    wrappers.add(line -> "cmd /c cd \\ & " + then(forCmd(line), " && exit"));
    wrappers.add(line -> "cmd /c start \"\" /b " + then(forCmd(line), " > out.txt"));
    wrappers.add(line -> "cmd /c if exist C:\\x " + forCmd(line));
    wrappers.add(line -> join("sc", "create", "svc", "binPath=", line, "start=", "auto"));
    wrappers.add(line -> join("forfiles", "/p", "C:\\", "/c", line));
    wrappers.add(line -> join("runas", "/user:D\\u", line));
    wrappers.add(line -> join("reg", "add", "HKCU\\x\\Run", "/v", "n", "/d", line, "/f"));
    wrappers.add(line -> join("pcalua", "-a", line));
    wrappers.add(line -> "conhost --headless " + line);
    wrappers.add(line -> "psexec \\\\h -s -d " + line);
    wrappers.add(line -> "wmic process call create \"" + line.replace("\"", "\\\"") + "\"");
    wrappers.add(
        line ->
            "mshta vbscript:CreateObject(\"WScript.Shell\").Run(\""
                + line.replace("\"", "\"\"")
                + "\",0)(window.close)");
  }

  /** Returns the line of a command, bare. */
  String plain(List<String> argv) {
    return Lines.join(argv, random);
  }

  /** Returns a line in which the command is wrapped at most {@code most} times. */
  String wrap(List<String> argv, int most) {
    String line = random.nextInt(3) == 0 ? shell(argv) : plain(argv);
    for (int i = random.nextInt(most); i > 0; i--) {
      line = wrappers.get(random.nextInt(wrappers.size())).apply(line);
    }
    return line;
  }

  /** Wrappers whose quoting is of words, not of a line. */
  private String shell(List<String> argv) {
    return switch (random.nextInt(5)) {
      case 0 -> join("powershell", "-NoP", "-c", "& " + forPowerShell(argv));
      case 1 -> "powershell -w hidden -enc " + encode("& " + forPowerShell(argv));
      case 2 -> "wsl " + forPosix(argv);
      case 3 -> join("bash", "-lc", "exec " + forPosix(argv));
      default -> {
        String line = plain(argv);
        yield line.length() > 261 ? line : join("schtasks", "/create", "/tn", "t", "/tr", line);
      }
    };
  }

  /** Returns a line that gives a text to cmd.exe. */
  String cmd(String text) {
    return switch (random.nextInt(3)) {
      case 0 -> text;
      case 1 -> "cmd /c " + text;
      default -> "cmd.exe /d /s /c \"" + text + "\"";
    };
  }

  /** Returns a line that gives a script to PowerShell. */
  String powerShell(String script) {
    return switch (random.nextInt(3)) {
      case 0 -> join("powershell", "-NoProfile", "-c", script);
      case 1 -> join("powershell.exe", "-Command", "& {" + script + "}");
      default -> "powershell -nop -enc " + encode(script);
    };
  }

  private String join(String... argv) {
    return Lines.join(List.of(argv), random);
  }

  /** Adds what stands outside quotes for cmd.exe, which does not know {@code \"} for an escape. */
  private static String then(String line, String more) {
    return line.chars().filter(c -> c == '"').count() % 2 == 0 ? line + more : line;
  }

  /** Puts a caret before what cmd.exe would act on outside quotes as it counts them. */
  private static String forCmd(String line) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (!quoted && "&|<>()^".indexOf(c) >= 0) {
        out.append('^');
      }
      out.append(c);
    }
    return out.toString();
  }

  private static String forPowerShell(List<String> argv) {
    return argv.stream()
        .map(a -> "'" + a.replace("'", "''") + "'")
        .collect(Collectors.joining(" "));
  }

  private static String forPosix(List<String> argv) {
    return argv.stream()
        .map(a -> "'" + a.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }

  private static String encode(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
  }
}
