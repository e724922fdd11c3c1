package dev.backflow;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keeps the arrows between the rooms: data flows one way, and no part reaches back. */
class RoomsTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.backflow");

  /** Each room with the one before it on the way; it may use that one and all that one may use. */
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("commandline", List.of()),
          Map.entry("export", List.of()),
          Map.entry("telemetry", List.of("export")),
          Map.entry("detection", List.of("commandline", "telemetry")),
          Map.entry("triage", List.of("detection")),
          Map.entry("cases", List.of("triage")),
          Map.entry("alerts", List.of("cases")),
          Map.entry("pipeline", List.of("alerts")),
          Map.entry("aws", List.of("pipeline")),
          Map.entry("lambda", List.of("aws")),
          Map.entry("cli", List.of("aws")));

  @Test
  void every_class_stands_in_a_room() {
    assertThat(PRODUCT.stream().filter(c -> room(c.getPackageName()).isEmpty())).isEmpty();
  }

  @Test
  void a_room_uses_only_the_rooms_before_it() {
    List<String> offences = new ArrayList<>();
    for (JavaClass user : PRODUCT) {
      String from = room(user.getPackageName()).orElseThrow();
      user.getDirectDependenciesFromSelf().stream()
          .filter(
              d ->
                  room(d.getTargetClass().getPackageName())
                      .filter(to -> !reaches(from, to))
                      .isPresent())
          .forEach(d -> offences.add(d.getDescription()));
    }
    assertThat(offences).isEmpty();
  }

  @Test
  void aws_types_appear_only_at_the_edges() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.backflow.aws..",
            "dev.backflow.lambda..",
            "dev.backflow.cases.dynamodb..",
            "dev.backflow.alerts.sns..",
            "dev.backflow.cli.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon..", "com.amazonaws..")
        .check(PRODUCT);
  }

  @Test
  void only_the_local_end_of_the_command_line_touches_the_embedded_engine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.backflow.cli.local..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon.dynamodb..")
        .check(PRODUCT);
  }

  @Test
  void command_lines_are_decided_in_plain_java() {
    classes()
        .that()
        .resideInAPackage("dev.backflow.commandline..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.backflow.commandline..", "java..", "javax.crypto..", "org.jspecify..")
        .check(PRODUCT);
  }

  private static Optional<String> room(String packageName) {
    return MAY_USE.keySet().stream()
        .filter(r -> (packageName + ".").startsWith("dev.backflow." + r + "."))
        .findAny();
  }

  private static boolean reaches(String from, String to) {
    return from.equals(to)
        || MAY_USE.getOrDefault(from, List.of()).stream().anyMatch(r -> reaches(r, to));
  }
}
