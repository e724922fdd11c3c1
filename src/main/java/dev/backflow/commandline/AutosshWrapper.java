package dev.backflow.commandline;

import java.util.List;

/**
 * {@code autossh [-M PORT] [-f] ARGUMENTS}: keeps {@code ssh ARGUMENTS} running. {@code -f} is its
 * own and not passed on (autossh.c, main).
 */
final class AutosshWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    Excerpt.Builder ssh = new Excerpt.Builder().add(Excerpt.supplied("ssh"));
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (text.equals("-M")) {
        i++;
      } else if (!text.startsWith("-M") && !text.equals("-f")) {
        ProgramLine.quote(words.get(i).value(), ssh.insert(' '));
      }
    }
    return words.size() < 2
        ? List.of()
        : List.of(new Opened(ssh.build(), Reading.PROCESS, Wrapping.by("autossh")));
  }
}
