package dev.backflow.cli;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Destination;
import dev.backflow.commandline.ForwardText;
import dev.backflow.commandline.Program;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Decision;
import dev.backflow.detection.Detection;
import dev.backflow.detection.Explanation;
import dev.backflow.detection.Reason;
import dev.backflow.detection.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An explanation for a person at a terminal. */
final class ExplainText {
  private static final int LABEL = 11;
  private static final int MAX_ARGUMENT = 40;

  private final PrintWriter out;
  private final TextStyle style;

  ExplainText(PrintWriter out, TextStyle style) {
    this.out = out;
    this.style = style;
  }

  /** Writes one explanation. */
  void write(Explanation explanation) {
    Decision decision = explanation.decision();
    out.println(style.verdict(decision.verdict()) + "  " + headline(decision));
    summary(decision);
    arguments(explanation.arguments());
    section("Why", reasons(decision.reasons()));
    section("The public rules decide otherwise", explanation.publicRules());
    section("Not on the line", doubts(decision));
    out.flush();
  }

  private static String headline(Decision decision) {
    return switch (decision.verdict()) {
      case FORWARD -> "the program asks the server for a reverse forward";
      case ATTEMPT -> "a reverse forward was tried; the program does not ask for it";
      case HIDDEN -> "whether it forwards stands where the line does not show it";
      case NONE ->
          decision.program() == null
              ? "no SSH client that Backflow knows"
              : "the program asks for no reverse forward";
    };
  }

  private void summary(Decision decision) {
    if (!decision.wrappedBy().isEmpty()) {
      label("wrapped by", String.join(" > ", decision.wrappedBy()));
      label("line", decision.commandLine());
    }
    if (decision.program() == null || decision.identification() == null) {
      return;
    }
    label(
        "program",
        decision.program().id() + ", known by its " + knownBy(decision.identification()));
    Destination server =
        decision.destination() == null ? decision.apparent() : decision.destination();
    label("server", server == null ? null : server(server));
    boolean forwards = decision.verdict() == Verdict.FORWARD;
    for (RemoteForward forward : forwards ? decision.forwards() : decision.attempted()) {
      label(forwards ? "forward" : "not asked", ForwardText.says(forward));
    }
    facts(decision.facts());
  }

  private static String knownBy(Detection.Identification identification) {
    return switch (identification) {
      case IMAGE_NAME -> "name";
      case VERSION_RESOURCE -> "version resource or hash: it is renamed";
      case SHAPE -> "arguments: it is renamed";
      case ARGUMENTS -> "arguments: the program is not on the line";
    };
  }

  private static String server(Destination server) {
    String user = server.user() == null ? "" : server.user() + "@";
    return user + server.host() + ", port " + server.port();
  }

  private void facts(ConnectionFacts facts) {
    label("hops", facts.hops().isEmpty() ? null : String.join(", ", facts.hops()));
    label("proxy", facts.proxyCommand());
    label(
        "also", facts.localForwards().isEmpty() ? null : String.join(", ", facts.localForwards()));
    label(
        "server key",
        facts.hostKeyCheckOff() == null ? null : "not checked: " + facts.hostKeyCheckOff());
    label("password", facts.inlinePassword() ? "on the line" : null);
    label("command", facts.remoteCommand());
  }

  private void label(String name, @Nullable String value) {
    if (value != null) {
      block(style.dim(pad("  " + name, LABEL + 2)), LABEL + 2, style.safe(value));
    }
  }

  private void arguments(List<Explanation.Argument> arguments) {
    if (arguments.isEmpty()) {
      return;
    }
    out.println();
    int width = 0;
    for (Explanation.Argument argument : arguments) {
      width = Math.max(width, Math.min(MAX_ARGUMENT, style.safe(argument.text()).length()));
    }
    for (Explanation.Argument argument : arguments) {
      argument(argument, width);
    }
  }

  /** An argument that is wider than its column stands on a line of its own, above its meaning. */
  private void argument(Explanation.Argument argument, int width) {
    String shown = argument.text().isEmpty() ? "\"\"" : style.safe(argument.text());
    String mark = argument.decides() ? "> " : "  ";
    String meaning = argument.meaning();
    if (shown.length() > width) {
      block(mark, 2, shown);
      block(pad("", width + 4), width + 4, meaning);
    } else {
      String text = argument.decides() ? style.strong(shown) : shown;
      block(mark + text + " ".repeat(width + 2 - shown.length()), width + 4, style.safe(meaning));
    }
  }

  /** What a line without a forward still cannot rule out. */
  private static List<String> doubts(Decision decision) {
    if (decision.program() == null
        || decision.destination() == null
        || decision.verdict() != Verdict.NONE) {
      return List.of();
    }
    return List.of(
        decision.program() == Program.OPENSSH
            ? "~/.ssh/config and the machine's ssh_config may add forwards, if they hold any"
            : "Default Settings, or a saved session named like the host, may add forwards");
  }

  private static List<String> reasons(List<Reason> reasons) {
    List<String> lines = new ArrayList<>();
    for (Reason reason : reasons) {
      Integer at = reason.argument();
      lines.add(at == null ? reason.meaning() : "argument " + at + ": " + reason.meaning());
    }
    return lines;
  }

  private void section(String title, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.strong(title));
    for (String line : lines) {
      block("  - ", 4, style.safe(line));
    }
  }

  /** Writes text after a prefix, broken at the terminal's width and indented. */
  private void block(String prefix, int indent, String text) {
    List<String> lines = TextStyle.wrap(text, Math.max(24, style.width() - indent));
    out.println((prefix + lines.get(0)).stripTrailing());
    for (String line : lines.subList(1, lines.size())) {
      out.println(" ".repeat(indent) + line);
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
