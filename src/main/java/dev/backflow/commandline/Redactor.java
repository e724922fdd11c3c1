package dev.backflow.commandline;

import dev.backflow.commandline.SecretFindings.Encoded;
import dev.backflow.commandline.SecretFindings.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks the secrets on command lines of any program, its own, its parent's or one registered
 * somewhere, in whatever wrapping. Each secret-bearing argument is found by the grammar of its
 * program; under that lies a net for lines no grammar reads. All else stays as it was.
 */
public final class Redactor {
  /** What stands in the place of a secret. */
  public static final String MASK = "[REDACTED]";

  /** Encoded scripts inside encoded scripts beyond this are masked whole. */
  private static final int BOUND = 3;

  private final SecretRules rules = new SecretRules();
  private final @Nullable KeyedHash hash;

  /** Makes a redactor without a key: secrets are masked, and have no hash. */
  public Redactor() {
    hash = null;
  }

  /**
   * Makes a redactor that recognises a secret used again.
   *
   * @param key any number of bytes, not none; the same for as long as secrets are to be compared
   */
  public Redactor(byte[] key) {
    hash = new KeyedHash(key);
  }

  /** Redacts a command line. Doing it again changes nothing. */
  public Redacted redact(String commandLine) {
    return redact(commandLine, Reading.PROCESS, 0);
  }

  /** Masks secrets found on one line wherever they stand in another text of the same case. */
  public static String maskEverywhere(String text, Collection<Secret> secrets) {
    List<String> forms = secrets.stream().flatMap(s -> s.forms().stream()).toList();
    Masks masks = new Masks();
    for (Range range : Masks.union(SecretForms.in(text, forms))) {
      masks.mask(text, range);
    }
    return masks.apply(text);
  }

  private Redacted redact(String text, Reading reading, int depth) {
    SecretFindings found = rules.find(text, reading);
    List<Secret> secrets = new ArrayList<>();
    List<Range> masked = new ArrayList<>();
    for (List<Finding> same : together(found.found())) {
      masked.add(whole(same));
      secrets.addAll(secret(text, same));
    }
    Masks masks = new Masks();
    List<Range> replaced = new ArrayList<>();
    for (Encoded encoded : outside(found.encoded(), masked)) {
      replaced.add(encoded.range());
      masks.replace(encoded.range(), decoded(encoded, depth, secrets));
    }
    List<String> forms = secrets.stream().flatMap(s -> s.forms().stream()).toList();
    masked.addAll(SecretForms.in(text, forms));
    for (Range range : Masks.union(masked)) {
      if (replaced.stream().noneMatch(range::touches)) {
        masks.mask(text, range);
      }
    }
    secrets.sort(Comparator.comparingInt(Secret::position));
    return new Redacted(masks.apply(text), secrets);
  }

  /** Returns the finds in groups that overlap, in the order in which they stand. */
  private static List<List<Finding>> together(List<Finding> found) {
    List<Finding> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt((Finding f) -> f.range().start()));
    List<List<Finding>> groups = new ArrayList<>();
    int end = -1;
    for (Finding finding : sorted) {
      if (finding.range().start() >= end) {
        groups.add(new ArrayList<>());
      }
      groups.get(groups.size() - 1).add(finding);
      end = Math.max(end, finding.range().end());
    }
    return groups;
  }

  private static Range whole(List<Finding> same) {
    Range whole = same.get(0).range();
    for (Finding finding : same) {
      whole = whole.join(finding.range());
    }
    return whole;
  }

  /** The deepest reading knows the secret best. A variable's name is masked but no secret. */
  private List<Secret> secret(String text, List<Finding> same) {
    Finding best = same.get(0);
    Set<String> forms = new LinkedHashSet<>();
    for (Finding finding : same) {
      best = finding.rank() > best.rank() ? finding : best;
      forms.add(finding.value());
      forms.add(text.substring(finding.range().start(), finding.range().end()));
    }
    if (best.reference() || best.value().equals(MASK)) {
      return List.of();
    }
    String keyed = hash == null ? null : hash.of(best.value());
    return List.of(new Secret(whole(same).start(), best.bearer(), keyed, List.copyOf(forms)));
  }

  private static List<Encoded> outside(List<Encoded> encoded, List<Range> masked) {
    List<Encoded> outside = new ArrayList<>();
    for (Encoded one : encoded) {
      boolean taken =
          masked.stream().anyMatch(one.range()::touches)
              || outside.stream().anyMatch(other -> other.range().touches(one.range()));
      if (!taken) {
        outside.add(one);
      }
    }
    return outside;
  }

  private String decoded(Encoded encoded, int depth, List<Secret> secrets) {
    if (depth == BOUND) {
      return MASK;
    }
    Redacted inner = redact(encoded.text(), Reading.POWERSHELL, depth + 1);
    int position = encoded.range().start();
    for (Secret secret : inner.secrets()) {
      secrets.add(new Secret(position, secret.bearer(), secret.keyedHash(), secret.forms()));
    }
    return "[decoded: " + inner.text() + "]";
  }
}
