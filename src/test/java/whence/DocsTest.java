package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import whence.evaluate.Protocol;
import whence.experiment.MetricRow;
import whence.experiment.MetricsCsv;

/** The documents say what is there: links, names, commands, defaults, arrows. */
final class DocsTest {
  private static final Path DOCS = Path.of("src/docs");
  private static final String TYPE = CodeFacts.TYPE;

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() {
    return eachDocument(
        file ->
            assertThat(Documents.find(file, "\\]\\(([^)\\s]+)\\)"))
                .allSatisfy(link -> assertThat(leads(file, link)).as(link).isTrue()));
  }

  @TestFactory
  Stream<DynamicTest> typesThatAreNamedExist() {
    return eachDocument(
        file -> {
          assertThat(Documents.find(file, "`(" + TYPE + ")[`#.]"))
              .allSatisfy(name -> assertThat(CodeFacts.type(name)).isNotNull());
          assertThat(Documents.find(file, "`(" + TYPE + "#\\w+)`"))
              .allSatisfy(
                  name -> {
                    String[] parts = name.split("#");
                    assertThat(CodeFacts.members(CodeFacts.type(parts[0])))
                        .as(parts[0])
                        .contains(parts[1]);
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> packagesAndFilesThatAreNamedExist() {
    return eachDocument(
        file -> {
          assertThat(Documents.find(file, "`(whence(?:\\.(?!json)[a-z]+)*)`"))
              .allSatisfy(
                  name ->
                      assertThat(CodeFacts.SOURCES.resolve(CodeFacts.path(name))).isDirectory());
          assertThat(Documents.find(file, "`((?:src|environment|notebooks)/[\\w./-]+)`"))
              .allSatisfy(name -> assertThat(Path.of(name)).exists());
        });
  }

  @TestFactory
  Stream<DynamicTest> commandsThatAreNamedExist() {
    Set<String> commands = CodeFacts.commands();
    return eachDocument(
        file -> {
          assertThat(Documents.find(file, "environment/([a-z]+)(?![\\w./-])"))
              .allSatisfy(
                  name -> assertThat(Path.of("environment", name)).isExecutable().isRegularFile());
          assertThat(Documents.find(file, "environment/whence ([a-z]+)")).isSubsetOf(commands);
        });
  }

  @Test
  void optionsAndProfilesOfTheReadmeExist() {
    Path readme = Path.of("README.md");
    assertThat(Documents.find(readme, "`(--[a-z]+)"))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(CodeFacts.commandTexts()).contains(option));
    assertThat(Documents.find(readme, "-P([a-z]+)"))
        .isSubsetOf(Documents.find(Path.of("pom.xml"), "<id>([^<]+)</id>"));
  }

  @Test
  void everyPackageIsDescribed() {
    String readme = Documents.text(Path.of("README.md"));
    assertThat(CodeFacts.packages())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("| `whence." + name + "` |"));
    assertThat(arrows().keySet()).containsAll(CodeFacts.packages());
  }

  @TestFactory
  Stream<DynamicTest> importsFollowTheArrowsOfTheDocument() {
    Map<String, List<String>> arrows = arrows();
    return CodeFacts.packages().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(CodeFacts.imported(name)).isSubsetOf(arrows.get(name))));
  }

  @TestFactory
  Stream<DynamicTest> defaultsAreThoseOfTheCode() {
    List<DynamicTest> lines =
        Documents.tableRows(DOCS.resolve("method.md")).stream()
            .filter(row -> row.size() == 3 && row.get(1).matches(TYPE + "\\..*\\(\\)"))
            .map(
                row ->
                    DynamicTest.dynamicTest(
                        row.get(0),
                        () ->
                            assertThat(CodeFacts.value(row.get(1)))
                                .matches(v -> CodeFacts.says(row.get(2), v))))
            .toList();
    assertThat(lines).isNotEmpty();
    return lines.stream();
  }

  @Test
  void protocolsNameEveryColumnAndRowOfTheMetrics() {
    String protocols = Documents.text(DOCS.resolve("protocols.md"));
    assertThat(protocols).contains(MetricsCsv.HEADER).contains(Protocol.WHENCE.description());
    for (List<String> names : List.of(MetricRow.SPLITS, MetricRow.LOCALIZERS, MetricRow.METRICS)) {
      assertThat(names).allSatisfy(name -> assertThat(protocols).contains("`" + name + "`"));
    }
  }

  @Test
  void decisionsAreNumberedAndListed() {
    List<String> names = CodeFacts.names(DOCS.resolve("adr"));
    assertThat(names)
        .isEqualTo(Documents.find(DOCS.resolve("architecture.md"), "]\\(adr/([^)]+)\\): "));
    for (int k = 0; k < names.size(); k++) {
      assertThat(names.get(k)).startsWith("%04d-".formatted(k + 1));
    }
  }

  private static Stream<DynamicTest> eachDocument(Consumer<Path> check) {
    return Documents.all().stream()
        .map(file -> DynamicTest.dynamicTest(file.toString(), () -> check.accept(file)));
  }

  /** Figures are there once a run has been committed; everything else always. */
  private static boolean leads(Path file, String link) {
    if (link.matches("(https?|mailto):.*")) {
      return true;
    }
    String[] parts = link.split("#", 2);
    Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
    if (target.startsWith("figures") && Files.notExists(Path.of("figures/scores.csv"))) {
      return true;
    }
    return Files.exists(target)
        && (parts.length == 1 || Documents.anchors(target).contains(parts[1]));
  }

  /** The table of packages, which is the first to have a line for each. */
  private static Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new HashMap<>();
    for (List<String> row : Documents.tableRows(DOCS.resolve("architecture.md"))) {
      if (row.size() == 3 && CodeFacts.packages().contains(row.get(0))) {
        arrows.putIfAbsent(row.get(0), List.of(row.get(2).split(", ")));
      }
    }
    return arrows;
  }
}
