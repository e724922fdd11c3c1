package dev.backflow.commandline;

import dev.backflow.commandline.LauncherWrapper.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Programs that run the rest of their line, with the options each has before it. */
final class Launchers {
  private static final Options CONHOST =
      new Options(
          Set.of("--headless", "--inheritcursor", "--resizequirk", "-forcev1", "--"),
          Set.of("--width", "--height", "--signal", "--server", "--feature", "--vtmode"),
          List.of("0x"));

  /** Options of PsExec 2.43, as {@code psexec} prints them. */
  private static final Options PSEXEC =
      new Options(
          Set.of(
              "-s",
              "-d",
              "-h",
              "-l",
              "-e",
              "-x",
              "-c",
              "-f",
              "-v",
              "-i",
              "-low",
              "-belownormal",
              "-abovenormal",
              "-high",
              "-realtime",
              "-background",
              "-accepteula",
              "-nobanner",
              "/accepteula"),
          Set.of("-u", "-p", "-n", "-w", "-r", "-a", "-g"),
          List.of("\\\\", "@"));

  private static final Options WINRS =
      new Options(
          Set.of(
              "-noecho", "-noprofile", "-unencrypted", "-allowdelegate", "-compression", "-usessl"),
          Set.of(),
          List.of(
              "-r:",
              "-remote:",
              "-u:",
              "-username:",
              "-p:",
              "-password:",
              "-t:",
              "-timeout:",
              "-d:",
              "-directory:",
              "-env",
              "/r:",
              "/u:",
              "/p:",
              "/d:",
              "/t:",
              "/env"));

  private static final Options SSHPASS =
      new Options(Set.of("-e", "-v"), Set.of("-p", "-f", "-d"), List.of("-p", "-f", "-d"));

  /** Windows Terminal, its subcommands included. */
  private static final Options TERMINAL =
      new Options(
          Set.of("nt", "new-tab", "sp", "split-pane", "-f", "-m", "--fullscreen", "--maximized"),
          Set.of("-w", "--window", "-p", "--profile", "-d", "--startingdirectory", "--title"),
          List.of());

  private static final Options SUDO =
      new Options(Set.of("-e", "-n", "-h", "-s", "-b", "-i", "-w", "--"), Set.of("-u"), List.of());

  private static final Options PLAIN = new Options(Set.of("--"), Set.of(), List.of());

  private Launchers() {}

  static Map<String, Wrapper> byProgram() {
    Map<String, Wrapper> launchers = new HashMap<>();
    launchers.put("conhost", new LauncherWrapper("conhost", CONHOST));
    for (String name : List.of("psexec", "psexec64", "paexec")) {
      launchers.put(name, new LauncherWrapper("psexec", PSEXEC));
    }
    launchers.put("wt", new LauncherWrapper("wt", TERMINAL));
    launchers.put("autossh", new AutosshWrapper());
    launchers.put("winrs", new LauncherWrapper("winrs", WINRS));
    launchers.put("sshpass", new LauncherWrapper("sshpass", SSHPASS));
    for (String name : List.of("sudo", "gsudo")) {
      launchers.put(name, new LauncherWrapper(name, SUDO));
    }
    for (String name : List.of("winpty", "nohup", "setsid", "env")) {
      launchers.put(name, new LauncherWrapper(name, PLAIN));
    }
    return launchers;
  }
}
