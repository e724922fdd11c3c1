package dev.backflow.commandline;

import java.util.List;

/**
 * One command of a cmd.exe line.
 *
 * @param text the command, free of carets and redirections; quotes are kept, as cmd keeps them
 * @param readsPipe whether it reads the output of the command before it
 * @param outputs the files its output is redirected to, as written
 */
record CmdCommand(Excerpt text, boolean readsPipe, List<String> outputs) {
  CmdCommand {
    outputs = List.copyOf(outputs);
  }

  CmdCommand withText(Excerpt other) {
    return new CmdCommand(other, readsPipe, outputs);
  }
}
