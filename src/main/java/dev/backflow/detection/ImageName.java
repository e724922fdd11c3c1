package dev.backflow.detection;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the file name of an image says about the program. */
final class ImageName {
  private static final Map<String, Client> CLIENTS =
      Map.of(
          "ssh", Client.SSH,
          "scp", Client.SCP,
          "sftp", Client.SFTP,
          "plink", Client.PLINK,
          "tortoiseplink", Client.PLINK,
          "tortoisegitplink", Client.PLINK,
          "klink", Client.KLINK,
          "putty", Client.PUTTY,
          "kitty", Client.KITTY);

  /** First letters of the clients' names: what begins otherwise is done. */
  private static final String INITIALS = "sptk";

  /** What downloads and portable editions append to the name. */
  private static final Set<String> SUFFIXES =
      Set.of("portable", "x64", "x86", "w64", "w32", "arm64", "exe", "copy", "nocompress");

  /** Other tools of OpenSSH: their version resource is ssh.exe's, their command line is not. */
  private static final Set<String> OTHER_OPENSSH =
      Set.of(
          "sshd",
          "sshd-session",
          "sshd-auth",
          "ssh-add",
          "ssh-agent",
          "ssh-keygen",
          "ssh-keyscan",
          "ssh-keysign",
          "ssh-pkcs11-helper",
          "ssh-shellhost",
          "ssh-sk-helper",
          "sftp-server",
          "scp",
          "sftp");

  /** Tools of coreutils, busybox and git whose own {@code -R} has the shape of a forward. */
  private static final Set<String> UNIX_TOOLS =
      Set.of(
          "ack",
          "ag",
          "bash",
          "busybox",
          "cat",
          "chattr",
          "chcon",
          "chgrp",
          "chmod",
          "chown",
          "coreutils",
          "cp",
          "curl",
          "dd",
          "dash",
          "diff",
          "docker",
          "du",
          "egrep",
          "fgrep",
          "find",
          "gawk",
          "git",
          "grep",
          "install",
          "less",
          "ln",
          "ls",
          "lsattr",
          "mkdir",
          "more",
          "mv",
          "patch",
          "ptx",
          "readlink",
          "rg",
          "rgrep",
          "rm",
          "rsync",
          "sed",
          "setfacl",
          "sh",
          "shuf",
          "sort",
          "tar",
          "toybox",
          "tree",
          "unzip",
          "wget",
          "xargs",
          "xxd",
          "zip",
          "zsh");

  private ImageName() {}

  /**
   * Returns the last part of a path without {@code .exe}, in lower case; a path may use either
   * slash, as Win32 or NT path, and may be quoted.
   */
  static String simple(String path) {
    int end = path.length();
    while (end > 0 && isTrailing(path.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && !isSeparator(path.charAt(start - 1))) {
      start--;
    }
    boolean suffix =
        end - start > 4
            && (path.regionMatches(true, end - 4, ".exe", 0, 4)
                || path.regionMatches(true, end - 4, ".com", 0, 4));
    return path.substring(start, suffix ? end - 4 : end).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isTrailing(char c) {
    return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '.';
  }

  private static boolean isSeparator(char c) {
    return c == '\\' || c == '/' || c == '"' || c == ':';
  }

  /** Returns the client that goes by a simple name, or null. */
  static @Nullable Client client(String simple) {
    if (simple.isEmpty() || INITIALS.indexOf(simple.charAt(0)) < 0) {
      return null;
    }
    Client exact = CLIENTS.get(simple);
    if (exact != null) {
      return exact;
    }
    int letters = 0;
    while (letters < simple.length() && isLetter(simple.charAt(letters))) {
      letters++;
    }
    if (letters == 0 || letters == simple.length()) {
      return null;
    }
    Client base = CLIENTS.get(simple.substring(0, letters));
    return base != null && isSuffix(simple.substring(letters)) ? base : null;
  }

  static boolean isOtherOpenSsh(String simple) {
    return OTHER_OPENSSH.contains(simple);
  }

  static boolean isUnixTool(String simple) {
    return UNIX_TOOLS.contains(simple);
  }

  /** A copy's number, a version or a known word: {@code plink (1)}, {@code putty-0.81-x64}. */
  private static boolean isSuffix(String rest) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= rest.length(); i++) {
      char c = i < rest.length() ? rest.charAt(i) : ' ';
      if (isLetter(c) || (word.length() > 0 && Character.isDigit(c))) {
        word.append(c);
      } else if (word.length() > 0) {
        if (!SUFFIXES.contains(word.toString())) {
          return false;
        }
        word.setLength(0);
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
