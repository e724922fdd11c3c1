package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What wraps a command and what the wrapper says about it; the parts are those of {@link
 * UnwrappedCommand}.
 */
record Wrapping(
    List<String> by,
    boolean registered,
    boolean answeredByPipe,
    @Nullable String name,
    @Nullable String runAs,
    @Nullable String trigger,
    @Nullable String refusal) {

  static final Wrapping NONE = new Wrapping(List.of(), false, false, null, null, null, null);

  Wrapping {
    by = List.copyOf(by);
  }

  static Wrapping by(String... wrappers) {
    return new Wrapping(List.of(wrappers), false, false, null, null, null, null);
  }

  static Wrapping registration(
      String wrapper, @Nullable String name, @Nullable String runAs, @Nullable String trigger) {
    return new Wrapping(List.of(wrapper), true, false, name, runAs, trigger, null);
  }

  Wrapping answered() {
    return new Wrapping(by, registered, true, name, runAs, trigger, refusal);
  }

  Wrapping refused(@Nullable String why) {
    return new Wrapping(by, registered, answeredByPipe, name, runAs, trigger, why);
  }

  /** Returns this wrapping when it stands itself inside another. */
  Wrapping inside(Wrapping outer) {
    List<String> all = new ArrayList<>(outer.by);
    all.addAll(by);
    return new Wrapping(
        all,
        registered || outer.registered,
        answeredByPipe || outer.answeredByPipe,
        name == null ? outer.name : name,
        runAs == null ? outer.runAs : runAs,
        trigger == null ? outer.trigger : trigger,
        refusal == null ? outer.refusal : refusal);
  }

  UnwrappedCommand of(String commandLine) {
    return new UnwrappedCommand(
        commandLine, by, registered, answeredByPipe, name, runAs, trigger, refusal);
  }
}
