package dev.backflow.alerts;

import dev.backflow.cases.Alert;
import dev.backflow.cases.Case;
import dev.backflow.cases.Seen;
import dev.backflow.cases.Sighting;
import dev.backflow.commandline.RemoteForward;
import dev.backflow.detection.Reason;
import dev.backflow.detection.Verdict;
import dev.backflow.triage.ForwardText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a person reads it at three in the morning: what is open to whom comes first, what to
 * do before the arithmetic, and what is not known is said.
 */
public final class MailText {
  private static final int LINE_AT_MOST = 1_500;

  private final Alert alert;
  private final Case c;
  private final Sighting latest;
  private final StringBuilder out = new StringBuilder();

  /** Prepares the text of an alert. */
  public MailText(Alert alert) {
    this.alert = alert;
    this.c = alert.snapshot();
    this.latest = c.latest();
  }

  /** Returns at most 99 printable ASCII characters. */
  public String subject() {
    return Headline.subject(c);
  }

  /** Returns the text, lines ended by a newline. */
  public String text() {
    out.setLength(0);
    line(Headline.title(c));
    whatIsOpen();
    whoStartedIt();
    approvalAndScope();
    notKnown();
    whatToDo();
    evidence();
    return out.toString();
  }

  private void whatIsOpen() {
    line("");
    for (RemoteForward forward : latest.forwards()) {
      line("Since " + c.firstSeen() + ": " + reach(forward));
    }
    if (latest.forwards().isEmpty()) {
      line("Since " + c.firstSeen() + ": " + unreadable());
    }
    line("State: " + state());
    if (latest.relay()) {
      line(
          "The server is a public tunnel relay: the exposed service is on the open Internet; "
              + "a policy question, not intrusion evidence.");
    }
  }

  private String reach(RemoteForward forward) {
    int index = latest.forwards().indexOf(forward);
    String exposed = latest.exposes().get(index);
    String server = c.key().serverText();
    if (latest.verdict() != Verdict.FORWARD) {
      return "tried to open " + exposed + " to " + server;
    }
    return "whoever connects to "
        + ForwardText.listen(forward)
        + " on SSH server "
        + server
        + " can reach "
        + exposed.replace("this host", latest.hostName());
  }

  private String unreadable() {
    return latest.verdict() == Verdict.HIDDEN
        ? "the forwards stand in a configuration the line does not show"
        : "the line does not parse as far as a forward";
  }

  private String state() {
    String seen = c.sightings() + (c.sightings() == 1 ? " sighting" : " sightings");
    String again = alert.sightings() > 1 ? ", " + alert.sightings() + " since the last alert" : "";
    return Headline.state(latest)
        + " ("
        + seen
        + ", last "
        + c.lastSeen()
        + again
        + "). Told now because: "
        + Printable.text(alert.cause())
        + ".";
  }

  private void whoStartedIt() {
    line("");
    line("Started by: " + latest.account() + binary());
    if (!latest.wrappedBy().isEmpty()) {
      line("Wrapped by: " + String.join(" > ", latest.wrappedBy()));
    }
    for (String ancestor : latest.lineage()) {
      line("  from: " + ancestor);
    }
    if (!latest.unusualParent().isEmpty()) {
      line("  unusual: " + latest.unusualParent());
    }
    boolean registered = c.worst().has("autostart");
    line("Starts again: " + (registered ? "yes, it is registered" : "nothing registered was seen"));
  }

  private String binary() {
    String image = latest.image() == null ? latest.program() : latest.image();
    String own = latest.originalFileName();
    return ", as "
        + image
        + (latest.renamed() ? ", a renamed " + (own == null ? latest.program() : own) : "");
  }

  private void approvalAndScope() {
    line("");
    line("Approval: none on record.");
    line(
        "Also on: "
            + (latest.relatedHosts().isEmpty()
                ? "no other host seen with this server"
                : latest.relatedHosts().size()
                    + " other: "
                    + String.join(", ", latest.relatedHosts())));
  }

  private void notKnown() {
    line("");
    line("Not known:");
    latest.gaps().forEach(gap -> line("  - " + gap));
  }

  private void whatToDo() {
    line("");
    line("Now:");
    NextSteps.of(c).forEach(step -> line("  - " + step));
  }

  private void evidence() {
    line("");
    line("Severity: " + c.worst().arithmetic());
    line("Line:     " + latest.commandLine());
    line("");
    line("1 Asked for:  " + join(latest.forwards().stream().map(ForwardText::arrow).toList()));
    for (Reason reason : latest.reasons()) {
      line("              " + reasonText(reason));
    }
    line("2 Lineage:    " + latest.account() + "; SHA-256 " + known(latest.sha256()));
    line("3 Recurring:  " + launches());
    line("4 Server:     " + c.key().serverText() + ", login " + join(values(c.logins())) + hops());
    line("5 Elsewhere:  " + join(latest.relatedHosts()));
    line("");
    line("Case " + c.id() + "  alert " + alert.id() + "  tenant " + c.key().tenant());
    line("Host " + latest.hostName() + " (" + c.key().hostId() + "), " + latest.source());
    line("Record " + latest.position());
  }

  private String launches() {
    if (c.launches() == 0) {
      return "no launch seen";
    }
    return c.launches() == 1
        ? "1 launch, " + c.lastSeen()
        : c.launches() + " launches from " + c.firstSeen() + " to " + c.lastSeen();
  }

  private String hops() {
    return latest.hops().isEmpty() ? "" : ", by way of " + String.join(", ", latest.hops());
  }

  private static String reasonText(Reason reason) {
    String where = reason.argument() == null ? "" : "argument " + reason.argument() + " ";
    String text = reason.text() == null ? "" : "'" + reason.text() + "' ";
    return where + text + reason.meaning();
  }

  private static List<String> values(List<Seen> seen) {
    List<String> out = new ArrayList<>();
    seen.forEach(s -> out.add(s.value()));
    return out;
  }

  private static String join(List<String> values) {
    return values.isEmpty() ? "none seen" : values.stream().collect(Collectors.joining(", "));
  }

  private static String known(@Nullable String value) {
    return value == null ? "not known" : value;
  }

  private void line(String text) {
    out.append(Printable.brief(text, LINE_AT_MOST)).append('\n');
  }
}
