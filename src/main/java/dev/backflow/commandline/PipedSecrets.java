package dev.backflow.commandline;

import java.util.List;
import java.util.Set;

/** {@code echo SECRET | plink ...}: what is said into a program that asks for a password. */
final class PipedSecrets implements SecretRule {
  private static final Set<String> ANSWERS = Set.of("y", "n", "yes", "no", "on", "off");

  private static final Set<String> ASKING =
      Set.of(
          "plink",
          "putty",
          "klink",
          "kitty",
          "pscp",
          "psftp",
          "ssh",
          "scp",
          "sftp",
          "sshpass",
          "tortoisegitplink",
          "tortoiseplink",
          "sudo",
          "su",
          "runas",
          "net",
          "net1",
          "psexec",
          "psexec64",
          "passwd",
          "chpasswd",
          "openssl",
          "gpg",
          "docker",
          "ssh-keygen",
          "convertto-securestring");

  /** A renamed client is known by the options it is given. */
  private static final Set<String> CLIENT_OPTIONS =
      Set.of("-ssh", "-pw", "-R", "-L", "-D", "-N", "-P", "-l", "-batch", "-hostkey");

  @Override
  public void find(SecretLine line, SecretFindings findings) {
    if (line.feeds() == null || !asks(line.feeds())) {
      return;
    }
    switch (line.program()) {
      case "echo", "write-output", "write-host", "printf" ->
          said(line.text(), afterName(line), findings);
      case "set" -> said(line.text(), line.text().text().indexOf('=') + 1, findings);
      default -> {}
    }
  }

  private static boolean asks(Excerpt reader) {
    List<Word> words = Words.of(reader, new StepCount());
    return words.stream()
        .anyMatch(
            w ->
                ASKING.contains(ProgramName.simple(w.text())) || CLIENT_OPTIONS.contains(w.text()));
  }

  private static int afterName(SecretLine line) {
    int at = Ascii.lower(line.text().text()).indexOf(line.program());
    return Math.min(at + line.program().length() + 1, line.text().length());
  }

  private static void said(Excerpt command, int from, SecretFindings findings) {
    String text = command.text();
    int start = from;
    while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    String said = text.substring(start).strip();
    if (!ANSWERS.contains(Ascii.lower(said))) {
      findings.add(command, start, start + said.length(), "pipe");
    }
  }
}
