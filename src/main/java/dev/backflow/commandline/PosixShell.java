package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads text as a POSIX shell does: quoting, chains and pipes. Expansions stay as text. */
final class PosixShell implements Wrapper {
  private static final Set<String> BUILTINS =
      Set.of(
          ".", ":", "[", "alias", "break", "cd", "do", "done", "echo", "eval", "export", "fi",
          "for", "if", "printf", "read", "return", "set", "shift", "source", "test", "trap", "true",
          "type", "umask", "unset", "while");

  /** Words a command may follow. */
  private static final Set<String> BEFORE_COMMAND =
      Set.of("exec", "then", "else", "do", "!", "time", "command", "builtin");

  @Override
  public List<Opened> open(Excerpt text, StepCount steps) {
    List<PosixLexer.Command> commands = PosixLexer.commands(text, steps);
    List<Opened> opened = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      PosixLexer.Command command = commands.get(i);
      boolean feeds = i + 1 < commands.size() && commands.get(i + 1).readsPipe();
      Excerpt reader = feeds ? line(commands.get(i + 1).words()) : null;
      boolean answered = command.readsPipe() && i > 0 && isAnswer(commands.get(i - 1).words());
      Wrapping piped = feeds || command.readsPipe() ? Wrapping.by("pipeline") : Wrapping.NONE;
      Wrapping wrapping = answered ? piped.answered() : piped;
      List<Excerpt> words = withoutPrefixes(command.words());
      if (words.size() < command.words().size()) {
        opened.add(new Opened(line(command.words()), Reading.BUILTIN, wrapping, reader));
      }
      if (!words.isEmpty()) {
        boolean own = BUILTINS.contains(words.get(0).text());
        Reading reading = own ? Reading.BUILTIN : Reading.PROCESS;
        opened.add(new Opened(line(words), reading, wrapping, reader));
      }
    }
    return opened;
  }

  private static boolean isAnswer(List<Excerpt> words) {
    return words.get(0).text().equals("yes")
        || (words.size() == 2
            && words.get(0).text().equals("echo")
            && Set.of("y", "n", "yes", "no").contains(words.get(1).text()));
  }

  /** {@code SSHPASS=x exec ssh ...}. */
  private static List<Excerpt> withoutPrefixes(List<Excerpt> words) {
    int first = 0;
    while (first < words.size()
        && (BEFORE_COMMAND.contains(words.get(first).text())
            || isAssignment(words.get(first).text()))) {
      first++;
    }
    return words.subList(first, words.size());
  }

  private static boolean isAssignment(String word) {
    int equals = word.indexOf('=');
    return equals > 0
        && word.substring(0, equals)
            .chars()
            .allMatch(c -> c == '_' || Character.isLetterOrDigit(c));
  }

  private static Excerpt line(List<Excerpt> words) {
    Excerpt.Builder line = new Excerpt.Builder();
    for (Excerpt word : words) {
      if (line.length() > 0) {
        line.insert(' ');
      }
      ProgramLine.quote(word, line);
    }
    return line.build();
  }
}
