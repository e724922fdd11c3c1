package dev.backflow.commandline;

import dev.backflow.commandline.PowerShellArgument.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts strings that a script keeps in variables where it uses them. */
final class PowerShellVariables {
  private final Map<String, List<Excerpt>> values = new HashMap<>();
  private final IdentityHashMap<PowerShellCommand, PowerShellCommand> replaced =
      new IdentityHashMap<>();
  private int room;

  private PowerShellVariables(int room) {
    this.room = room;
  }

  /**
   * Returns the commands with variables replaced where a whole argument is one.
   *
   * @param room how many characters may be added in all
   */
  static List<PowerShellCommand> replace(List<PowerShellCommand> commands, int room) {
    PowerShellVariables variables = new PowerShellVariables(room);
    return commands.stream().map(variables::replace).toList();
  }

  private PowerShellCommand replace(PowerShellCommand command) {
    List<PowerShellArgument> arguments = new ArrayList<>();
    command.arguments().forEach(a -> arguments.add(replace(a)));
    PowerShellCommand result =
        new PowerShellCommand(
            PowerShellExpressions.fold(arguments),
            command.variable(),
            command.called(),
            source(command.source()));
    if (result.isLiteral() && !result.variable().isEmpty()) {
      values.put(key(result.variable()), result.first().values());
    }
    replaced.put(command, result);
    return result;
  }

  private @Nullable PowerShellCommand source(@Nullable PowerShellCommand source) {
    return source == null ? null : replaced.getOrDefault(source, source);
  }

  private PowerShellArgument replace(PowerShellArgument argument) {
    List<Excerpt> value = argument.kind() == Kind.BARE ? values.get(key(argument.word())) : null;
    if (value == null) {
      return argument;
    }
    int length = value.stream().mapToInt(Excerpt::length).sum();
    if (length > room) {
      return argument;
    }
    room -= length + 1;
    return new PowerShellArgument(Kind.STRING, "", value);
  }

  /** Names are read without case; a list is passed on as {@code @name} too. */
  private static String key(String word) {
    String lower = Ascii.lower(word);
    return lower.startsWith("@") ? "$" + lower.substring(1) : lower;
  }
}
