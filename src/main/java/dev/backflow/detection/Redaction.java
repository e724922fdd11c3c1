package dev.backflow.detection;

import dev.backflow.commandline.ConnectionFacts;
import dev.backflow.commandline.Redacted;
import dev.backflow.commandline.Redactor;
import dev.backflow.commandline.Secret;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the secrets of an event's lines out of everything that is said about it. */
final class Redaction {
  private final Redactor redactor;
  private final List<Secret> secrets = new ArrayList<>();

  /** Learns the secrets of these lines; a secret of one is masked in all. */
  Redaction(Redactor redactor, List<String> lines) {
    this.redactor = redactor;
    for (String line : lines) {
      secrets.addAll(redactor.redact(line).secrets());
    }
  }

  /** Redacts a whole command line. */
  String line(String line) {
    Redacted redacted = redactor.redact(line);
    return text(redacted.text());
  }

  @Nullable String lineOrNull(@Nullable String line) {
    return line == null ? null : line(line);
  }

  /** Masks the secrets that were learned wherever they stand in a text. */
  String text(String text) {
    return secrets.isEmpty() ? text : Redactor.maskEverywhere(text, secrets);
  }

  @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : text(text);
  }

  List<String> texts(List<String> texts) {
    return texts.stream().map(this::text).toList();
  }

  Reason reason(Reason reason) {
    return new Reason(reason.argument(), textOrNull(reason.text()), text(reason.meaning()));
  }

  ConnectionFacts facts(ConnectionFacts facts) {
    return new ConnectionFacts(
        texts(facts.hops()),
        texts(facts.localForwards()),
        lineOrNull(facts.proxyCommand()),
        texts(facts.identityFiles()),
        textOrNull(facts.configFile()),
        facts.hostKeyCheckOff(),
        facts.inlinePassword(),
        facts.noCommand(),
        facts.background(),
        lineOrNull(facts.remoteCommand()));
  }
}
