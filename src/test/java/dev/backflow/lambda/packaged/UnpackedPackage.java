package dev.backflow.lambda.packaged;

import dev.backflow.lambda.engines.BuildOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Unpacks the zip once for all tests of a run and hands its directory to whoever asks; or hands
 * them the directory that {@code BACKFLOW_LAMBDA_DIRECTORY} names, such as one that {@code sam
 * build} made.
 */
final class UnpackedPackage implements ParameterResolver {
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Path.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(UnpackedPackage.class))
        .getOrComputeIfAbsent("directory", k -> open(), Unpacked.class)
        .directory();
  }

  private record Unpacked(Path directory, boolean ours) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (!ours) {
        return;
      }
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static Unpacked open() {
    String built = System.getenv("BACKFLOW_LAMBDA_DIRECTORY");
    return built == null
        ? new Unpacked(unpack(), true)
        : new Unpacked(Path.of(built).toAbsolutePath(), false);
  }

  private static Path unpack() {
    try (InputStream file = Files.newInputStream(BuildOutput.lambdaZip());
        ZipInputStream zip = new ZipInputStream(file)) {
      Path target = Files.createTempDirectory("backflow-lambda-");
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException(entry.getName() + " leaves the directory");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else {
          Files.createDirectories(path.getParent());
          Files.write(path, zip.readAllBytes());
        }
      }
      return target;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
