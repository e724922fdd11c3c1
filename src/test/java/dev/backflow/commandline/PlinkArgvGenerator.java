package dev.backflow.commandline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes argvs for plink, well-formed and not. Nothing in them executes anything or touches a file:
 * no proxy command, no log, no command file; every login is the one that will be let in.
 */
final class PlinkArgvGenerator {
  private static final String[] PORTS = {
    "80",
    "8080",
    "3389",
    "0",
    "http",
    "ssh",
    "nosuch",
    "",
    "08080junk",
    "80junk",
    " 81",
    "+82",
    "99999"
  };
  private static final String[] HOSTS = {
    "localhost",
    "127.0.0.1",
    "[::1]",
    "dc01.corp.example",
    "*",
    "",
    "[2001:db8::9]",
    "a]b",
    "[x",
    "/tmp/s",
    "h.example"
  };
  private static final String[] FLAGS = {
    "-ssh",
    "-4",
    "-6",
    "-2",
    "-C",
    "-v",
    "-A",
    "-a",
    "-X",
    "-x",
    "-t",
    "-T",
    "-agent",
    "-noagent",
    "-no-antispoof",
    "-sanitise-stdout",
    "-noshare",
    "-no-trivial-auth",
    "-logappend"
  };
  private static final String[] UNKNOWN = {
    "-NR", "-R8080:localhost:80", "-r", "--", "-", "-o1", "-Z", "--R", "-oRemoteForward=1080"
  };
  private static final String[] PROTOCOLS = {"-telnet", "-raw", "-ssh", "-ssh", "-rlogin"};
  private static final String FINGERPRINT = "SHA256:0123456789abcdefghijABCDEFGHIJ0123456789abc";

  private final Random random;
  private final String login;

  PlinkArgvGenerator(Random random, String login) {
    this.random = random;
    this.login = login;
  }

  /** Returns an argv without the program. */
  List<String> next() {
    List<String> argv = new ArrayList<>();
    options(argv, random.nextInt(4));
    if (random.nextInt(25) != 0) {
      argv.add(server());
      options(argv, random.nextInt(3));
    }
    for (int n = Math.max(0, random.nextInt(5) - 2); n > 0; n--) {
      argv.add(pick("ls", "-R", "1080", "8080:localhost:80", "-N", "-V"));
    }
    return argv;
  }

  private String server() {
    String host =
        pick("h", "H.Example", "192.0.2.1", "[::1]", "h:99", "2001:db8::1", " h ", "h\th");
    String word = random.nextBoolean() ? login + "@" + host : host;
    return random.nextInt(8) == 0 ? pick("ssh,", "telnet,", "raw,", "bogus,", "") + word : word;
  }

  private void options(List<String> argv, int count) {
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(12)) {
        case 0, 1, 2, 3, 4 -> value(argv, "-R", forward());
        case 5 -> value(argv, "-L", pick("1:2", "nocolon"));
        case 6 -> value(argv, "-l", login);
        case 7 -> value(argv, "-P", pick("22", "2222", "443x"));
        case 8 -> rare(argv);
        default -> argv.add(pick(FLAGS));
      }
    }
  }

  private void rare(List<String> argv) {
    switch (random.nextInt(9)) {
      case 0 -> argv.add(pick(UNKNOWN));
      case 1 -> argv.add(pick(PROTOCOLS));
      case 2 -> value(argv, "-load", "nosuch");
      case 3 -> value(argv, "-pw", pick("-R", "pass word"));
      case 4 -> value(argv, "-hostkey", pick(FINGERPRINT, "SHA256:short", "md5", "a1:b2"));
      case 5 -> value(argv, "-nc", pick("h:80", "h"));
      case 6 -> value(argv, "-sercfg", "9600");
      case 7 -> argv.add(pick("-V", "-pgpfp", "--help", "-shareexists"));
      default -> value(argv, "-loghost", "-R");
    }
  }

  private void value(List<String> argv, String option, String value) {
    argv.add(option);
    if (random.nextInt(60) != 0) {
      argv.add(value);
    }
  }

  private String forward() {
    if (random.nextInt(5) == 0) {
      StringBuilder odd = new StringBuilder();
      for (int n = random.nextInt(6); n > 0; n--) {
        odd.append(random.nextBoolean() ? pick(PORTS) : pick(HOSTS))
            .append(pick(":", ":", ":", ""));
      }
      return odd.toString();
    }
    String listen = random.nextInt(3) == 0 ? pick(HOSTS) + ":" + pick(PORTS) : pick(PORTS);
    return listen + ":" + pick(HOSTS) + ":" + pick(PORTS);
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
