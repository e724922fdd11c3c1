package dev.backflow.commandline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secret found on a command line: where, what bears it, and how to know it again. The text of the
 * secret does not leave this package, and {@link #toString} does not show it.
 */
public final class Secret {
  private final int position;
  private final String bearer;
  private final @Nullable String keyedHash;
  private final List<String> forms;

  Secret(int position, String bearer, @Nullable String keyedHash, List<String> forms) {
    this.position = position;
    this.bearer = bearer;
    this.keyedHash = keyedHash;
    this.forms = List.copyOf(forms);
  }

  /** Returns the index of its first character in the line as it was before redaction. */
  public int position() {
    return position;
  }

  /** Returns what bears it, as a person would name it: {@code -pw}, {@code SSHPASS}, ... */
  public String bearer() {
    return bearer;
  }

  /**
   * Returns the HMAC-SHA256 of the secret in hexadecimal, the same wherever the secret is used;
   * null when the redactor has no key.
   */
  public @Nullable String keyedHash() {
    return keyedHash;
  }

  /** Returns the texts by which it may stand elsewhere: as meant, and as quoted here. */
  List<String> forms() {
    return forms;
  }

  @Override
  public String toString() {
    return "Secret[" + bearer + " at " + position + "]";
  }
}
