package dev.backflow.cli;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A program of the demo's morning.
 *
 * @param path its image, with {@code %s} for the user
 * @param originalName the name in its version resource, or {@code -}
 * @param product the product in its version resource, or {@code -}
 * @param description the description in its version resource, or {@code -}
 * @param line a typical command line, with {@code %d} for a number
 */
record MorningProgram(
    String path, String originalName, String product, String description, String line) {
  static final MorningProgram CMD =
      new MorningProgram(
          "C:\\Windows\\System32\\cmd.exe",
          "Cmd.Exe",
          "Microsoft Windows Operating System",
          "Windows Command Processor",
          "C:\\Windows\\system32\\cmd.exe /d /c C:\\Scripts\\job%d.cmd");
  static final MorningProgram POWERSHELL =
      new MorningProgram(
          "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe",
          "PowerShell.EXE",
          "Microsoft Windows Operating System",
          "Windows PowerShell",
          "powershell.exe -NoProfile -File C:\\Scripts\\inventory.ps1 -Run %d");
  static final MorningProgram EXPLORER =
      new MorningProgram(
          "C:\\Windows\\explorer.exe",
          "EXPLORER.EXE",
          "Microsoft Windows Operating System",
          "Windows Explorer",
          "C:\\Windows\\Explorer.EXE");
  static final MorningProgram SVCHOST =
      new MorningProgram(
          "C:\\Windows\\System32\\svchost.exe",
          "svchost.exe",
          "Microsoft Windows Operating System",
          "Host Process for Windows Services",
          "C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule");
  static final MorningProgram SSH =
      new MorningProgram(
          "C:\\Windows\\System32\\OpenSSH\\ssh.exe", "-", "OpenSSH for Windows", "-", "ssh.exe");
  static final MorningProgram SCP =
      new MorningProgram(
          "C:\\Windows\\System32\\OpenSSH\\scp.exe", "-", "OpenSSH for Windows", "-", "scp.exe");
  static final MorningProgram PLINK =
      new MorningProgram(
          "C:\\Program Files\\PuTTY\\plink.exe",
          "Plink",
          "PuTTY suite",
          "Command-line SSH, Telnet, and Rlogin client",
          "plink.exe");
  static final MorningProgram RENAMED_PLINK =
      new MorningProgram(
          "C:\\ProgramData\\svcupd.exe",
          "Plink",
          "PuTTY suite",
          "Command-line SSH, Telnet, and Rlogin client",
          "svcupd.exe");
  static final MorningProgram CHMOD =
      new MorningProgram("C:\\Program Files\\Git\\usr\\bin\\chmod.exe", "-", "-", "-", "chmod.exe");
  static final MorningProgram ROBOCOPY =
      new MorningProgram(
          "C:\\Windows\\System32\\Robocopy.exe",
          "robocopy.exe",
          "Microsoft Windows Operating System",
          "Microsoft Robocopy",
          "robocopy.exe");

  static final List<MorningProgram> NOISE =
      List.of(
          CMD,
          POWERSHELL,
          SVCHOST,
          new MorningProgram(
              "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
              "chrome.exe",
              "Google Chrome",
              "Google Chrome",
              "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --type=renderer --renderer-client-id=%d"),
          new MorningProgram(
              "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
              "msedge.exe",
              "Microsoft Edge",
              "Microsoft Edge",
              "\"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe\" --type=utility --mojo-platform-channel-handle=%d"),
          new MorningProgram(
              "C:\\Users\\%s\\AppData\\Local\\Microsoft\\Teams\\current\\Teams.exe",
              "Teams.exe",
              "Microsoft Teams",
              "Microsoft Teams",
              "Teams.exe --type=renderer --lang=en --num-raster-threads=%d"),
          new MorningProgram(
              "C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE",
              "Outlook.exe",
              "Microsoft Outlook",
              "Microsoft Outlook",
              "OUTLOOK.EXE /recycle /n%d"),
          new MorningProgram(
              "C:\\Windows\\System32\\conhost.exe",
              "CONHOST.EXE",
              "Microsoft Windows Operating System",
              "Console Window Host",
              "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV%d"),
          new MorningProgram(
              "C:\\Windows\\System32\\taskhostw.exe",
              "taskhostw.exe",
              "Microsoft Windows Operating System",
              "Host Process for Windows Tasks",
              "taskhostw.exe Install %d"),
          new MorningProgram(
              "C:\\Program Files\\Git\\cmd\\git.exe",
              "git.exe",
              "Git",
              "Git for Windows",
              "git.exe log -n %d --format=oneline"),
          new MorningProgram(
              "C:\\Windows\\System32\\wbem\\WMIC.exe",
              "wmic.exe",
              "Microsoft Windows Operating System",
              "WMI Commandline Utility",
              "wmic process where processid=%d get name"));

  String name() {
    return path.substring(path.lastIndexOf('\\') + 1);
  }

  String pathFor(String user) {
    return path.replace("%s", user);
  }

  String typicalLine(int number) {
    return line.replace("%d", Integer.toString(number));
  }

  MorningProgram typicalParent() {
    return path.contains("System32") ? SVCHOST : EXPLORER;
  }

  /** A made-up hash: of the path, so that a program has one on every host. */
  String sha256() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
