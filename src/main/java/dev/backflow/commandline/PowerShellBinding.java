package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a cmdlet under the names of its parameters. A name may be shortened; {@code
 * -Name:value} is one word.
 */
final class PowerShellBinding {
  private final Map<String, PowerShellArgument> named = new HashMap<>();
  private final List<PowerShellArgument> positional = new ArrayList<>();

  private PowerShellBinding() {}

  /**
   * Binds arguments.
   *
   * @param parameters names of the parameters that take a value, lower case, in the order in which
   *     a shortened name is tried
   * @param switches names of those that take none
   */
  static PowerShellBinding of(
      List<PowerShellArgument> arguments, List<String> parameters, Set<String> switches) {
    PowerShellBinding binding = new PowerShellBinding();
    for (int i = 0; i < arguments.size(); i++) {
      PowerShellArgument argument = arguments.get(i);
      if (!argument.isParameter()) {
        binding.positional.add(argument);
        continue;
      }
      String name = Ascii.lower(argument.word().substring(1));
      int colon = name.indexOf(':');
      if (colon > 0 && colon < name.length() - 1) {
        binding.bindGlued(argument, resolve(name.substring(0, colon), parameters), colon + 2);
      } else if (!isSwitch(name, parameters, switches) && i + 1 < arguments.size()) {
        i++;
        String plain = colon > 0 ? name.substring(0, colon) : name;
        binding.named.putIfAbsent(resolve(plain, parameters), arguments.get(i));
      }
    }
    return binding;
  }

  private void bindGlued(PowerShellArgument argument, String name, int from) {
    Excerpt whole = argument.values().get(0);
    if (from <= whole.length()) {
      List<Excerpt> values = new ArrayList<>(argument.values());
      values.set(0, whole.from(from));
      named.putIfAbsent(name, new PowerShellArgument(PowerShellArgument.Kind.STRING, "", values));
    }
  }

  private static boolean isSwitch(String name, List<String> parameters, Set<String> switches) {
    return parameters.stream().noneMatch(p -> p.startsWith(name))
        && switches.stream().anyMatch(s -> s.startsWith(name));
  }

  private static String resolve(String name, List<String> parameters) {
    return parameters.stream().filter(p -> p.startsWith(name)).findFirst().orElse(name);
  }

  /** Returns the argument of a parameter, given by name or else by position, or null. */
  @Nullable PowerShellArgument get(String parameter, int position) {
    PowerShellArgument byName = named.get(parameter);
    if (byName != null) {
      return byName;
    }
    return position < positional.size() ? positional.get(position) : null;
  }

  @Nullable PowerShellArgument get(String parameter) {
    return named.get(parameter);
  }

  boolean has(String parameter) {
    return named.containsKey(parameter);
  }

  /** Returns how many of the parameters are given by name. */
  int count(String... parameters) {
    return (int) Arrays.stream(parameters).filter(named::containsKey).count();
  }

  @Nullable String text(String parameter) {
    PowerShellArgument argument = named.get(parameter);
    return argument == null ? null : argument.joined().text();
  }
}
