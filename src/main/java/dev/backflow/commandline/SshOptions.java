package dev.backflow.commandline;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The option letters of ssh (ssh.c), each taken into the state as the program does. */
final class SshOptions {
  /** Letters without a value, {@code P} apart: it was one of them up to 9.3. */
  static final String FLAGS = "1246afgknqstvxACGKMNTVXYy";

  /** Letters with a value, {@code P} apart: it is one of them from 9.4. */
  static final String VALUED = "BbcDEeFIiJLlmOopQRSWw";

  private static final Set<String> QUERIES =
      Set.of(
          "cipher",
          "cipher-auth",
          "mac",
          "kex",
          "key",
          "key-cert",
          "key-plain",
          "key-sig",
          "key-ca-sign",
          "sig",
          "protocol-version",
          "compression",
          "help");
  private static final Set<String> QUERY_KEYWORDS =
      Set.of(
          "ciphers",
          "macs",
          "kexalgorithms",
          "pubkeyacceptedkeytypes",
          "pubkeyacceptedalgorithms",
          "hostkeyalgorithms",
          "hostbasedkeytypes",
          "hostbasedacceptedkeytypes",
          "hostbasedacceptedalgorithms",
          "casignaturealgorithms");
  private static final Set<String> CONTROL =
      Set.of("check", "forward", "exit", "stop", "cancel", "proxy", "conninfo", "channels");

  private final SshState state;
  private final SshConfigOption config;

  SshOptions(SshState state) {
    this.state = state;
    this.config = new SshConfigOption(state);
  }

  /** Takes a letter without a value. */
  void flag(int at, int letter) {
    switch (letter) {
      case '1' -> state.refuse(at, "protocol version 1 is no longer supported");
      case '2' -> state.says(at, "ignored");
      case '4' -> {
        state.family = "inet";
        state.says(at, "IPv4 only");
      }
      case '6' -> {
        state.family = "inet6";
        state.says(at, "IPv6 only");
      }
      case 'A' -> state.says(at, "lends the authentication agent");
      case 'a' -> state.says(at, "no agent forwarding");
      case 'C' -> state.says(at, "compresses");
      case 'f' -> {
        state.background = true;
        state.says(at, "goes to the background");
      }
      case 'G' -> {
        state.printsConfiguration = true;
        state.decides(at, "prints the configuration and ends");
      }
      case 'g' -> state.says(at, "other hosts may use local forwards");
      case 'K', 'k' -> state.says(at, "Kerberos");
      case 'M' -> state.says(at, "master for connection sharing");
      case 'N' -> noCommand(at);
      case 'n' -> state.says(at, "no input");
      case 'P' -> state.says(at, "ignored up to 9.3 (takes a value from 9.4)");
      case 'q' -> state.says(at, "quiet");
      case 's' -> subsystem(at);
      case 'T' -> state.says(at, "no terminal");
      case 't' -> state.says(at, "terminal");
      case 'V' -> state.inform(at, "prints the version and ends");
      case 'v' -> state.says(at, "verbose");
      case 'X', 'Y' -> state.says(at, "X11 forwarding");
      case 'x' -> state.says(at, "no X11 forwarding");
      default -> {
        state.logsToSystem = true;
        state.says(at, "logs to the system log");
      }
    }
  }

  /** Takes a letter with its value, which stands at index {@code at}. */
  void valued(int at, int letter, String value) {
    switch (letter) {
      case 'R' -> remote(at, value);
      case 'L' -> local(at, value, ForwardSpec.Use.LOCAL, "-L ");
      case 'D' -> local(at, value, ForwardSpec.Use.DYNAMIC, "-D ");
      case 'o' -> config.apply(at, value);
      case 'W' -> stdio(at, value);
      case 'J' -> jump(at, value);
      case 'F' -> {
        state.configFile = value;
        state.configFileAt = at;
        state.says(at, "configuration file");
      }
      case 'i' -> {
        state.identities.add(value);
        state.says(at, "key file");
      }
      case 'l' -> {
        state.setUser(value);
        state.says(at, "login name");
      }
      case 'p' -> port(at, value);
      case 'O' -> control(at, value);
      case 'Q' -> query(at, value);
      case 'E' -> {
        state.logsToFile = true;
        state.says(at, "log file");
      }
      default -> checked(at, letter, value);
    }
  }

