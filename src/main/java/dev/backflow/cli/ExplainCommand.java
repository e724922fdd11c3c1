package dev.backflow.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.backflow.detection.CommandLineDecider;
import dev.backflow.detection.Decision;
import dev.backflow.detection.Explanation;
import dev.backflow.detection.Subject;
import dev.backflow.detection.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says of a command line what its program makes of every argument, and why it is decided so. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explain argument by argument whether a command line asks for a reverse forward.",
    footer = {
      "",
      "Quote the line as one argument; on a Windows prompt write \\\" for a quote in it.",
      "With --batch a row is {\"id\", \"image\", \"original_file_name\", \"description\",",
      "\"command_line\"}, all but the last optional; answers come in the same order.",
      "Exit: 0 all answered; 2 a row was no question (its answer has \"line\" and",
      "\"error\"), or nothing could be read."
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final int DEFAULT_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;
  private static final int MOST_WIDTH = 120;

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--json", description = "Write one JSON object instead of text.")
  private boolean json;

  @Option(names = "--image", paramLabel = "PATH", description = "Path of the program's image.")
  private @Nullable String image;

  @Option(
      names = "--original-file-name",
      paramLabel = "NAME",
      description = "Original file name of the image's version resource.")
  private @Nullable String originalFileName;

  @Option(
      names = "--product",
      paramLabel = "NAME",
      description = "Product name of the image's version resource.")
  private @Nullable String product;

  @Option(
      names = "--batch",
      paramLabel = "FILE.jsonl",
      description = "Decide every row of a JSONL file (- for standard input).")
  private @Nullable String batch;

  @Parameters(
      arity = "0..1",
      paramLabel = "COMMAND_LINE",
      description = "The line, as one argument.")
  private @Nullable String line;

  private final CommandLineDecider decider = new CommandLineDecider();

  @Override
  public Integer call() {
    if ((line == null) == (batch == null)) {
      throw new ParameterException(
          commandLine(), "Give either a COMMAND_LINE (quoted, as one argument) or --batch FILE.");
    }
    return batch == null ? explain(line == null ? "" : line) : batch(batch);
  }

  private int explain(String text) {
    Subject subject =
        new Subject(image, originalFileName, null, product, null, null, text, List.of());
    PrintWriter out = commandLine().getOut();
    if (json) {
      DecisionJson objects = new DecisionJson(decider);
      try {
        out.println(
            objects.mapper().writeValueAsString(objects.of(subject, decider.explain(subject))));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a decision could not be written as JSON", e);
      }
      out.flush();
      return ExitCodes.NONE;
    }
    write(decider.explain(subject), out);
    return ExitCodes.NONE;
  }

  /** Of a wrapper the commands inside it count; of a plain line the line. */
  private void write(List<Explanation> explanations, PrintWriter out) {
    ExplainText text = new ExplainText(out, style());
    List<Explanation> inside = explanations.subList(1, explanations.size());
    List<Explanation> shown =
        inside.stream().anyMatch(e -> isOfInterest(e.decision())) ? inside : explanations;
    boolean first = true;
    for (Explanation explanation : shown) {
      if (shown.size() > 1 && !isOfInterest(explanation.decision())) {
        continue;
      }
      if (!first) {
        out.println();
      }
      first = false;
      text.write(explanation);
    }
    if (first) {
      text.write(explanations.get(0));
    }
  }

  private static boolean isOfInterest(Decision decision) {
    return decision.program() != null || decision.verdict() != Verdict.NONE;
  }

  private int batch(String file) {
    try (BufferedReader rows = open(file)) {
      int bad = new ExplainBatch(decider).run(rows, commandLine().getOut());
      if (bad > 0) {
        commandLine()
            .getErr()
            .println(bad + " row(s) were no question: see the answers with \"error\".");
      }
      return bad > 0 ? ExitCodes.ERROR : ExitCodes.NONE;
    } catch (NoSuchFileException e) {
      commandLine().getErr().println("No such file: " + file);
      return ExitCodes.ERROR;
    } catch (IOException e) {
      commandLine().getErr().println("Cannot read " + file + ": " + e.getMessage());
      return ExitCodes.ERROR;
    }
  }

  private static BufferedReader open(String file) throws IOException {
    if (file.equals("-")) {
      return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    return Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8);
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("explain runs under picocli only");
    }
    return spec.commandLine();
  }

  private TextStyle style() {
    String columns = System.getenv("COLUMNS");
    int width = DEFAULT_WIDTH;
    if (columns != null && !columns.isEmpty() && columns.chars().allMatch(Character::isDigit)) {
      width = columns.length() > 4 ? MOST_WIDTH : Integer.parseInt(columns);
    }
    boolean colour = commandLine().getColorScheme().ansi().enabled();
    return new TextStyle(Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width)), colour);
  }
}
