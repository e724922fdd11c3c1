package dev.backflow.commandline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Makes command lines that bear a secret, of every family and in every wrapping. */
final class SecretLines {
  /** Both stand in every secret: neither may be seen after redaction. */
  static final String HEAD = "Qx7Zk";

  static final String TAIL = "9vWqJ";

  private final Random random;

  SecretLines(Random random) {
    this.random = random;
  }

  /** Returns a secret with signs that some quoting gives a meaning. */
  String secret() {
    String signs = random.nextInt(4) == 0 ? "@#$%!(/\" \\'^&|<>;,=:{}[]~`" : "@#$%!(/\" ";
    String middle = Lines.text(random, signs, 4);
    return switch (random.nextInt(4)) {
      case 0 -> HEAD + middle + TAIL;
      case 1 -> "@" + HEAD + middle + TAIL + "$";
      case 2 -> HEAD + middle + TAIL + "!";
      default -> "(" + HEAD + middle + TAIL;
    };
  }

  /** Returns a line whose own argument bears the secret. */
  List<String> family(String secret) {
    String word = secret.replaceAll("[ \"]", "#");
    List<List<String>> families = new ArrayList<>();
    families.add(List.of("plink.exe", "-N", "-R", "1:h:2", "-pw", secret, "u@h"));
    families.add(List.of("C:\\Windows\\Temp\\e.exe", "-ssh", "-pw", secret, "-R", "1:h:2", "h"));
    families.add(List.of("psftp", "u@h", "-pw", secret, "-batch"));
    families.add(List.of("plink", "-proxycmd", "plink -pw " + quote(secret) + " -nc a:1 p", "h"));
    families.add(List.of("plink", "-proxycmd", "ncat --proxy http://u:" + word + "@p:1 a b", "h"));
    families.add(List.of("ssh", "-o", "ProxyCommand=sshpass -p " + quote(secret) + " ssh j", "h"));
    families.add(List.of("ssh", "-oProxyCommand=plink -pw " + quote(secret) + " j", "u@h"));
    families.add(List.of("ssh", "-o", "SetEnv=DB_PASSWORD=" + word, "-R", "1080", "u@h"));
    families.add(List.of("sshpass", "-p", secret, "ssh", "-R", "1080", "u@h"));
    families.add(List.of("sshpass", "-p" + secret, "ssh", "-R", "1080", "u@h"));
    families.add(List.of("net", "use", "Z:", "\\\\h\\s", secret, "/user:D\\u"));
    families.add(List.of("net", "user", "helper", secret, "/add"));
    families.add(List.of("schtasks", "/create", "/tn", "t", "/tr", "ssh h", "/rp", secret));
    families.add(List.of("sc", "config", "s", "obj=", "D\\u", "password=", secret));
    families.add(List.of("nssm", "set", "s", "ObjectName", "D\\u", secret));
    families.add(List.of("wmic", "/node:h", "/password:" + secret, "os", "get", "name"));
    families.add(List.of("curl", "-u", "u:" + secret, "https://h.example.com/"));
    families.add(List.of("curl", "https://u:" + word + "@h.example.com/x"));
    families.add(List.of("psexec", "\\\\h", "-u", "u", "-p", secret, "cmd"));
    families.add(List.of("tool.exe", "--password=" + secret, "x"));
    families.add(List.of("tool.exe", "--api-token", secret));
    return families.get(random.nextInt(families.size()));
  }

  String line(List<String> argv) {
    return Lines.join(argv, random);
  }

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Returns the line of a command inside a wrapper, quoted as that wrapper wants it. */
  String wrap(List<String> argv, int depth) {
    String line = line(argv);
    return switch (random.nextInt(12)) {
      case 0 -> "cmd /c " + forCmd(line);
      case 1 -> "cmd.exe /s /c \"" + forCmd(line) + "\"";
      case 2 -> "cmd /Q /c \"" + forCmd(line) + "\" 1> \\\\127.0.0.1\\ADMIN$\\__1 2>&1";
      case 3 -> shell(depth) + "echo y|" + forCmd(line);
      case 4 -> shell(depth) + "start \"\" /b " + forCmd(line) + " > out.txt";
      case 5 -> line(List.of("powershell", "-NoP", "-c", "& " + forPowerShell(argv)));
      case 6 -> "powershell -w hidden -enc " + encode("& " + forPowerShell(argv));
      case 7 -> line(List.of("schtasks", "/create", "/tn", "t", "/tr", line, "/ru", "SYSTEM"));
      case 8 -> line(List.of("sc", "create", "svc", "binPath=", line, "start=", "auto"));
      case 9 -> "nssm install svc " + line;
      case 10 -> line(List.of("forfiles", "/p", "C:\\", "/c", line));
      default -> depth > 2 ? line : "cmd /c " + forCmd(wrap(argv, depth + 1));
    };
  }

  /** Text for a shell can stand alone, but not inside a line that is a program's. */
  private static String shell(int depth) {
    return depth == 0 ? "" : "cmd /c ";
  }

  /** Puts a caret before what cmd.exe would act on outside quotes as it counts them. */
  static String forCmd(String line) {
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

  static String forPowerShell(List<String> argv) {
    return argv.stream()
        .map(a -> "'" + a.replace("'", "''") + "'")
        .collect(Collectors.joining(" "));
  }

  static String encode(String script) {
    return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
  }
}