  private void checked(int at, int letter, String value) {
    switch (letter) {
      case 'c' -> accept(at, Names.ciphers(value), "ciphers", "unknown cipher");
      case 'm' -> accept(at, Names.macs(value), "message codes", "unknown message code");
      case 'e' ->
          accept(at, ConfigValue.isEscapeOption(value), "escape character", "bad escape character");
      case 'w' -> accept(at, ConfigValue.isTunnel(value), "tunnel device", "bad tunnel device");
      case 'S' -> state.says(at, "control socket");
      case 'b' -> state.says(at, "address of this host to connect from");
      case 'B' -> state.says(at, "interface of this host to connect from");
      case 'I' -> state.says(at, "PKCS#11 library");
      default -> state.says(at, "tag for the configuration");
    }
  }

  private void accept(int at, boolean accepted, String meaning, String complaint) {
    if (accepted) {
      state.says(at, meaning);
    } else {
      state.refuse(at, complaint);
    }
  }

  private void remote(int at, String value) {
    state.reverseAsked = true;
    ForwardSpec spec = ForwardSpec.parse(value, ForwardSpec.Use.REMOTE, state.steps);
    if (spec == null) {
      state.refuse(at, "bad remote forwarding specification");
      return;
    }
    state.addRemote(spec.toRemoteForward());
    state.decides(at, ForwardText.says(spec.toRemoteForward(), spec.variable()));
  }

  private void local(int at, String value, ForwardSpec.Use use, String option) {
    if (ForwardSpec.parse(value, use, state.steps) == null) {
      state.refuse(at, "bad forwarding specification");
      return;
    }
    state.local.add(option + value);
    state.says(at, use == ForwardSpec.Use.LOCAL ? "local forward" : "local SOCKS proxy");
  }

  private void noCommand(int at) {
    if (state.session != null && state.session != SshState.Session.NONE) {
      state.refuse(at, "-N cannot go with -s or SessionType");
      return;
    }
    state.session = SshState.Session.NONE;
    state.says(at, "no remote command, only forwards");
  }

  private void subsystem(int at) {
    if (state.session != null && state.session != SshState.Session.SUBSYSTEM) {
      state.refuse(at, "-s cannot go with -N or SessionType");
      return;
    }
    state.session = SshState.Session.SUBSYSTEM;
    state.says(at, "the remote command is a subsystem");
  }

  private void stdio(int at, String value) {
    if (state.stdioForward || state.controlCommand != null) {
      state.refuse(at, "-W may stand once, and not with -O");
    } else if (ForwardSpec.parse(value, ForwardSpec.Use.DYNAMIC, state.steps) == null) {
      state.refuse(at, "bad stdio forwarding specification");
    } else {
      state.stdioForward = true;
      state.session = SshState.Session.NONE;
      state.says(at, "joins input and output to this address");
    }
  }

  private void jump(int at, String value) {
    @Nullable List<String> hops = JumpSpec.parse(value);
    if (state.jump != null) {
      state.refuse(at, "-J may stand once");
    } else if (state.proxyCommand != null) {
      state.refuse(at, "-J cannot go with ProxyCommand");
    } else if (hops == null) {
      state.refuse(at, "invalid jump host");
    } else {
      state.jump = value;
      state.hops.addAll(hops);
      state.says(at, "jump hosts");
    }
  }

  private void port(int at, String value) {
    int port = Numbers.port(value);
    if (state.port == null && port <= 0) {
      state.refuse(at, "bad port");
      return;
    }
    state.setPort(port);
    state.says(at, "port of the SSH server");
  }

  private void control(int at, String value) {
    if (state.stdioForward || state.controlCommand != null) {
      state.refuse(at, "-O may stand once, and not with -W");
    } else if (!CONTROL.contains(value)) {
      state.refuse(at, "invalid control command");
    } else {
      state.controlCommand = value;
      state.decides(at, "asks a running master connection: " + value);
    }
  }

  private void query(int at, String value) {
    if (QUERIES.contains(value) || QUERY_KEYWORDS.contains(ConfigLine.lowerCase(value))) {
      state.inform(at, "lists what the client supports and ends");
    } else {
      state.refuse(at, "unsupported query");
    }
  }
}
