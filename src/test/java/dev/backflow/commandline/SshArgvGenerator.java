package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes argvs for ssh, well-formed and not. Nothing in them executes anything or writes a file: no
 * ProxyCommand, LocalCommand, KnownHostsCommand, Match, no log file; and none asks the network.
 */
final class SshArgvGenerator {
  private static final String FLAGS = "246AaCfgKkNnqTtvXxYy";
  private static final String[] PORTS = {
    "0",
    "22",
    "80",
    "8080",
    "65535",
    "65536",
    "99999",
    "-1",
    "+8080",
    "08080",
    " 81",
    "0x50",
    "http",
    "ssh",
    "ms-wbt-server",
    "nosuch",
    "",
    "80x"
  };
  private static final String[] HOSTS = {
    "localhost",
    "127.0.0.1",
    "[::1]",
    "::1",
    "h",
    "dc01.corp.example",
    "*",
    "",
    "a b",
    "[fe80::1]",
    "[a/b]",
    "x\\:y",
    "10.0.0.5",
    "%h"
  };
  private static final String[] PATHS = {"/tmp/s", "./s", "a/b", "[/tmp/x]", "c\\:/y", "/"};
  private static final String[] SERVERS = {
    "h",
    "u@h",
    "u@H.Example",
    "CORP\\u@h",
    "a;b@h",
    "a -b@h",
    "a\\@h",
    "u@x@h",
    "@h",
    "192.0.2.1",
    "127.1",
    "0x7f.1",
    "10.1.2.300",
    "ssh://h",
    "ssh://u@h:2222",
    "ssh://u@h:0",
    "ssh://u@h/p",
    "ssh://u;x@h",
    "ssh://%41@h",
    "ssh://[::1]",
    "ssh://h:http/",
    "-",
    "2001:db8::1",
    "[2001:db8::1]",
    "ssh://a..b",
    "x'y",
    "u@h:22"
  };
  private static final String[] WORDS = {
    "ls", "-R", "1080", "-N", "--", "-R1080", "sleep 5", "u@h", "-"
  };
  private static final String[] KEYWORDS = {
    "ClearAllForwardings=yes",
    "ClearAllForwardings no",
    "clearallforwardings=TRUE",
    "ClearAllForwardings=maybe",
    "Port=2022",
    "Port=0",
    "Port http",
    "User=bob",
    "User=",
    "HostName=%h.x",
    "HostName=192.0.2.7",
    "HostName real.example",
    "BatchMode=yes",
    "BatchMode=on",
    "BatchMode",
    "ServerAliveInterval=60",
    "ServerAliveInterval=1h30m",
    "ServerAliveInterval=x",
    "ServerAliveCountMax=3",
    "ServerAliveCountMax=-1",
    "StrictHostKeyChecking=accept-new",
    "StrictHostKeyChecking=sometimes",
    "LogLevel=ERROR",
    "LogLevel=LOUD",
    "Compression=yes",
    "Compression=true",
    "AddressFamily=inet",
    "RequestTTY=force",
    "SessionType=none",
    "SessionType=subsystem",
    "SessionType=default",
    "RemoteCommand=ls -R /",
    "RemoteCommand none",
    "ForkAfterAuthentication=yes",
    "ForkAfterAuthentication=no",
    "StdinNull=yes",
    "Ciphers=aes256-ctr",
    "Ciphers=+aes128-cbc",
    "Ciphers=rot13",
    "Ciphers=aes256-ctr,,x",
    "MACs=hmac-sha2-256",
    "MACs=-hmac-*",
    "MACs=none",
    "KexAlgorithms=+diffie-hellman-group14-sha1",
    "KexAlgorithms=x",
    "HostKeyAlgorithms=+ssh-rsa",
    "HostKeyAlgorithms=ssh-*",
    "HostKeyAlgorithms=zzz*",
    "PubkeyAcceptedKeyTypes=rsa",
    "PubkeyAuthentication=host-bound",
    "UserKnownHostsFile=/dev/null",
    "UserKnownHostsFile=a none",
    "GlobalKnownHostsFile=none",
    "IPQoS=lowdelay throughput",
    "IPQoS=0x10",
    "IPQoS=zz",
    "SendEnv=LANG LC_*",
    "SendEnv=A=b",
    "SetEnv=A=b",
    "SetEnv=A",
    "ProxyJump=j",
    "ProxyJump=j1,u@j2:22",
    "ProxyJump=@j",
    "ProxyJump=none",
    "ConnectionAttempts=0",
    "ConnectionAttempts=2",
    "ConnectTimeout=none",
    "ConnectTimeout=5x",
    "EscapeChar=none",
    "EscapeChar=^]",
    "EscapeChar=ab",
    "ControlMaster=auto",
    "ControlPersist=10m",
    "ControlPersist=maybe",
    "ControlPath=none",
    "Tunnel=yes",
    "TunnelDevice=any:any",
    "TunnelDevice=x",
    "RekeyLimit=1G 1h",
    "RekeyLimit=7",
    "RekeyLimit=default none",
    "AddKeysToAgent=confirm 5m",
    "AddKeysToAgent=5m",
    "AddKeysToAgent=yes 5m",
    "IdentityAgent=none",
    "IdentityAgent=$1x",
    "ForwardAgent=yes",
    "FingerprintHash=sha256",
    "FingerprintHash=crc",
    "StreamLocalBindMask=0177",
    "StreamLocalBindMask=999",
    "GatewayPorts=yes",
    "PermitRemoteOpen=any",
    "PermitRemoteOpen=h:80",
    "PermitRemoteOpen=h",
    "CanonicalDomains=a.b",
    "CanonicalDomains=a b none",
    "CanonicalizePermittedCNAMEs=a",
    "NumberOfPasswordPrompts=1",
    "VisualHostKey=yes",
    "Host=x",
    "Include=x",
    "Protocol=2",
    "Cipher=blowfish",
    "CompressionLevel=9",
    "UseRoaming=no",
    "RemoteForwardX=1080",
    "NoSuchKeyword=1",
    "IgnoreUnknown=NoSuch*,remoteforwardx",
    "IgnoreUnknown=!nosuchkeyword,*",
    "",
    " ",
    "#comment",
    "=Port=33",
    "\"Port\"=33",
    "Po\"rt\" 33",
    "Po\"rt 33",
    "User=a b",
    "User=\"a b\"",
    "User='a b'",
    "User=a\\ b",
    "User=a #b",
    "User=\"a"
  };

