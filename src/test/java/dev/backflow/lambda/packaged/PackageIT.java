package dev.backflow.lambda.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backflow.lambda.engines.BuildOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the package that Lambda runs, and what must not be. */
class PackageIT {
  private static final long LARGEST = 20L * 1024 * 1024;

  /** Every library of the package. A new one is a decision: it is named here, with the reason. */
  private static final List<String> LIBRARIES =
      List.of(
          "annotations", // SDK
          "arns", // SDK: S3 access points
          "auth", // SDK
          "aws-core", // SDK
          "aws-json-protocol", // SDK: DynamoDB
          "aws-lambda-java-core", // the handlers' interface
          "aws-query-protocol", // SDK: SNS
          "aws-xml-protocol", // SDK: S3
          "checksums", // SDK
          "checksums-spi", // SDK
          "commons-codec", // exports: commons-compress needs it
          "commons-compress", // exports
          "commons-io", // exports: commons-compress needs it
          "commons-lang3", // exports: commons-compress needs it
          "crac", // hooks of SnapStart
          "crt-core", // SDK: S3's interfaces, no native code
          "dynamodb", // cases
          "endpoints-spi", // SDK
          "eventstream", // SDK
          "http-auth", // SDK
          "http-auth-aws", // SDK
          "http-auth-aws-eventstream", // SDK
          "http-auth-spi", // SDK
          "http-client-spi", // SDK
          "identity-spi", // SDK
          "jackson-annotations", // telemetry
          "jackson-core", // telemetry
          "jackson-databind", // telemetry
          "jackson-datatype-jsr310", // cases
          "json-utils", // SDK
          "metrics-spi", // SDK
          "profiles", // SDK
          "protocol-core", // SDK
          "reactive-streams", // SDK
          "regions", // SDK
          "retries", // SDK
          "retries-spi", // SDK
          "s3", // exports
          "sdk-core", // SDK
          "slf4j-api", // logs
          "slf4j-simple", // logs to standard error
          "sns", // alerts
          "third-party-jackson-core", // SDK
          "url-connection-client", // SDK: the lightest HTTP client
          "utils", // SDK
          "utils-lite", // SDK
          "xz"); // exports

  private static final Pattern VERSION = Pattern.compile("-[0-9][0-9A-Za-z.-]*\\.jar$");

  private static Map<String, byte[]> entries;

  @BeforeAll
  static void open() throws IOException {
    entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(BuildOutput.lambdaZip().toFile())) {
      for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  @Test
  void the_package_is_small_enough_to_start_quickly() throws IOException {
    assertThat(Files.size(BuildOutput.lambdaZip())).isLessThanOrEqualTo(LARGEST);
  }

  @Test
  void the_libraries_are_those_of_the_list_and_no_other() {
    assertThat(libraries().map(PackageIT::withoutVersion)).containsExactlyElementsOf(LIBRARIES);
  }

  @Test
  void the_handlers_are_flat_classes() {
    assertThat(entries).containsKey("dev/backflow/lambda/Envelopes.class");
  }

  @Test
  void neither_the_command_line_nor_an_engine_is_inside() {
    assertThat(allClasses())
        .noneMatch(c -> c.startsWith("dev/backflow/cli/"))
        .noneMatch(c -> c.startsWith("picocli/"))
        .noneMatch(c -> c.startsWith("me/tongfei/"))
        .noneMatch(c -> c.startsWith("org/junit/"))
        .noneMatch(c -> c.contains("/dynamodb/services/local/"))
        .noneMatch(c -> c.startsWith("org/apache/http/"))
        .noneMatch(c -> c.startsWith("io/netty/"));
  }

  /** Byte by byte: an archive of an earlier build would be tested in place of this one. */
  @Test
  void every_file_of_the_product_but_the_command_lines_is_inside_as_it_was_compiled()
      throws IOException {
    Path classes = BuildOutput.directory().resolve("classes");
    try (var files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("dev/backflow/cli/")) {
          assertThat(entries.get(name)).as(name).isEqualTo(Files.readAllBytes(file));
        }
      }
    }
  }

  @Test
  void a_native_library_serves_the_architecture_that_is_deployed() {
    List<String> names = new ArrayList<>(entries.keySet());
    libraries().forEach(l -> names.addAll(inside(l)));
    List<String> natives = names.stream().filter(n -> n.endsWith(".so")).toList();
    assertThat(natives)
        .map(n -> n.replaceFirst("-[0-9].*", ""))
        .containsExactlyInAnyOrder("linux/aarch64/libzstd-jni", "linux/amd64/libzstd-jni");
  }

  @Test
  void nothing_in_it_depends_on_when_or_by_whom_it_was_built() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(BuildOutput.lambdaZip()))) {
      TreeSet<String> times = new TreeSet<>();
      for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
        times.add(e.getTimeLocal().toString());
      }
      assertThat(times).containsExactly("2026-01-01T00:00");
    }
  }

  private static Stream<String> libraries() {
    return entries.keySet().stream().filter(n -> n.startsWith("lib/")).sorted();
  }

  private static String withoutVersion(String library) {
    return VERSION.matcher(library.substring("lib/".length())).replaceFirst("");
  }

  private static List<String> allClasses() {
    List<String> classes = new ArrayList<>(entries.keySet());
    libraries().forEach(l -> classes.addAll(inside(l)));
    return classes;
  }

  private static List<String> inside(String library) {
    List<String> names = new ArrayList<>();
    try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(entries.get(library)))) {
      for (ZipEntry e = jar.getNextEntry(); e != null; e = jar.getNextEntry()) {
        names.add(e.getName());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(library, e);
    }
    return names;
  }
}
