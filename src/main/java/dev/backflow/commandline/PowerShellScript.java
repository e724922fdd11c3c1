package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads text as PowerShell does: programs it runs, and the cmdlets and methods that run others. */
final class PowerShellScript implements Wrapper {
  private static final Set<String> ANSWERS = Set.of("y", "n", "yes", "no");
  private static final Set<String> OUTPUT = Set.of("echo", "write-output", "write", "write-host");

  private static final Set<String> METHODS =
      Set.of("start", "create", "run", "exec", "shellexecute");

  @Override
  public List<Opened> open(Excerpt script, StepCount steps) {
    List<PowerShellCommand> commands =
        PowerShellVariables.replace(PowerShellParser.commands(script, steps), script.length());
    IdentityHashMap<PowerShellCommand, PowerShellCommand> readers = new IdentityHashMap<>();
    for (PowerShellCommand command : commands) {
      if (command.source() != null) {
        readers.put(command.source(), command);
      }
    }
    List<Opened> opened = new ArrayList<>();
    for (PowerShellCommand command : commands) {
      PowerShellCommand reader = readers.get(command);
      Wrapping wrapping = wrapping(command, reader != null);
      Excerpt feeds = reader == null ? null : reader.line();
      for (Opened inner : inner(command)) {
        Wrapping all = inner.wrapping().inside(wrapping);
        opened.add(new Opened(inner.text(), inner.reading(), all, feeds));
      }
      calls(command, wrapping, opened);
    }
    opened.addAll(ScheduledTaskCmdlets.open(commands));
    opened.addAll(DescribedPrograms.open(commands));
    return opened;
  }

  private static Wrapping wrapping(PowerShellCommand command, boolean feeds) {
    PowerShellCommand source = command.source();
    if (source == null) {
      return feeds ? Wrapping.by("pipeline") : Wrapping.NONE;
    }
    Wrapping wrapping = Wrapping.by("pipeline");
    return ANSWERS.contains(said(source)) ? wrapping.answered() : wrapping;
  }

  private static String said(PowerShellCommand source) {
    List<PowerShellArgument> said = source.isLiteral() ? source.arguments() : source.operands();
    boolean speaks = source.isLiteral() || OUTPUT.contains(source.name());
    return speaks && said.size() == 1 ? Ascii.lower(said.get(0).joined().text()) : "";
  }

  private static List<Opened> inner(PowerShellCommand command) {
    if (command.first().kind() == PowerShellArgument.Kind.CALL) {
      return List.of(inView(command));
    }
    return switch (command.name()) {
      case "start-process", "saps", "start" -> with(command, StartProcess.open(command));
      case "invoke-expression", "iex" -> with(command, expression(command));
      case "new-service" -> with(command, ServiceCmdlets.newService(command));
      case "new-itemproperty", "set-itemproperty", "sp" ->
          with(command, RegistryCmdlets.property(command));
      case "invoke-wmimethod", "iwmi" -> with(command, WmiCmdlets.invokeMethod(command));
      default -> plain(command);
    };
  }

  /** The cmdlet itself stays in view: it may bear a secret. */
  private static List<Opened> with(PowerShellCommand command, List<Opened> opened) {
    List<Opened> all = new ArrayList<>();
    all.add(inView(command));
    all.addAll(opened);
    return all;
  }

  private static Opened inView(PowerShellCommand command) {
    return new Opened(command.words(), Reading.BUILTIN, Wrapping.NONE);
  }

  private static List<Opened> plain(PowerShellCommand command) {
    Excerpt line = command.line();
    Excerpt created = WmiCmdlets.commandLineProperty(command);
    if (created != null) {
      return List.of(new Opened(created, Reading.PROCESS, Wrapping.by("Win32_Process")));
    }
    if (command.isLiteral() && !command.called()) {
      return List.of(new Opened(literal(command), Reading.BUILTIN, Wrapping.NONE));
    }
    if (PowerShellNames.isOwn(command.name())) {
      return List.of(inView(command));
    }
    Wrapping wrapping =
        command.first().isString() && !command.called()
            ? Wrapping.NONE.refused(
                "PowerShell takes a string in quotes for a value, not a command")
            : Wrapping.NONE;
    Opened program = new Opened(line, Reading.PROCESS, wrapping);
    return command.hasQuotes() ? List.of(inView(command), program) : List.of(program);
  }

  /** A string stays in view as what is done with it: {@code $x=string}, or output. */
  private static Excerpt literal(PowerShellCommand command) {
    String variable = command.variable();
    String before = variable.isEmpty() ? "Write-Output " : variable + "=";
    return new Excerpt.Builder()
        .add(Excerpt.supplied(before))
        .add(command.first().joined())
        .build();
  }

  private static List<Opened> expression(PowerShellCommand command) {
    PowerShellCommand source = command.source();
    @Nullable PowerShellArgument script =
        command.operands().stream()
            .filter(a -> !a.isParameter() && !a.values().isEmpty())
            .findFirst()
            .orElse(source != null && source.isLiteral() ? source.first() : null);
    return script == null
        ? List.of()
        : List.of(
            new Opened(script.joined(), Reading.POWERSHELL, Wrapping.by("Invoke-Expression")));
  }

  /** {@code [Diagnostics.Process]::Start(...)}, {@code (...).Run(...)}, {@code .Create(...)}. */
  private static void calls(PowerShellCommand command, Wrapping wrapping, List<Opened> opened) {
    for (PowerShellArgument argument : command.arguments()) {
      if (argument.kind() != PowerShellArgument.Kind.CALL || argument.values().isEmpty()) {
        continue;
      }
      String word = Ascii.lower(argument.word());
      String method = word.substring(Math.max(word.lastIndexOf('.'), word.lastIndexOf(':')) + 1);
      if (METHODS.contains(method)) {
        Wrapping all = Wrapping.by(name(method)).inside(wrapping);
        opened.add(new Opened(started(method, argument), Reading.PROCESS, all));
      }
    }
  }

  private static String name(String method) {
    return switch (method) {
      case "start" -> "Process.Start";
      case "create" -> "Win32_Process.Create";
      case "run" -> "WScript.Shell.Run";
      case "exec" -> "WScript.Shell.Exec";
      default -> "ShellExecute";
    };
  }

  private static Excerpt started(String method, PowerShellArgument call) {
    List<Excerpt> values = call.values();
    boolean apart = method.equals("start") || method.equals("shellexecute");
    return apart
        ? ProgramLine.of(values.get(0), values.size() > 1 ? values.get(1) : null)
        : values.get(0);
  }
}
