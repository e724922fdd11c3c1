package dev.backflow.commandline;

import java.util.List;

/**
 * {@code nssm install NAME PROGRAM ARGUMENTS} and {@code nssm set NAME AppParameters ARGUMENTS}.
 * nssm joins what it is given with blanks and adds no quotes. Where the program is not on the line,
 * the service's name stands in its place: the arguments alone must tell what it is.
 */
final class NssmWrapper implements Wrapper {
  @Override
  public List<Opened> open(Excerpt line, StepCount steps) {
    List<Word> words = Words.of(line, steps);
    if (words.size() < 4) {
      return List.of();
    }
    String name = words.get(2).text();
    Wrapping wrapping = Wrapping.registration("nssm", name, null, null);
    return switch (words.get(1).lower()) {
      case "install" -> List.of(new Opened(install(words), Reading.PROCESS, wrapping));
      case "set" -> set(words, wrapping);
      default -> List.of();
    };
  }

  private static Excerpt install(List<Word> words) {
    return ProgramLine.of(words.get(3).value(), joined(words, 4));
  }

  private static List<Opened> set(List<Word> words, Wrapping wrapping) {
    if (words.size() < 5) {
      return List.of();
    }
    return switch (words.get(3).lower()) {
      case "application" ->
          List.of(
              new Opened(ProgramLine.of(words.get(4).value(), null), Reading.PROCESS, wrapping));
      case "appparameters" -> {
        Excerpt standIn = Excerpt.supplied(words.get(2).text());
        yield List.of(
            new Opened(ProgramLine.of(standIn, joined(words, 4)), Reading.PROCESS, wrapping));
      }
      default -> List.of();
    };
  }

  private static Excerpt joined(List<Word> words, int from) {
    Excerpt.Builder joined = new Excerpt.Builder();
    for (Word word : words.subList(Math.min(from, words.size()), words.size())) {
      if (joined.length() > 0) {
        joined.insert(' ');
      }
      joined.add(word.value());
    }
    return joined.build();
  }
}
