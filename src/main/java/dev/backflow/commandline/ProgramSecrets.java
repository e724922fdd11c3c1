package dev.backflow.commandline;

import java.util.Map;
import java.util.Set;

/** Secrets in options whose letter alone says nothing: each belongs to one program. */
final class ProgramSecrets implements SecretRule {
  /** Options, in lower case unless case matters, by program; the value is the next word. */
  private static final Map<String, Set<String>> NEXT_WORD =
      Map.ofEntries(
          Map.entry("sshpass", Set.of("-p")),
          Map.entry("schtasks", Set.of("/rp", "/p", "-rp", "-p")),
          Map.entry("psexec", Set.of("-p", "/p")),
          Map.entry("psexec64", Set.of("-p", "/p")),
          Map.entry("paexec", Set.of("-p", "/p")),
          Map.entry("winrs", Set.of("-p", "/p")),
          Map.entry("tasklist", Set.of("/p", "-p")),
          Map.entry("taskkill", Set.of("/p", "-p")),
          Map.entry("ssh-keygen", Set.of("-N", "-P")));

  /** Options with the value in the same word, by program. */
  private static final Map<String, Set<String>> SAME_WORD =
      Map.of(
          "sshpass", Set.of("-p"),
          "mysql", Set.of("-p"),
          "mysqldump", Set.of("-p"),
          "xfreerdp", Set.of("/p:"),
          "wfreerdp", Set.of("/p:"),
          "winrs", Set.of("-p:", "/p:"),
          "schtasks", Set.of("/rp:", "/p:", "/rp=", "/p="));

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    String program = "";
    for (int i = 0; i < line.words().size(); i++) {
      String simple = i == 0 ? line.program() : ProgramName.simple(line.words().get(i).text());
      if (NEXT_WORD.containsKey(simple) || SAME_WORD.containsKey(simple)) {
        program = simple;
      } else if (!program.isEmpty()) {
        option(program, line, i, findings);
      }
    }
  }

  private static void option(String program, SecretLine line, int i, SecretFindings findings) {
    Word word = line.words().get(i);
    String text = program.equals("ssh-keygen") ? word.text() : word.lower();
    if (NEXT_WORD.getOrDefault(program, Set.of()).contains(text)) {
      if (line.has(i + 1) && !line.lower(i + 1).equals("*")) {
        findings.add(line.words().get(i + 1), program + " " + word.text());
      }
      return;
    }
    for (String option : SAME_WORD.getOrDefault(program, Set.of())) {
      if (Ascii.lower(word.text()).startsWith(option) && word.text().length() > option.length()) {
        String bearer = program + " " + option;
        findings.add(word.value(), option.length(), word.value().length(), bearer);
      }
    }
  }
}
