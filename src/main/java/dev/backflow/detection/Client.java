package dev.backflow.detection;

import dev.backflow.commandline.ClientGrammar;
import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.PuttyTool;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs whose command lines are read, by the grammar that reads them. */
enum Client {
  SSH("ssh"),
  SCP("scp"),
  SFTP("sftp"),
  PLINK("plink"),
  KLINK("klink"),
  PUTTY("putty"),
  KITTY("kitty");

  private final String shown;

  Client(String shown) {
    this.shown = shown;
  }

  /** Returns the name a person knows it by. */
  String shown() {
    return shown;
  }

  ClientReading read(List<String> argv, @Nullable String fileVersion) {
    return switch (this) {
      case SSH -> ClientGrammar.ssh(argv, fileVersion);
      case SCP -> ClientGrammar.scp(argv);
      case SFTP -> ClientGrammar.sftp(argv);
      case PLINK -> ClientGrammar.putty(argv, PuttyTool.PLINK);
      case KLINK -> ClientGrammar.putty(argv, PuttyTool.KLINK);
      case PUTTY -> ClientGrammar.putty(argv, PuttyTool.PUTTY);
      case KITTY -> ClientGrammar.putty(argv, PuttyTool.KITTY);
    };
  }
}
