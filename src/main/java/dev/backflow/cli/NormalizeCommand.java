package dev.backflow.cli;

import dev.backflow.commandline.WindowsArgv;
import dev.backflow.export.ExportLimits;
import dev.backflow.export.ExportReader;
import dev.backflow.export.Framed;
import dev.backflow.export.PermanentException;
import dev.backflow.export.PutAside;
import dev.backflow.export.RawRecord;
import dev.backflow.telemetry.EcsWriter;
import dev.backflow.telemetry.Event;
import dev.backflow.telemetry.Normalized;
import dev.backflow.telemetry.Normalizer;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code normalize}: the events of any export as ECS documents. */
@Command(
    name = "normalize",
    description =
        "Writes the events of exports as ECS documents, one a line, to standard output. Command"
            + " lines are written as they are: nothing is redacted.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every file was read",
      "2:a file could not be read; the events of the others are written"
    })
public final class NormalizeCommand implements Callable<Integer> {
  private static final int SHOWN_PUT_ASIDE = 20;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "exports, packed or not, in any format, or directories of them")
  private List<Path> paths = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Normalizer normalizer = new Normalizer();
  private final EcsWriter ecs = new EcsWriter(line -> WindowsArgv.texts(WindowsArgv.split(line)));
  private final Map<String, Long> events = new TreeMap<>();
  private final Map<String, Long> others = new TreeMap<>();
  private long putAside;

  private final OutputStream out;

  /** Writes to standard output, as bytes: a writer would recode them. */
  public NormalizeCommand() {
    this(new FileOutputStream(FileDescriptor.out));
  }

  NormalizeCommand(OutputStream out) {
    this.out = new BufferedOutputStream(out, 1 << 16);
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    int code = ExitCodes.NONE;
    for (Path file : files()) {
      try {
        read(file, err);
      } catch (IOException e) {
        err.println("backflow: " + file + " cannot be read: " + e.getMessage());
        code = ExitCodes.ERROR;
      }
    }
    output(out::flush);
    err.println(summary());
    err.flush();
    return code;
  }

  /** Something that may fail because no one takes the output. */
  @FunctionalInterface
  private interface Output {
    void run() throws IOException;
  }

  private static void output(Output output) {
    try {
      output.run();
    } catch (IOException e) {
      throw new PermanentException("standard output cannot be written: " + e.getMessage(), e);
    }
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    paths.forEach(path -> files.addAll(ExportFiles.of(path)));
    return files;
  }

  private void read(Path file, PrintWriter err) throws IOException {
    try (ExportReader reader =
        ExportReader.open(file.toString(), Files.newInputStream(file), ExportLimits.DEFAULTS)) {
      for (Framed framed = reader.next(); framed != null; framed = reader.next()) {
        if (framed instanceof PutAside aside) {
          putAside(aside, err);
        } else if (framed instanceof RawRecord record) {
          write(normalizer.normalize(record), err);
        }
      }
    }
  }

  private void write(Normalized normalized, PrintWriter err) {
    if (normalized instanceof Normalized.Recognized recognized) {
      Event event = recognized.event();
      output(() -> ecs.write(event, out));
      String kind = event.getClass().getSimpleName();
      String source = event.header().source().id() + " " + event.header().rendering();
      events.merge(source + " " + kind, 1L, Long::sum);
    } else if (normalized instanceof Normalized.Malformed malformed) {
      putAside(malformed.putAside(), err);
    } else if (normalized instanceof Normalized.Ignored ignored) {
      others.merge("ignored " + ignored.source().id() + " " + ignored.kind(), 1L, Long::sum);
    } else if (normalized instanceof Normalized.Reference) {
      others.merge("reference rows", 1L, Long::sum);
    } else {
      others.merge("unknown", 1L, Long::sum);
    }
  }

  /** The first ones are named; a file that is no export would fill the screen. */
  private void putAside(PutAside aside, PrintWriter err) {
    if (++putAside <= SHOWN_PUT_ASIDE) {
      err.println("backflow: put aside " + aside.position() + ": " + aside.reason());
    }
  }

  private String summary() {
    StringBuilder text = new StringBuilder("Events written:");
    events.forEach((kind, count) -> text.append("\n  ").append(count).append(' ').append(kind));
    text.append("\nNot written:");
    others.forEach((kind, count) -> text.append("\n  ").append(count).append(' ').append(kind));
    return text.append("\n  ").append(putAside).append(" put aside").toString();
  }
}
