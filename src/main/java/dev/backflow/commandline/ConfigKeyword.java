package dev.backflow.commandline;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keywords of ssh_config and what their values must look like (readconf.c, 9.2 to 10.x;
 * keywords that only newer clients know are accepted, for a record does not say which client ran).
 */
enum ConfigKeyword {
  FLAG(
      "forwardx11 forwardx11trusted gatewayports exitonforwardfailure passwordauthentication"
          + " kbdinteractiveauthentication challengeresponseauthentication skeyauthentication"
          + " tisauthentication hostbasedauthentication batchmode checkhostip tcpkeepalive keepalive"
          + " clearallforwardings enablesshkeysign nohostauthenticationforlocalhost identitiesonly"
          + " hashknownhosts permitlocalcommand visualhostkey stdinnull forkafterauthentication"
          + " proxyusefdpass canonicalizefallbacklocal streamlocalbindunlink enableescapecommandline"
          + " gssapiauthentication gssapidelegatecredentials",
      "true false yes no"),
  PUBKEY("pubkeyauthentication dsaauthentication", "true false yes no unbound host-bound"),
  ASK("verifyhostkeydns updatehostkeys", "true false yes no ask"),
  STRICT("stricthostkeychecking", "true false yes no ask off accept-new"),
  COMPRESSION("compression", "yes no"),
  FAMILY("addressfamily", "inet inet6 any"),
  MASTER("controlmaster", "true yes false no auto ask autoask"),
  TUNNEL("tunnel", "ethernet point-to-point true yes false no"),
  TTY("requesttty", "true yes false no force auto"),
  SESSION("sessiontype", "none subsystem default"),
  CANONICAL("canonicalizehostname", "true false yes no always"),
  WEAK("warnweakcrypto", "true false yes no no-pq-kex"),
  TIME("connecttimeout forwardx11timeout serveraliveinterval"),
  INTEGER(
      "connectionattempts numberofpasswordprompts serveralivecountmax canonicalizemaxdots"
          + " requiredrsasize"),
  PORT("port"),
  TEXT(
      "xauthlocation user kbdinteractivedevices hostname hostkeyalias preferredauthentications"
          + " bindaddress bindinterface pkcs11provider smartcarddevice securitykeyprovider"
          + " controlpath ignoreunknown identityfile identityfile2 certificatefile tag"),
  TEXTS("globalknownhostsfile userknownhostsfile logverbose revokedhostkeys"),
  COMMAND("proxycommand knownhostscommand localcommand remotecommand versionaddendum"),
  JUMP("proxyjump"),
  CIPHERS("ciphers"),
  MACS("macs"),
  KEX("kexalgorithms"),
  KEY_TYPES(
      "hostkeyalgorithms casignaturealgorithms hostbasedacceptedalgorithms hostbasedkeytypes"
          + " pubkeyacceptedalgorithms pubkeyacceptedkeytypes"),
  LOG_LEVEL("loglevel"),
  FACILITY("syslogfacility"),
  FORWARD("remoteforward localforward dynamicforward"),
  REMOTE_OPEN("permitremoteopen"),
  ESCAPE("escapechar"),
  SEND_ENV("sendenv"),
  SET_ENV("setenv"),
  PERSIST("controlpersist"),
  TUNNEL_DEVICE("tunneldevice"),
  QOS("ipqos"),
  DOMAINS("canonicaldomains"),
  CNAMES("canonicalizepermittedcnames"),
  MASK("streamlocalbindmask"),
  HASH("fingerprinthash"),
  ADD_KEYS("addkeystoagent"),
  AGENT("identityagent"),
  FORWARD_AGENT("forwardagent"),
  REKEY("rekeylimit"),
  OBSCURE("obscurekeystroketiming"),
  CHANNEL_TIMEOUT("channeltimeout"),
  /** Read and passed over, whatever the value. */
  IGNORED(
      "protocol cipher fallbacktorsh globalknownhostsfile2 rhostsauthentication userknownhostsfile2"
          + " useroaming usersh useprivilegedport afstokenpassing kerberosauthentication"
          + " kerberostgtpassing rsaauthentication rhostsrsaauthentication compressionlevel"),
  /** Allowed in a file and refused on the command line. */
  FILE_ONLY("host match include refuseconnection");

  private static final Map<String, ConfigKeyword> BY_NAME = byName();

  private final String names;
  private final String choices;

  ConfigKeyword(String names) {
    this(names, "");
  }

  ConfigKeyword(String names, String choices) {
    this.names = names;
    this.choices = choices;
  }

  /** Returns what a keyword in lower case is, or null when the program does not know it. */
  static @Nullable ConfigKeyword of(String name) {
    return BY_NAME.get(name);
  }

  /** Returns the values it is restricted to, parted by blanks; empty when it has no such list. */
  String choices() {
    return choices;
  }

  private static Map<String, ConfigKeyword> byName() {
    Map<String, ConfigKeyword> map = new HashMap<>();
    for (ConfigKeyword keyword : values()) {
      for (String name : keyword.names.split(" ", -1)) {
        map.put(name, keyword);
      }
    }
    return Map.copyOf(map);
  }
}
