package dev.backflow.detection;

import dev.backflow.commandline.ClientReading;
import dev.backflow.commandline.Meaning;
import dev.backflow.commandline.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a decision into words. */
final class Reasons {
  private Reasons() {}

  static void identification(Identified identified, List<Reason> reasons) {
    String text =
        switch (identified.how()) {
          case IMAGE_NAME -> null;
          case VERSION_RESOURCE ->
              "the image has another name, its version resource or hash is that of "
                  + identified.client().shown();
          case ARGUMENTS ->
              "the program stands in another record, the arguments are those of "
                  + identified.client().shown();
          case SHAPE ->
              "the image has another name, the arguments are those of "
                  + identified.client().shown();
        };
    if (text != null) {
      reasons.add(new Reason(null, null, text));
    }
  }

  static void reading(
      ClientReading reading,
      List<String> argv,
      Verdict verdict,
      @Nullable String hidden,
      List<Reason> reasons) {
    for (Meaning meaning : reading.meanings()) {
      if (meaning.decides()) {
        reasons.add(new Reason(meaning.argument(), argv.get(meaning.argument()), meaning.says()));
      }
    }
    outcome(reading, reasons);
    if (reading.switchedOff() != null && reading.reverseAsked()) {
      reasons.add(new Reason(null, null, reading.switchedOff()));
    }
    if (verdict == Verdict.HIDDEN && hidden != null) {
      reasons.add(hidden(reading, argv, hidden));
    }
    if (verdict == Verdict.ATTEMPT && !reading.reverseAsked()) {
      reasons.add(
          new Reason(
              null,
              null,
              "a reverse forward behind something that looks like -R; the program takes it for the"
                  + " server's name"));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(null, null, "no option of the line asks for a reverse forward"));
    }
  }

  private static void outcome(ClientReading reading, List<Reason> reasons) {
    if (reading.outcome() instanceof Outcome.Refuses refuses && refuses.argument() == null) {
      reasons.add(new Reason(null, null, "the program refuses the line: " + refuses.why()));
    } else if (reading.outcome() instanceof Outcome.Informs informs) {
      reasons.add(new Reason(null, null, "no connection: " + informs.why()));
    }
  }

  private static Reason hidden(ClientReading reading, List<String> argv, String hidden) {
    Integer at = reading.hiding();
    return at == null ? new Reason(null, null, hidden) : new Reason(at, argv.get(at), hidden);
  }
}
