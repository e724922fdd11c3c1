package dev.backflow.cli;

import dev.backflow.alerts.Printable;
import dev.backflow.cases.Case;
import dev.backflow.cases.Sighting;
import dev.backflow.triage.ForwardText;
import dev.backflow.triage.Level;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** Cases for a person at a terminal: the gravest first, each with what it hands to whom. */
final class CaseReport {
  private static final Comparator<Case> GRAVEST_FIRST =
      Comparator.comparing((Case c) -> c.worst().level())
          .thenComparing(c -> c.worst().score())
          .reversed()
          .thenComparing(Case::firstSeen);

  private static final int SUM_AT_MOST = 90;

  private final PrintWriter out;
  private final Ansi ansi;
  private final Names names;

  CaseReport(PrintWriter out, Ansi ansi, Names names) {
    this.out = out;
    this.ansi = ansi;
    this.names = names;
  }

  void print(Collection<Case> cases) {
    if (cases.isEmpty()) {
      out.println("No reverse SSH tunnel found.");
      return;
    }
    List<Case> sorted = cases.stream().sorted(GRAVEST_FIRST).toList();
    header(sorted);
    sorted.forEach(this::row);
  }

  private void header(List<Case> cases) {
    long tunnels = cases.size();
    out.println(tunnels + (tunnels == 1 ? " case" : " cases"));
    out.println();
  }

  private void row(Case c) {
    Sighting latest = c.latest();
    String level = String.format(Locale.ROOT, "%-8s", c.worst().level().name());
    out.println(
        painted(c.worst().level(), level) + " " + bold(text(names.host(c))) + "  " + what(c));
    for (int i = 0; i < latest.forwards().size(); i++) {
      line("reach", text(latest.exposes().get(i)));
      line("by way of", ForwardText.arrow(latest.forwards().get(i)));
    }
    line("server", server(c));
    line("run as", text(names.account(c)) + renamed(latest));
    line("seen", seen(c));
    sum("severity", c.worst().arithmetic());
    line("line", text(latest.commandLine()));
    line("record", text(latest.source() + ", " + latest.position()));
    out.println();
  }

  private static String what(Case c) {
    Sighting latest = c.latest();
    return switch (latest.verdict()) {
      case FORWARD -> latest.service() + " by " + latest.program();
      case ATTEMPT -> "an attempt that " + latest.program() + " refuses";
      case HIDDEN -> latest.program() + " with forwards hidden in a configuration";
      case NONE -> "nothing";
    };
  }

  private static String server(Case c) {
    String login = c.latest().login();
    String hops = c.latest().hops().stream().collect(Collectors.joining(", "));
    return text(
        (login == null ? "" : login + " at ")
            + c.key().serverText()
            + (c.latest().relay() ? " (public relay)" : "")
            + (hops.isEmpty() ? "" : " by way of " + hops));
  }

  private static String renamed(Sighting latest) {
    String image = latest.image() == null ? "" : ", " + text(latest.image());
    return image + (latest.renamed() ? " (renamed " + latest.program() + ")" : "");
  }

  private static String seen(Case c) {
    String when =
        c.firstSeen().equals(c.lastSeen())
            ? c.firstSeen().toString()
            : c.firstSeen() + " to " + c.lastSeen();
    return when + ", " + c.sightings() + (c.sightings() == 1 ? " sighting" : " sightings");
  }

  private void line(String name, String value) {
    out.println(String.format(Locale.ROOT, "         %-9s %s", name, value));
  }

  /** Breaks a long sum before its plus signs: a person reads it term by term. */
  private void sum(String name, String sum) {
    StringBuilder row = new StringBuilder();
    String label = name;
    for (String term : sum.split(" (?=[+=-] )", -1)) {
      if (row.length() + term.length() > SUM_AT_MOST) {
        line(label, row.toString());
        label = "";
        row.setLength(0);
      }
      row.append(row.length() == 0 ? "" : " ").append(term);
    }
    line(label, row.toString());
  }

  private static String text(String raw) {
    return Printable.text(raw);
  }

  private String bold(String text) {
    return ansi.enabled() ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private String painted(Level level, String text) {
    if (!ansi.enabled()) {
      return text;
    }
    String colour =
        switch (level) {
          case CRITICAL -> "1;31";
          case HIGH -> "31";
          case MEDIUM -> "33";
          case LOW -> "36";
        };
    return "\u001b[" + colour + "m" + text + "\u001b[0m";
  }
}
