package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the argv of an SSH client as the client itself does. Never throws, whatever the argv. */
public final class ClientGrammar {
  /** OpenSSH 9.4 gave {@code -P} a value. */
  private static final int MAJOR = 9;

  private static final int MINOR = 4;

  private ClientGrammar() {}

  /**
   * Reads an argv of OpenSSH's ssh.
   *
   * @param argv the program first
   * @param fileVersion the version resource of the image, for example {@code 9.5.4.1}, or null;
   *     when the version is not known, both meanings of {@code -P} are tried and the one that
   *     forwards counts
   */
  public static ClientReading ssh(List<String> argv, @Nullable String fileVersion) {
    return ssh(argv, fileVersion, new StepCount());
  }

  /** Reads an argv of a member of PuTTY's family, the program first. */
  public static ClientReading putty(List<String> argv, PuttyTool tool) {
    return PuttyGrammar.read(argv, tool, new StepCount());
  }

  /** Reads an argv of scp, the program first. */
  public static ClientReading scp(List<String> argv) {
    return CopyGrammar.read(argv, false, new StepCount());
  }

  /** Reads an argv of sftp, the program first. */
  public static ClientReading sftp(List<String> argv) {
    return CopyGrammar.read(argv, true, new StepCount());
  }

  static ClientReading ssh(List<String> argv, @Nullable String fileVersion, StepCount steps) {
    SshGrammar.TagOption known = known(fileVersion);
    if (known != null) {
      return SshGrammar.read(argv, known, steps);
    }
    ClientReading older = SshGrammar.read(argv, SshGrammar.TagOption.FLAG, steps);
    if (!older.requested().isEmpty() || !mayHaveTag(argv)) {
      return older;
    }
    ClientReading newer = SshGrammar.read(argv, SshGrammar.TagOption.VALUED, steps);
    return newer.requested().isEmpty() ? older : newer;
  }

  private static boolean mayHaveTag(List<String> argv) {
    return argv.stream().anyMatch(word -> word.startsWith("-") && word.indexOf('P') > 0);
  }

  private static SshGrammar.@Nullable TagOption known(@Nullable String fileVersion) {
    if (fileVersion == null) {
      return null;
    }
    String[] parts = fileVersion.strip().split("\\.", 3);
    int major = Numbers.strtonum(parts[0], 0, 1000);
    int minor = parts.length > 1 ? Numbers.atoi(parts[1]) : 0;
    if (major < 0) {
      return null;
    }
    boolean valued = major > MAJOR || (major == MAJOR && minor >= MINOR);
    return valued ? SshGrammar.TagOption.VALUED : SshGrammar.TagOption.FLAG;
  }
}
