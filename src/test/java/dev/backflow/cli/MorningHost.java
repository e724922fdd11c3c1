package dev.backflow.cli;

import java.util.List;
import java.util.UUID;

/**
 * A host of the demo's morning.
 *
 * @param name its full name
 * @param format how its sensor's records are shipped
 * @param user who works on it
 */
record MorningHost(String name, Format format, String user) {
  enum Format {
    FDR("crowdstrike-fdr-part-00000.gz"),
    WINLOGBEAT("winlogbeat.ndjson.gz"),
    XML("sysmon-events.xml.gz");

    private final String file;

    Format(String file) {
      this.file = file;
    }
  }

  static final List<MorningHost> ALL =
      List.of(
          new MorningHost("ws01.example.com", Format.FDR, "amir"),
          new MorningHost("ws02.example.com", Format.FDR, "bella"),
          new MorningHost("ws03.example.com", Format.FDR, "chen"),
          new MorningHost("ws04.example.com", Format.FDR, "dora"),
          new MorningHost("fin01.example.com", Format.WINLOGBEAT, "elif"),
          new MorningHost("fin02.example.com", Format.WINLOGBEAT, "femi"),
          new MorningHost("fin03.example.com", Format.WINLOGBEAT, "gita"),
          new MorningHost("dev01.example.com", Format.XML, "dev"),
          new MorningHost("ws05.example.com", Format.XML, "hugo"),
          new MorningHost("dc01.example.com", Format.XML, "operator"));

  static MorningHost named(String name) {
    return ALL.stream().filter(h -> h.name().equals(name)).findFirst().orElseThrow();
  }

  String file() {
    return format.file;
  }

  /** The sensor's id of the host: the same every morning. */
  String aid() {
    return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString()
        .replace("-", "");
  }
}
