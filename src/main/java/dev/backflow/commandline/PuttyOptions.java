package dev.backflow.commandline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The option words of PuTTY's family, 0.70 to 0.84: whole words, in this case, one value at most.
 */
final class PuttyOptions {
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

  private static final Map<String, Option> PLINK = plink();
  private static final Map<String, Option> PUTTY = putty();
  private static final Map<String, Option> KLINK = withKitty(PLINK);
  private static final Map<String, Option> KITTY = withKitty(PUTTY);

  /** What an option word does. */
  enum Kind {
    PROTOCOL,
    /** Takes the next word, whatever it is. */
    VALUED,
    FLAG,
    /** Prints something, and the program ends. */
    ENDS
  }

  /**
   * One option.
   *
   * @param means what it, or its value, means
   */
  record Option(Kind kind, String means) {}

  private PuttyOptions() {}

  /** Returns what a word is to a tool, or null when it knows no such option. */
  static @Nullable Option of(String word, PuttyTool tool) {
    return switch (tool) {
      case PLINK -> PLINK.get(word);
      case KLINK -> KLINK.get(word);
      case PUTTY -> PUTTY.get(word);
      case KITTY -> KITTY.get(word);
    };
  }

  /** Returns the default port of a protocol, 0 when it keeps the one there is, or null. */
  static @Nullable Integer protocol(String name) {
    return PROTOCOLS.get(name);
  }

  /** Returns whether a protocol is SSH, and so can forward ports. */
  static boolean isSsh(String protocol) {
    return protocol.equals("ssh") || protocol.equals("ssh-connection");
  }

  private static Map<String, Option> plink() {
    Map<String, Option> options = common();
    add(options, Kind.FLAG, "the remote command is a subsystem", "-s");
    add(
        options,
        Kind.FLAG,
        "cleans its output",
        "-sanitise-stdout -sanitize-stdout -sanitise-stderr -sanitize-stderr");
    add(
        options,
        Kind.FLAG,
        "does not clean its output",
        "-no-sanitise-stdout -no-sanitize-stdout -no-sanitise-stderr -no-sanitize-stderr");
    add(options, Kind.FLAG, "no guard against spoofed prompts", "-no-antispoof");
    add(options, Kind.FLAG, "asks whether a connection can be shared, and ends", "-shareexists");
    add(options, Kind.ENDS, "prints information and ends", "-V --version --help -pgpfp");
    return Map.copyOf(options);
  }

  private static Map<String, Option> putty() {
    Map<String, Option> options = common();
    add(
        options,
        Kind.ENDS,
        "opens a window of its own and ends",
        "-cleanup -pgpfp -host-ca --host-ca -host_ca --host_ca");
    return Map.copyOf(options);
  }

  private static Map<String, Option> common() {
    Map<String, Option> options = new HashMap<>();
    PROTOCOLS.keySet().forEach(p -> add(options, Kind.PROTOCOL, "protocol", "-" + p));
    add(options, Kind.VALUED, "saved session", "-load");
    add(options, Kind.VALUED, "login name", "-l");
    add(options, Kind.VALUED, "name to check the server's key under", "-loghost");
    add(options, Kind.VALUED, "the server's key", "-hostkey");
    add(options, Kind.VALUED, "local forward", "-L");
    add(options, Kind.VALUED, "reverse forward", "-R");
    add(options, Kind.VALUED, "local SOCKS proxy", "-D");
    add(options, Kind.VALUED, "joins input and output to this address", "-nc");
    add(options, Kind.VALUED, "file with the command for the server", "-m");
    add(options, Kind.VALUED, "port of the SSH server", "-P");
    add(options, Kind.VALUED, "password", "-pw");
    add(options, Kind.VALUED, "file with the password", "-pwfile");
    add(options, Kind.VALUED, "key file", "-i");
    add(options, Kind.VALUED, "certificate file", "-cert");
    add(options, Kind.VALUED, "settings of the serial line", "-sercfg");
    add(options, Kind.VALUED, "log file", "-sessionlog -sshlog -sshrawlog");
    add(options, Kind.VALUED, "command that carries the connection", "-proxycmd");
    add(options, Kind.VALUED, "command to run before the connection", "-preconnectcommand");
    add(options, Kind.FLAG, "verbose", "-v");
    add(options, Kind.FLAG, "uses the agent", "-agent -pagent -pageant");
    add(options, Kind.FLAG, "uses no agent", "-noagent -nopagent -nopageant");
    add(options, Kind.FLAG, "no login without proof", "-no-trivial-auth");
    add(options, Kind.FLAG, "shares connections", "-share");
    add(options, Kind.FLAG, "shares no connection", "-noshare");
    add(options, Kind.FLAG, "lends the authentication agent", "-A");
    add(options, Kind.FLAG, "no agent forwarding", "-a");
    add(options, Kind.FLAG, "X11 forwarding", "-X");
    add(options, Kind.FLAG, "no X11 forwarding", "-x");
    add(options, Kind.FLAG, "terminal", "-t");
    add(options, Kind.FLAG, "no terminal", "-T");
    add(options, Kind.FLAG, "no remote command, only forwards", "-N");
    add(options, Kind.FLAG, "compresses", "-C");
    add(options, Kind.FLAG, "protocol version 1", "-1");
    add(options, Kind.FLAG, "protocol version 2", "-2");
    add(options, Kind.FLAG, "IPv4 only", "-4 -ipv4");
    add(options, Kind.FLAG, "IPv6 only", "-6 -ipv6");
    add(options, Kind.FLAG, "overwrites the log", "-logoverwrite");
    add(options, Kind.FLAG, "appends to the log", "-logappend");
    add(options, Kind.FLAG, "guards its own process", "-restrict-acl -restrict_acl -restrictacl");
    add(options, Kind.FLAG, "asks nothing", "-batch");
    add(
        options,
        Kind.FLAG,
        "asks on input and output",
        "-legacy-stdio-prompts -legacy_stdio_prompts");
    add(options, Kind.FLAG, "character set", "-legacy-charset-handling -legacy_charset_handling");
    return options;
  }

  /** KiTTY's own options, by its manual; it has them beside PuTTY's. */
  private static Map<String, Option> withKitty(Map<String, Option> putty) {
    Map<String, Option> options = new HashMap<>(putty);
    add(options, Kind.VALUED, "password", "-pass");
    add(
        options,
        Kind.VALUED,
        "KiTTY setting",
        "-cmd -rcmd -title -classname -kload -folder -icon -iconfile -initdelay -loginscript -log"
            + " -xpos -ypos -edit -localproxy");
    add(
        options,
        Kind.FLAG,
        "stores the server's key unasked",
        "-auto-store-sshkey -auto_store_sshkey");
    add(
        options,
        Kind.FLAG,
        "KiTTY setting",
        "-nobutton -nobgimage -notrans -nozmodem -noshortcuts -send-to-tray -sendtotray -putty"
            + " -romode -fullscreen");
    return Map.copyOf(options);
  }

  private static void add(Map<String, Option> options, Kind kind, String means, String words) {
    Option option = new Option(kind, means);
    for (String word : words.split(" ", -1)) {
      options.put(word, option);
    }
  }
}
