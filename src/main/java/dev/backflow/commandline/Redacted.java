package dev.backflow.commandline;

import java.util.List;

/**
 * A command line without its secrets.
 *
 * @param text the line; each secret is replaced by {@link Redactor#MASK}, an encoded command by
 *     what it says, all else is as it was
 * @param secrets what was masked, in the order in which it stands
 */
public record Redacted(String text, List<Secret> secrets) {
  public Redacted {
    secrets = List.copyOf(secrets);
  }
}
