package dev.backflow.detection;

import dev.backflow.commandline.ShellArgv;
import dev.backflow.commandline.WindowsArgv;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the public detection rules would say of a line: Elastic's "Potential SSH Reverse Port
 * Forwarding" and five of Sigma's, their semantics in our own words, for a person to compare.
 */
public enum PublicRule {
  /** elastic/detection-rules, command_and_control_openssh_reverse_port_forwarding.toml. */
  ELASTIC("Elastic: SSH reverse port forwarding") {
    @Override
    @Nullable Match match(Line line) {
      return ElasticPattern.match(line);
    }
  },
  /** SigmaHQ, proc_creation_win_plink_port_forwarding.yml. */
  SIGMA_PLINK_FORWARDING("Sigma: plink port forwarding") {
    @Override
    @Nullable Match match(Line line) {
      boolean plink = "command-line ssh, telnet, and rlogin client".equals(line.description());
      return when(plink && line.has(" -r "), "the text \" -R \"");
    }
  },
  /** SigmaHQ, proc_creation_win_plink_susp_tunneling.yml. */
  SIGMA_PLINK_TUNNELING("Sigma: suspicious plink usage") {
    @Override
    @Nullable Match match(Line line) {
      boolean port = line.has(" -p 443") || line.has(" -p 22");
      boolean rdp = line.has(":127.0.0.1:3389") || (line.has(":3389") && port);
      return when(line.name().equals("plink.exe") && rdp, "the text \":3389\"");
    }
  },
  /** SigmaHQ, proc_creation_win_renamed_plink.yml. */
  SIGMA_RENAMED_PLINK("Sigma: renamed plink") {
    @Override
    @Nullable Match match(Line line) {
      boolean resource = "plink".equals(line.originalFileName());
      boolean text = line.has(" -l forward") && line.has(" -p ") && line.has(" -r ");
      return when(
          (resource || text) && !line.image().endsWith("\\plink.exe"),
          resource ? "the original file name" : "the texts \" -l forward\", \" -P \", \" -R \"");
    }
  },
  /** SigmaHQ, proc_creation_win_ssh_port_forward.yml. */
  SIGMA_SSH_FORWARDING("Sigma: ssh port forwarding") {
    @Override
    @Nullable Match match(Line line) {
      boolean option =
          List.of("-", "/", "\u2013", "\u2014", "\u2015").stream()
              .anyMatch(dash -> line.has(" " + dash + "r "));
      return when(line.image().endsWith("\\ssh.exe") && option, "the text \" -R \"");
    }
  },
  /** SigmaHQ, proc_creation_win_ssh_rdp_tunneling.yml. */
  SIGMA_SSH_RDP("Sigma: ssh RDP tunneling") {
    @Override
    @Nullable Match match(Line line) {
      return when(line.image().endsWith("\\ssh.exe") && line.has(":3389"), "the text \":3389\"");
    }
  };

  private final String title;

  PublicRule(String title) {
    this.title = title;
  }

  /** Returns the rule's name for a person. */
  public String title() {
    return title;
  }

  /** Returns whether the rule would fire. */
  public boolean fires(Subject subject) {
    return match(subject) != null;
  }

  @Nullable Match match(Subject subject) {
    return match(Line.of(subject));
  }

  abstract @Nullable Match match(Line line);

  private static @Nullable Match when(boolean fires, String what) {
    return fires ? new Match(null, what) : null;
  }

  /**
   * What made a rule fire.
   *
   * @param argument the argument, by the argv a log shipper sends; null for the text of the line
   * @param what in words
   */
  record Match(@Nullable Integer argument, String what) {}

  /** A record as the rules see it: lower-cased where they ignore case. */
  record Line(
      String image,
      String name,
      @Nullable String originalFileName,
      @Nullable String description,
      String text,
      List<String> argv) {

    static Line of(Subject subject) {
      String image = lower(subject.image() == null ? assumedImage(subject) : subject.image());
      int cut = image.replace('/', '\\').lastIndexOf('\\');
      return new Line(
          image,
          image.substring(cut + 1),
          lowerOrNull(subject.originalFileName()),
          lowerOrNull(subject.description()),
          lower(subject.commandLine()),
          ShellArgv.split(subject.commandLine()));
    }

    /** Without an image, the program's name in any folder: the rules want a path. */
    private static String assumedImage(Subject subject) {
      String name = ImageName.simple(WindowsArgv.programName(subject.commandLine().stripLeading()));
      return "\\" + name + ".exe";
    }

    boolean has(String part) {
      return text.contains(part);
    }

    private static @Nullable String lowerOrNull(@Nullable String text) {
      return text == null ? null : lower(text);
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }
}
