package dev.backflow.commandline;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The option words of PuTTY's family, 0.70 to 0.84: whole words, in this case, one value at most.
 */
final class PuttyOptions {
  /** Options that take the next word, whatever it is. */
  private static final Map<String, String> VALUED =
      Map.ofEntries(
          Map.entry("-load", "saved session"),
          Map.entry("-l", "login name"),
          Map.entry("-loghost", "name to check the server's key under"),
          Map.entry("-hostkey", "the server's key"),
          Map.entry("-L", "local forward"),
          Map.entry("-R", "reverse forward"),
          Map.entry("-D", "local SOCKS proxy"),
          Map.entry("-nc", "joins input and output to this address"),
          Map.entry("-m", "file with the command for the server"),
          Map.entry("-P", "port of the SSH server"),
          Map.entry("-pw", "password"),
          Map.entry("-pwfile", "file with the password"),
          Map.entry("-i", "key file"),
          Map.entry("-cert", "certificate file"),
          Map.entry("-sercfg", "settings of the serial line"),
          Map.entry("-sessionlog", "log file"),
          Map.entry("-sshlog", "log file"),
          Map.entry("-sshrawlog", "log file"),
          Map.entry("-proxycmd", "command that carries the connection"),
          Map.entry("-preconnectcommand", "command to run before the connection"));

  private static final Map<String, String> FLAGS =
      Map.ofEntries(
          Map.entry("-v", "verbose"),
          Map.entry("-agent", "uses the agent"),
          Map.entry("-pagent", "uses the agent"),
          Map.entry("-pageant", "uses the agent"),
          Map.entry("-noagent", "uses no agent"),
          Map.entry("-nopagent", "uses no agent"),
          Map.entry("-nopageant", "uses no agent"),
          Map.entry("-no-trivial-auth", "no login without proof"),
          Map.entry("-share", "shares connections"),
          Map.entry("-noshare", "shares no connection"),
          Map.entry("-A", "lends the authentication agent"),
          Map.entry("-a", "no agent forwarding"),
          Map.entry("-X", "X11 forwarding"),
          Map.entry("-x", "no X11 forwarding"),
          Map.entry("-t", "terminal"),
          Map.entry("-T", "no terminal"),
          Map.entry("-N", "no remote command, only forwards"),
          Map.entry("-C", "compresses"),
          Map.entry("-1", "protocol version 1"),
          Map.entry("-2", "protocol version 2"),
          Map.entry("-4", "IPv4 only"),
          Map.entry("-ipv4", "IPv4 only"),
          Map.entry("-6", "IPv6 only"),
          Map.entry("-ipv6", "IPv6 only"),
          Map.entry("-logoverwrite", "overwrites the log"),
          Map.entry("-logappend", "appends to the log"),
          Map.entry("-restrict-acl", "guards its own process"),
          Map.entry("-restrict_acl", "guards its own process"),
          Map.entry("-restrictacl", "guards its own process"),
          Map.entry("-batch", "asks nothing"),
          Map.entry("-legacy-stdio-prompts", "asks on input and output"),
          Map.entry("-legacy_stdio_prompts", "asks on input and output"),
          Map.entry("-legacy-charset-handling", "character set"),
          Map.entry("-legacy_charset_handling", "character set"));

  private static final Map<String, String> CONSOLE_FLAGS =
      Map.ofEntries(
          Map.entry("-s", "the remote command is a subsystem"),
          Map.entry("-sanitise-stdout", "cleans its output"),
          Map.entry("-sanitize-stdout", "cleans its output"),
          Map.entry("-no-sanitise-stdout", "does not clean its output"),
          Map.entry("-no-sanitize-stdout", "does not clean its output"),
          Map.entry("-sanitise-stderr", "cleans its output"),
          Map.entry("-sanitize-stderr", "cleans its output"),
          Map.entry("-no-sanitise-stderr", "does not clean its output"),
          Map.entry("-no-sanitize-stderr", "does not clean its output"),
          Map.entry("-no-antispoof", "no guard against spoofed prompts"));

  private static final Set<String> CONSOLE_ENDS = Set.of("-V", "--version", "--help", "-pgpfp");
  private static final Set<String> WINDOW_ENDS =
      Set.of("-cleanup", "-pgpfp", "-host-ca", "--host-ca", "-host_ca", "--host_ca");

  /** Protocols and their default ports; 0 keeps the one there is. */
  private static final Map<String, Integer> PROTOCOLS =
      Map.of(
          "ssh",
          22,
          "telnet",
          23,
          "rlogin",
          513,
          "supdup",
          137,
          "raw",
          0,
          "serial",
          0,
          "ssh-connection",
          0);

  /** KiTTY's own (its manual and kitty_commun.c); TortoiseGit's plink has none. */
  private static final Set<String> KITTY_VALUED =
      Set.of(
          "-pass",
          "-cmd",
          "-rcmd",
          "-title",
          "-classname",
          "-kload",
          "-folder",
          "-icon",
          "-iconfile",
          "-initdelay",
          "-loginscript",
          "-log",
          "-xpos",
          "-ypos",
          "-edit",
          "-localproxy");

  private static final Set<String> KITTY_FLAGS =
      Set.of(
          "-auto-store-sshkey",
          "-auto_store_sshkey",
          "-nobutton",
          "-nobgimage",
          "-notrans",
          "-nozmodem",
          "-noshortcuts",
          "-send-to-tray",
          "-sendtotray",
          "-putty",
          "-romode",
          "-fullscreen");

  private PuttyOptions() {}

  /** Returns what an option's value means, or null when the word takes none. */
  static @Nullable String valued(String word, PuttyTool tool) {
    String meaning = VALUED.get(word);
    if (meaning == null && tool.kitty() && KITTY_VALUED.contains(word)) {
      return word.equals("-pass") ? "password" : "KiTTY setting";
    }
    return meaning;
  }

  /** Returns what an option without value means, or null when the word is none. */
  static @Nullable String flag(String word, PuttyTool tool) {
    String meaning = FLAGS.get(word);
    if (meaning == null && !tool.window()) {
      meaning = CONSOLE_FLAGS.get(word);
    }
    if (meaning == null && tool.kitty() && KITTY_FLAGS.contains(word)) {
      return word.startsWith("-auto") ? "stores the server's key unasked" : "KiTTY setting";
    }
    return meaning;
  }

  /** Returns whether the program ends at this word. */
  static boolean ends(String word, PuttyTool tool) {
    return tool.window() ? WINDOW_ENDS.contains(word) : CONSOLE_ENDS.contains(word);
  }

  /** Returns the default port of a protocol, 0 when it keeps the one there is, or null. */
  static @Nullable Integer protocol(String name) {
    return PROTOCOLS.get(name);
  }

  /** Returns whether a protocol is SSH, and so can forward ports. */
  static boolean isSsh(String protocol) {
    return protocol.equals("ssh") || protocol.equals("ssh-connection");
  }
}