  private final Random random;

  SshArgvGenerator(Random random) {
    this.random = random;
  }

  /** Returns an argv without the program. */
  List<String> next() {
    List<String> argv = new ArrayList<>();
    options(argv, random.nextInt(4));
    if (random.nextInt(12) == 0) {
      argv.add("--");
    }
    if (random.nextInt(30) != 0) {
      argv.add(pick(SERVERS));
      options(argv, random.nextInt(3));
      if (random.nextInt(12) == 0) {
        argv.add("--");
      }
    }
    for (int n = Math.max(0, random.nextInt(5) - 2); n > 0; n--) {
      argv.add(pick(WORDS));
    }
    return argv;
  }

  private void options(List<String> argv, int count) {
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(10)) {
        case 0, 1, 2 -> valued(argv, "R", remote());
        case 3, 4 -> valued(argv, "o", config());
        case 5 -> argv.add("-" + cluster() + (random.nextInt(6) == 0 ? "-" : ""));
        case 6 -> valued(argv, "o", "RemoteForward" + separator() + configForward());
        case 7 -> other(argv);
        case 8 -> valued(argv, "L", remote());
        default -> rare(argv);
      }
    }
  }

  private void other(List<String> argv) {
    switch (random.nextInt(9)) {
      case 0 -> valued(argv, "D", pick(PORTS));
      case 1 -> valued(argv, "W", pick(HOSTS) + ":" + pick(PORTS));
      case 2 -> valued(argv, "p", pick(PORTS));
      case 3 -> valued(argv, "l", pick("bob", "", "a b"));
      case 4 ->
          valued(
              argv, "J", pick("j", "j1,u@j2", "j:2222", "@j", "none", "h", "u@h", ",", "[::1]:22"));
      case 5 ->
          valued(argv, "c", pick("aes256-ctr", "3des", "+aes128-ctr", "aes128-ctr,aes256-ctr"));
      case 6 -> valued(argv, "m", pick("hmac-sha2-256", "x", "+hmac-sha1"));
      case 7 -> valued(argv, "e", pick("none", "~", "^x", "", "ab"));
      default -> valued(argv, "w", pick("0:0", "any", "x", "0:x"));
    }
  }

  private void rare(List<String> argv) {
    switch (random.nextInt(12)) {
      case 0 -> argv.add("-V");
      case 1 -> valued(argv, "Q", pick("cipher", "mac", "Ciphers", "bogus"));
      case 2 -> valued(argv, "O", pick("forward", "bogus"));
      case 3 -> argv.add("-s");
      case 4 -> argv.add("-P");
      case 5 -> argv.add("-NPR" + remote());
      case 6 -> argv.add(pick("-r", "-Z1", "--R", "-1", "-:", "-h"));
      case 7 -> valued(argv, "i", pick("k", "-R", "--"));
      case 8 -> valued(argv, "b", pick("10.0.0.2", "--"));
      case 9 -> valued(argv, "S", pick("none", "/x"));
      case 10 -> argv.add("-f");
      default -> argv.add("-MM");
    }
  }

  private void valued(List<String> argv, String letter, String value) {
    String word = "-" + (random.nextInt(3) == 0 ? cluster() : "") + letter;
    if (random.nextBoolean() && !value.isEmpty()) {
      argv.add(word + value);
    } else {
      argv.add(word);
      if (random.nextInt(200) != 0) {
        argv.add(value);
      }
    }
  }

  private String cluster() {
    StringBuilder out = new StringBuilder();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      out.append(FLAGS.charAt(random.nextInt(FLAGS.length())));
    }
    return out.toString();
  }

  private String config() {
    String config = pick(KEYWORDS);
    return random.nextInt(5) == 0 ? config.replace("=", separator()) : config;
  }

  private String separator() {
    return pick("=", " ", " = ", "  ", "= ", " =", "\t", "==", "\"", "\" ");
  }

  private String configForward() {
    String listen = random.nextBoolean() ? pick(PORTS) : pick(HOSTS) + ":" + pick(PORTS);
    return switch (random.nextInt(6)) {
      case 0 -> listen;
      case 1 -> listen + " " + pick(PATHS);
      case 2 -> "\"" + listen + "\" '" + pick(HOSTS) + ":" + pick(PORTS) + "'";
      case 3 -> remote();
      default ->
          listen + " " + pick(HOSTS) + ":" + pick(PORTS) + (random.nextInt(9) == 0 ? " x" : "");
    };
  }

  private String remote() {
    StringBuilder out = new StringBuilder(random.nextInt(12) == 0 ? " " : "");
    int fields = random.nextInt(12) == 0 ? random.nextInt(7) : 1 + random.nextInt(4);
    for (int i = 0; i < fields; i++) {
      out.append(i == 0 ? "" : ":").append(field(i, fields));
    }
    return out.append(pick("", "", "", "", "", ":", "\\", "::", ":\\")).toString();
  }

  /** Mostly what belongs there, so that enough forwards are good ones. */
  private String field(int index, int fields) {
    boolean port =
        index == fields - 1 || (fields == 3 && index == 0) || (fields == 4 && index == 1);
    return switch (random.nextInt(12)) {
      case 0 -> pick(PATHS);
      case 1 -> pick(HOSTS);
      case 2 -> pick(PORTS);
      default ->
          port ? pick("80", "8080", "3389", "1080") : pick("localhost", "127.0.0.1", "*", "[::1]");
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
