package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ScheduledTasks module: a script names the action, the trigger, the principal and the task in
 * cmdlets of their own; what a script says of them belongs together.
 */
final class ScheduledTaskCmdlets {
  private static final List<String> ACTION =
      List.of("execute", "argument", "workingdirectory", "id");
  private static final List<String> TASK =
      List.of(
          "taskname",
          "taskpath",
          "action",
          "trigger",
          "settings",
          "user",
          "password",
          "runlevel",
          "description",
          "principal",
          "inputobject",
          "xml");
  private static final List<String> PRINCIPAL =
      List.of("userid", "logontype", "runlevel", "groupid", "id");
  private static final Set<String> SWITCHES = Set.of("force", "asjob", "whatif", "confirm");

  private ScheduledTaskCmdlets() {}

  static List<Opened> open(List<PowerShellCommand> commands) {
    List<Opened> opened = new ArrayList<>();
    String name = null;
    String runAs = null;
    String trigger = null;
    for (PowerShellCommand command : commands) {
      switch (command.name()) {
        case "register-scheduledtask", "set-scheduledtask" -> {
          PowerShellBinding task = PowerShellBinding.of(command.operands(), TASK, SWITCHES);
          name = first(task.get("taskname", 0), name);
          runAs = first(task.get("user"), runAs);
        }
        case "new-scheduledtaskprincipal" ->
            runAs =
                first(
                    PowerShellBinding.of(command.operands(), PRINCIPAL, SWITCHES).get("userid", 0),
                    runAs);
        case "new-scheduledtasktrigger" -> trigger = trigger(command);
        default -> {}
      }
    }
    Wrapping wrapping = Wrapping.registration("Register-ScheduledTask", name, runAs, trigger);
    for (PowerShellCommand command : commands) {
      if (command.name().equals("new-scheduledtaskaction")) {
        Excerpt line = action(command);
        if (line != null) {
          opened.add(new Opened(line, Reading.PROCESS, wrapping));
        }
      }
    }
    return opened;
  }

  private static @Nullable Excerpt action(PowerShellCommand command) {
    PowerShellBinding bound = PowerShellBinding.of(command.operands(), ACTION, SWITCHES);
    PowerShellArgument program = bound.get("execute", 0);
    PowerShellArgument argument = bound.get("argument", bound.get("execute") == null ? 1 : 0);
    if (program == null || program.values().isEmpty()) {
      return null;
    }
    return ProgramLine.of(program.joined(), argument == null ? null : argument.joined());
  }

  private static @Nullable String first(
      @Nullable PowerShellArgument argument, @Nullable String otherwise) {
    return argument == null || argument.values().isEmpty() ? otherwise : argument.joined().text();
  }

  /** {@code New-ScheduledTaskTrigger -AtStartup} starts "AtStartup". */
  private static String trigger(PowerShellCommand command) {
    StringBuilder text = new StringBuilder();
    for (PowerShellArgument argument : command.operands()) {
      String word = argument.isParameter() ? argument.word().substring(1) : "";
      String part = word.isEmpty() ? argument.joined().text() : word;
      text.append(text.isEmpty() ? "" : " ").append(Ascii.lower(part));
    }
    return text.toString();
  }
}
