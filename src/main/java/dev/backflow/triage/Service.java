package dev.backflow.triage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The service behind a target port, as far as a port number tells (tradecraft 3 and 8). */
final class Service {
  private static final Map<Integer, String> ADMIN =
      Map.ofEntries(
          Map.entry(22, "SSH"),
          Map.entry(88, "Kerberos"),
          Map.entry(139, "SMB"),
          Map.entry(389, "LDAP"),
          Map.entry(445, "SMB"),
          Map.entry(464, "Kerberos"),
          Map.entry(636, "LDAP"),
          Map.entry(1433, "SQL Server"),
          Map.entry(1521, "Oracle"),
          Map.entry(2222, "SSH"),
          Map.entry(3268, "LDAP"),
          Map.entry(3269, "LDAP"),
          Map.entry(3306, "MySQL"),
          Map.entry(3389, "RDP"),
          Map.entry(4899, "Radmin"),
          Map.entry(5432, "PostgreSQL"),
          Map.entry(5900, "VNC"),
          Map.entry(5901, "VNC"),
          Map.entry(5938, "TeamViewer"),
          Map.entry(5985, "WinRM"),
          Map.entry(5986, "WinRM"),
          Map.entry(7070, "AnyDesk"),
          Map.entry(8022, "SSH"),
          Map.entry(21118, "RustDesk"),
          Map.entry(22222, "SSH"));
  private static final Map<Integer, String> OTHER =
      Map.of(53, "DNS", 80, "HTTP", 443, "HTTPS", 8080, "HTTP", 52698, "rmate");

  private Service() {}

  /** Returns the service's name when the port is one by which a machine is administered. */
  static @Nullable String admin(int port) {
    return ADMIN.get(port);
  }

  /** Returns a name for any port: the service's, or the number. */
  static String name(int port) {
    String admin = ADMIN.get(port);
    return admin != null ? admin : OTHER.getOrDefault(port, "port " + port);
  }
}
