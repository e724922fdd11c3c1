package dev.backflow.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What tests of the wrappers say over and over. */
final class Unwrapped {
  private static final CommandUnwrapper UNWRAPPER = new CommandUnwrapper();

  private Unwrapped() {}

  /** Returns the commands inside a line, without the line itself. */
  static List<UnwrappedCommand> inside(String line) {
    List<UnwrappedCommand> all = UNWRAPPER.unwrap(line);
    assertThat(all.get(0).commandLine()).isEqualTo(line);
    assertThat(all.get(0).wrappedBy()).isEmpty();
    return all.subList(1, all.size());
  }

  static List<String> lines(String line) {
    return inside(line).stream().map(UnwrappedCommand::commandLine).toList();
  }

  /** Returns the one command inside a line. */
  static UnwrappedCommand only(String line) {
    assertThat(inside(line)).as(line).hasSize(1);
    return inside(line).get(0);
  }
}
