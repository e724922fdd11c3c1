package dev.backflow.commandline;

/** Whose rules an excerpt is to be read by. */
enum Reading {
  /** A line as CreateProcess takes it: a program and its arguments. */
  PROCESS,
  /** Text for the command interpreter cmd.exe. */
  CMD,
  /** Text of a PowerShell script. */
  POWERSHELL,
  /** Text for a POSIX shell. */
  POSIX,
  /** A command of a shell itself, or a script file: no program that could be a client. */
  BUILTIN
}
