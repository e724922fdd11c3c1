package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes command lines that bear a secret, of every family. */
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

  /** Returns the arguments of a command one of which bears the secret. */
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

  private static String quote(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Returns text for cmd.exe that bears the secret in a command of cmd itself. */
  String cmdText(String secret) {
    String plain = secret.replaceAll("[\"%!&|<>^()]", "#");
    return switch (random.nextInt(5)) {
      case 0 -> "echo " + plain + "|plink -R 1:h:2 u@h";
      case 1 -> "echo." + plain + " | C:\\Windows\\Temp\\e.exe -ssh -R 1:h:2 u@h";
      case 2 -> "set \"P1=" + plain + "\"&plink -pw %P1% -R 1:h:2 u@h";
      case 3 -> "<nul set /p=" + plain + "|plink -R 1:h:2 u@h";
      default -> "set DB_PASSWORD=" + plain + "&&plink u@h";
    };
  }

  /** Returns a PowerShell script that bears the secret in a string. */
  String script(String secret) {
    String literal = random.nextBoolean() ? single(secret) : doubled(secret);
    return switch (random.nextInt(9)) {
      case 0 -> "$p = " + literal + "; plink -pw $p -R 1:h:2 u@h";
      case 1 -> "$password=" + literal + ";Get-Date";
      case 2 -> literal + " | plink -R 1:h:2 u@h";
      case 3 -> "ConvertTo-SecureString " + literal + " -AsPlainText -Force";
      case 4 -> "ConvertTo-SecureString -AsPlainText -String " + literal + " -Force";
      case 5 -> "$c = New-Object PSCredential('u',(ConvertTo-SecureString " + literal + " -A -F))";
      case 6 -> "$c = New-Object Net.NetworkCredential('u'," + literal + ")";
      case 7 -> "Register-ScheduledTask T -Action $a -User u -Password " + literal;
      default -> "Start-Process plink -ArgumentList '-R','1:h:2','-pw'," + literal + ",'u@h'";
    };
  }

  private static String single(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static String doubled(String text) {
    return '"' + text.replace("`", "``").replace("\"", "`\"").replace("$", "`$") + '"';
  }
}
