package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commands a line has other programs start: shells, task and service registrations,
 * launchers, each by its own quoting rules and nested up to a bound. A script file that a line only
 * names is not looked into: the process it starts will show.
 */
public final class CommandUnwrapper {
  /** Programs within programs beyond this are left wrapped. */
  static final int BOUND = 5;

  /** Commands of a line for a shell that the line does not name. */
  private static final Wrapping CHAIN = Wrapping.by("chain");

  private final Map<String, Wrapper> programs;
  private final Map<Reading, Wrapper> shells;

  /** Makes an unwrapper; it keeps no state between lines. */
  public CommandUnwrapper() {
    programs = Wrappers.byProgram();
    shells = Wrappers.byReading();
  }

  /**
   * Returns whether a program may start others from its line: what need not be unwrapped is not.
   *
   * @param simpleName file name of the program without {@code .exe}, in lower case
   */
  public boolean opens(String simpleName) {
    return programs.containsKey(simpleName);
  }

  /**
   * Returns the line itself first, then each command found inside it, in the order in which they
   * stand.
   */
  public List<UnwrappedCommand> unwrap(String commandLine) {
    return unwrap(commandLine, new StepCount());
  }

  List<UnwrappedCommand> unwrap(String commandLine, StepCount steps) {
    Excerpt line = Excerpt.of(commandLine);
    List<UnwrappedCommand> commands = new ArrayList<>();
    commands.add(Wrapping.NONE.of(commandLine));
    for (Layer layer : layers(line, Reading.PROCESS, steps)) {
      if (layer.innermost() && !layer.wrapping().by().isEmpty()) {
        commands.add(layer.wrapping().of(layer.text().text()));
      }
    }
    return commands;
  }

  /** Returns every text met on the way, the whole line first. */
  List<Layer> layers(Excerpt line, Reading reading, StepCount steps) {
    List<Layer> layers = new ArrayList<>();
    visit(new Opened(line, reading, Wrapping.NONE), 0, steps, layers);
    return layers;
  }

  private void visit(Opened text, int depth, StepCount steps, List<Layer> layers) {
    String program = text.reading() == Reading.PROCESS ? ProgramName.of(text.text(), steps) : "";
    boolean bound = depth >= BOUND && text.reading() == Reading.PROCESS;
    Wrapper wrapper = bound ? null : wrapper(text, program, steps);
    List<Opened> inside = wrapper == null ? List.of() : wrapper.open(text.text(), steps);
    boolean innermost =
        text.reading() == Reading.PROCESS
            && inside.isEmpty()
            && ProgramName.isPossible(program)
            && !ProgramName.isScript(program);
    layers.add(new Layer(text.text(), text.reading(), text.wrapping(), innermost, text.feeds()));
    for (Opened inner : inside) {
      Wrapping all = inner.wrapping().inside(text.wrapping());
      all = all.by().isEmpty() ? CHAIN : all;
      int next = inner.reading() == Reading.PROCESS ? depth + 1 : depth;
      visit(new Opened(inner.text(), inner.reading(), all, inner.feeds()), next, steps, layers);
    }
  }

  /** A line that begins with a command of cmd.exe itself was given to cmd.exe. */
  private @Nullable Wrapper wrapper(Opened text, String program, StepCount steps) {
    if (text.reading() != Reading.PROCESS) {
      return shells.get(text.reading());
    }
    Wrapper wrapper = programs.get(program);
    return wrapper == null && isShellText(text.text(), steps) ? shells.get(Reading.CMD) : wrapper;
  }

  private static boolean isShellText(Excerpt text, StepCount steps) {
    return !text.isEmpty()
        && ("(@<>".indexOf(text.at(0)) >= 0 || !ProgramName.builtin(text, steps).isEmpty());
  }
}
