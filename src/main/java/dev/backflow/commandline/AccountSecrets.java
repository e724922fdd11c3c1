package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Passwords that stand by position: {@code net use}, {@code net user}, {@code nssm ObjectName}. */
final class AccountSecrets implements SecretRule {
  private static final Set<String> NET_SWITCHES =
      Set.of(
          "/active",
          "/add",
          "/comment",
          "/countrycode",
          "/del",
          "/delete",
          "/domain",
          "/expires",
          "/fullname",
          "/global",
          "/home",
          "/homedir",
          "/logonpasswordchg",
          "/no",
          "/passwordchg",
          "/passwordreq",
          "/persistent",
          "/profilepath",
          "/random",
          "/requireintegrity",
          "/requireprivacy",
          "/savecred",
          "/scriptpath",
          "/smartcard",
          "/tcpport",
          "/times",
          "/transport",
          "/u",
          "/user",
          "/usercomment",
          "/workstations",
          "/writethrough",
          "/y",
          "/yes");

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    for (int i = 0; i + 1 < line.words().size(); i++) {
      String name = i == 0 ? line.program() : ProgramName.simple(line.words().get(i).text());
      if (name.equals("net") || name.equals("net1")) {
        net(line, i + 1, findings);
      } else if (name.startsWith("nssm")) {
        nssm(line, i + 1, findings);
      }
    }
  }

  private static void net(SecretLine line, int verb, SecretFindings findings) {
    List<Word> operands = new ArrayList<>();
    for (Word word : line.words().subList(verb + 1, line.words().size())) {
      if (!isSwitch(word.lower())) {
        operands.add(word);
      }
    }
    switch (line.lower(verb)) {
      case "use" -> netUse(operands, findings);
      case "user", "users" -> {
        if (operands.size() > 1 && !operands.get(1).text().equals("*")) {
          findings.add(operands.get(1), "net user");
        }
      }
      default -> {}
    }
  }

  /** A password may begin with a slash: only net's own switches are switches. */
  private static boolean isSwitch(String word) {
    int colon = word.indexOf(':');
    return NET_SWITCHES.contains(colon < 0 ? word : word.substring(0, colon));
  }

  /** Neither the device nor the share: the word after the share. */
  private static void netUse(List<Word> operands, SecretFindings findings) {
    for (int i = 0; i < operands.size(); i++) {
      String text = operands.get(i).text();
      boolean device = i == 0 && (text.equals("*") || text.endsWith(":"));
      if (!device && !text.startsWith("\\\\") && !text.equals("*")) {
        findings.add(operands.get(i), "net use");
        return;
      }
    }
  }

  /** {@code nssm set SERVICE ObjectName USER PASSWORD}. */
  private static void nssm(SecretLine line, int verb, SecretFindings findings) {
    if (line.lower(verb).equals("set") && line.lower(verb + 2).equals("objectname")) {
      for (int i = verb + 4; i < line.words().size(); i++) {
        findings.add(line.words().get(i), "nssm ObjectName");
      }
    }
  }
}
