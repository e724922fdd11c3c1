package dev.backflow.commandline;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Secrets in options whose letter alone says nothing: each belongs to one program. */
final class ProgramSecrets implements SecretRule {
  /**
   * The options of one program, in lower case unless case matters.
   *
   * @param secret those whose next word is the secret
   * @param glued how words begin that bear it themselves
   * @param launches whether the program starts another: what follows that one's name is not its own
   * @param withValue other options that take the next word
   */
  private record Options(
      Set<String> secret, List<String> glued, boolean launches, Set<String> withValue) {
    static Options plain(Set<String> secret, String... glued) {
      return new Options(secret, List.of(glued), false, Set.of());
    }
  }

  private static final Options PSEXEC =
      new Options(
          Set.of("-p", "/p"), List.of(), true, Set.of("-u", "/u", "-n", "-w", "-r", "-a", "-i"));

  private static final Map<String, Options> PROGRAMS =
      Map.ofEntries(
          Map.entry("sshpass", new Options(Set.of("-p"), List.of("-p"), true, Set.of("-f", "-d"))),
          Map.entry("psexec", PSEXEC),
          Map.entry("psexec64", PSEXEC),
          Map.entry("paexec", PSEXEC),
          Map.entry(
              "winrs", new Options(Set.of("-p"), List.of("-p:", "/p:"), true, Set.of("-r", "-u"))),
          Map.entry(
              "schtasks",
              Options.plain(Set.of("/rp", "/p", "-rp", "-p"), "/rp:", "/p:", "/rp=", "/p=")),
          Map.entry("tasklist", Options.plain(Set.of("/p", "-p"))),
          Map.entry("taskkill", Options.plain(Set.of("/p", "-p"))),
          Map.entry("ssh-keygen", Options.plain(Set.of("-N", "-P"))),
          Map.entry("mysql", Options.plain(Set.of(), "-p")),
          Map.entry("mysqldump", Options.plain(Set.of(), "-p")),
          Map.entry("xfreerdp", Options.plain(Set.of(), "/p:")),
          Map.entry("wfreerdp", Options.plain(Set.of(), "/p:")));

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    String program = "";
    Options options = null;
    for (int i = 0; i < line.words().size(); i++) {
      String simple = i == 0 ? line.program() : ProgramName.simple(line.words().get(i).text());
      if (PROGRAMS.containsKey(simple)) {
        program = simple;
        options = PROGRAMS.get(simple);
      } else if (options != null) {
        option(program, options, line, i, findings);
        options = options.launches() && isLaunched(options, line, i) ? null : options;
      }
    }
  }

  private static void option(
      String program, Options options, SecretLine line, int i, SecretFindings findings) {
    Word word = line.words().get(i);
    boolean caseMatters = program.equals("ssh-keygen");
    if (options.secret().contains(caseMatters ? word.text() : word.lower())) {
      if (line.has(i + 1) && !line.lower(i + 1).equals("*")) {
        findings.add(line.words().get(i + 1), program + " " + word.text());
      }
      return;
    }
    for (String start : options.glued()) {
      if (word.lower().startsWith(start) && word.text().length() > start.length()) {
        String bearer = program + " " + start;
        findings.add(word.value(), start.length(), word.value().length(), bearer);
      }
    }
  }

  /** Returns whether a word is the program started: no option, no option's value, no host. */
  private static boolean isLaunched(Options options, SecretLine line, int i) {
    String before = line.lower(i - 1);
    boolean value = options.secret().contains(before) || options.withValue().contains(before);
    String text = line.lower(i);
    return !value && !text.isEmpty() && "-/\\@".indexOf(text.charAt(0)) < 0;
  }
}
