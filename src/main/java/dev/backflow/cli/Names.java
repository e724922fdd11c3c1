package dev.backflow.cli;

import dev.backflow.cases.Case;
import dev.backflow.telemetry.ReferenceRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What hosts and accounts are called, for cases whose records hold only ids: Falcon's events have
 * neither a host name nor a user name, its side tables have both. Only the ids that cases ask for
 * are kept, so a table of any size may pass by. Names are for showing: no id is ever made of one.
 */
final class Names {
  private final Set<String> wanted = new HashSet<>();
  private final Map<String, ReferenceRow.HostName> hosts = new HashMap<>();
  private final Map<String, String> accounts = new HashMap<>();

  /** Asks for the names that some cases lack. */
  static Names lackedBy(Collection<Case> cases) {
    Names names = new Names();
    for (Case c : cases) {
      if (c.latest().hostName().equals(c.key().hostId())) {
        names.wanted.add(c.key().hostId());
      }
      if (c.latest().account().startsWith("S-1-")) {
        names.wanted.add(c.latest().account());
      }
    }
    return names;
  }

  boolean areLacked() {
    return !wanted.isEmpty();
  }

  /** Takes a row of a side table if it names something asked for; the later row wins. */
  void offer(ReferenceRow row) {
    if (row instanceof ReferenceRow.HostName host && wanted.contains(host.hostId())) {
      hosts.merge(host.hostId(), host, Names::later);
    } else if (row instanceof ReferenceRow.UserName user
        && user.user().id() != null
        && wanted.contains(user.user().id())) {
      String domain = user.user().domain() == null ? "" : user.user().domain() + "\\";
      accounts.put(user.user().id(), domain + user.user().name());
    }
  }

  String host(Case c) {
    ReferenceRow.HostName host = hosts.get(c.key().hostId());
    return host == null ? c.latest().hostName() : host.name();
  }

  String account(Case c) {
    String account = c.latest().account();
    return accounts.getOrDefault(account, account);
  }

  private static ReferenceRow.HostName later(ReferenceRow.HostName a, ReferenceRow.HostName b) {
    boolean older =
        a.timestamp() != null && b.timestamp() != null && b.timestamp().isBefore(a.timestamp());
    return older ? a : b;
  }
}
