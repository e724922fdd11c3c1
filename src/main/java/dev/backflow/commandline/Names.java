package dev.backflow.commandline;

import java.util.Locale;
import java.util.Set;

/**
 * Names of algorithms that an OpenSSH client accepts in a list, from 7.7 to 10.x: a name it does
 * not know ends the program. What one build leaves out another has, so the lists are the union.
 */
final class Names {
  private static final Set<String> CIPHERS =
      Set.of(
          "3des-cbc",
          "aes128-cbc",
          "aes192-cbc",
          "aes256-cbc",
          "rijndael-cbc@lysator.liu.se",
          "aes128-ctr",
          "aes192-ctr",
          "aes256-ctr",
          "aes128-gcm@openssh.com",
          "aes256-gcm@openssh.com",
          "chacha20-poly1305@openssh.com");

  private static final Set<String> MACS =
      Set.of(
          "hmac-sha1",
          "hmac-sha1-96",
          "hmac-sha2-256",
          "hmac-sha2-512",
          "hmac-md5",
          "hmac-md5-96",
          "umac-64@openssh.com",
          "umac-128@openssh.com",
          "hmac-sha1-etm@openssh.com",
          "hmac-sha1-96-etm@openssh.com",
          "hmac-sha2-256-etm@openssh.com",
          "hmac-sha2-512-etm@openssh.com",
          "hmac-md5-etm@openssh.com",
          "hmac-md5-96-etm@openssh.com",
          "umac-64-etm@openssh.com",
          "umac-128-etm@openssh.com");

  private static final Set<String> KEX =
      Set.of(
          "diffie-hellman-group1-sha1",
          "diffie-hellman-group14-sha1",
          "diffie-hellman-group14-sha256",
          "diffie-hellman-group16-sha512",
          "diffie-hellman-group18-sha512",
          "diffie-hellman-group-exchange-sha1",
          "diffie-hellman-group-exchange-sha256",
          "ecdh-sha2-nistp256",
          "ecdh-sha2-nistp384",
          "ecdh-sha2-nistp521",
          "curve25519-sha256",
          "curve25519-sha256@libssh.org",
          "sntrup4591761x25519-sha512@tinyssh.org",
          "sntrup761x25519-sha512",
          "sntrup761x25519-sha512@openssh.com",
          "mlkem768x25519-sha256");

  private static final Set<String> KEY_TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-ed25519-cert-v01@openssh.com",
          "sk-ssh-ed25519@openssh.com",
          "sk-ssh-ed25519-cert-v01@openssh.com",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp384-cert-v01@openssh.com",
          "ecdsa-sha2-nistp521",
          "ecdsa-sha2-nistp521-cert-v01@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com",
          "sk-ecdsa-sha2-nistp256-cert-v01@openssh.com",
          "webauthn-sk-ecdsa-sha2-nistp256@openssh.com",
          "ssh-dss",
          "ssh-dss-cert-v01@openssh.com",
          "ssh-rsa",
          "ssh-rsa-cert-v01@openssh.com",
          "rsa-sha2-256",
          "rsa-sha2-256-cert-v01@openssh.com",
          "rsa-sha2-512",
          "rsa-sha2-512-cert-v01@openssh.com",
          "ssh-xmss@openssh.com",
          "ssh-xmss-cert-v01@openssh.com");

  /** Plain key types have short names too, and those compare without case (sshkey.c). */
  private static final Set<String> SHORT_KEY_TYPES =
      Set.of("ed25519", "ed25519-sk", "ecdsa", "ecdsa-sk", "dsa", "rsa", "xmss");

  /** More than any sensible pattern takes against all the names. */
  private static final long MAX_PATTERN_STEPS = 8_192;

  private Names() {}

  /** Returns whether {@code -c} accepts a list: {@code +} and {@code ^} may lead it. */
  static boolean ciphers(String list) {
    return all(CIPHERS, withoutSign(list));
  }

  /** Returns whether {@code -m} accepts a list: no sign may lead it. */
  static boolean macs(String list) {
    return all(MACS, list);
  }

  static boolean configCiphers(String list) {
    return list.startsWith("-") || ciphers(list);
  }

  static boolean configMacs(String list) {
    return list.startsWith("-") || macs(withoutSign(list));
  }

  static boolean configKex(String list) {
    return list.startsWith("-") || all(KEX, withoutSign(list));
  }

  /** Key type lists may hold wildcards; one that matches nothing is refused. */
  static boolean configKeyTypes(String list) {
    if (list.startsWith("-")) {
      return true;
    }
    String names = withoutSign(list);
    if (names.isEmpty()) {
      return false;
    }
    for (String name : names.split(",", -1)) {
      if (name.isEmpty()) {
        return true;
      }
      if (!isKeyType(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isKeyType(String name) {
    if (KEY_TYPES.contains(name) || SHORT_KEY_TYPES.contains(name.toLowerCase(Locale.ROOT))) {
      return true;
    }
    Glob glob = new Glob(new StepCount(), MAX_PATTERN_STEPS);
    return KEY_TYPES.stream().anyMatch(known -> glob.matches(stripNot(name), known));
  }

  private static String stripNot(String pattern) {
    return pattern.startsWith("!") ? pattern.substring(1) : pattern;
  }

  private static String withoutSign(String list) {
    return list.startsWith("+") || list.startsWith("^") ? list.substring(1) : list;
  }

  /** A list ends at its first empty name, whatever follows. */
  private static boolean all(Set<String> known, String list) {
    if (list.isEmpty()) {
      return false;
    }
    for (String name : list.split(",", -1)) {
      if (name.isEmpty()) {
        return true;
      }
      if (!known.contains(name)) {
        return false;
      }
    }
    return true;
  }
}
