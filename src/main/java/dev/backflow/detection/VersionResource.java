package dev.backflow.detection;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the version resource of an image says about the program. PuTTY's tools have an original file
 * name and a description (windows/plink.rc, version.rc2); Windows' ssh.exe has neither, only the
 * product name (contrib/win32/openssh/version.rc).
 */
final class VersionResource {
  private static final String OPENSSH_PRODUCT = "openssh for windows";

  private static final Map<String, Client> ORIGINAL_NAMES =
      Map.of(
          "plink", Client.PLINK,
          "klink", Client.KLINK,
          "putty", Client.PUTTY,
          "kitty", Client.KITTY,
          "tortoiseplink", Client.PLINK,
          "tortoisegitplink", Client.PLINK);

  private static final Map<String, Client> DESCRIPTIONS =
      Map.of(
          "command-line ssh, telnet, and rlogin client", Client.PLINK,
          "tortoisegitplink", Client.PLINK,
          "tortoiseplink", Client.PLINK,
          "ssh, telnet and rlogin client", Client.PUTTY,
          "ssh, telnet, and rlogin client", Client.PUTTY,
          "ssh, telnet, rlogin, and supdup client", Client.PUTTY);

  private VersionResource() {}

  /** Returns the client a version resource names, or null. */
  static @Nullable Client client(Subject subject, String simpleName) {
    Client named = lookUp(ORIGINAL_NAMES, ImageName::simple, subject.originalFileName());
    if (named == null) {
      named = lookUp(DESCRIPTIONS, s -> s.strip().toLowerCase(Locale.ROOT), subject.description());
    }
    if (named != null || subject.product() == null || ImageName.isOtherOpenSsh(simpleName)) {
      return named;
    }
    return subject.product().strip().equalsIgnoreCase(OPENSSH_PRODUCT) ? Client.SSH : null;
  }

  private interface Normal {
    String of(String text);
  }

  private static @Nullable Client lookUp(
      Map<String, Client> table, Normal normal, @Nullable String value) {
    return value == null ? null : table.get(normal.of(value));
  }
}
