package whence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import whence.data.scene.Interval;
import whence.evaluate.Protocol;
import whence.experiment.MetricRow;
import whence.experiment.MetricsCsv;

/** The documents say what is there: links, names, commands, defaults, arrows. */
final class DocsTest {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Path DOCS = Path.of("src/docs");
  private static final String TYPE = "whence(?:\\.[a-z]+)*\\.[A-Z]\\w*";

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
              .allSatisfy(name -> assertThat(type(name)).isNotNull());
          assertThat(Documents.find(file, "`(" + TYPE + "#\\w+)`"))
              .allSatisfy(
                  name -> {
                    String[] parts = name.split("#");
                    assertThat(members(type(parts[0]))).as(parts[0]).contains(parts[1]);
                  });
        });
  }

  @TestFactory
  Stream<DynamicTest> packagesAndFilesThatAreNamedExist() {
    return eachDocument(
        file -> {
          assertThat(Documents.find(file, "`(whence(?:\\.[a-z]+)*)`"))
              .allSatisfy(name -> assertThat(SOURCES.resolve(path(name))).isDirectory());
          assertThat(Documents.find(file, "`((?:src|environment|notebooks)/[\\w./-]+)`"))
              .allSatisfy(name -> assertThat(Path.of(name)).exists());
        });
  }

  @TestFactory
  Stream<DynamicTest> commandsThatAreNamedExist() {
    Set<String> commands = commands();
    return eachDocument(
        file -> {
          assertThat(Documents.find(file, "environment/([a-z]+)(?![\\w./-])"))
              .allSatisfy(
                  name -> assertThat(Path.of("environment", name)).isExecutable().isRegularFile());
          assertThat(Documents.find(file, "environment/whence ([a-z]+)"))
              .isSubsetOf(commands);
        });
  }

  @Test
  void optionsAndProfilesOfTheReadmeExist() {
    Path readme = Path.of("README.md");
    assertThat(Documents.find(readme, "`(--[a-z]+)"))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(Path.of("environment/run")).content().contains(option));
    assertThat(Documents.find(readme, "-P([a-z]+)"))
        .allSatisfy(
            profile ->
                assertThat(Path.of("pom.xml")).content().contains("<id>" + profile + "</id>"));
  }

  @Test
  void everyPackageIsDescribed() {
    String readme = Documents.text(Path.of("README.md"));
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(readme).contains("| `whence." + name + "` |"));
    assertThat(arrows().keySet()).containsAll(packages());
  }

  @TestFactory
  Stream<DynamicTest> importsFollowTheArrowsOfTheDocument() {
    Map<String, List<String>> arrows = arrows();
    return packages().stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(imported(name)).isSubsetOf(arrows.get(name))));
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
                        () -> assertThat(value(row.get(1))).matches(v -> says(row.get(2), v))))
            .toList();
    assertThat(lines).isNotEmpty();
    return lines.stream();
  }

  @Test
  void protocolsNameEveryColumnAndRowOfTheMetrics() {
    String protocols = Documents.text(DOCS.resolve("protocols.md"));
    assertThat(protocols).contains(MetricsCsv.HEADER).contains(Protocol.WHENCE.description());
    for (List<String> names :
        List.of(MetricRow.SPLITS, MetricRow.LOCALIZERS, MetricRow.METRICS)) {
      assertThat(names).allSatisfy(name -> assertThat(protocols).contains("`" + name + "`"));
    }
  }

  @Test
  void decisionsAreNumberedAndListed() {
    List<String> names = names(DOCS.resolve("adr"));
    assertThat(names)
        .isEqualTo(Documents.find(DOCS.resolve("architecture.md"), "]\\(adr/([^)]+)\\): "));
    for (int k = 0; k < names.size(); k++) {
      assertThat(names.get(k)).startsWith("%04d-".formatted(k + 1));
    }
  }

  private static Stream<DynamicTest> eachDocument(java.util.function.Consumer<Path> check) {
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

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, DocsTest.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no class " + name, e);
    }
  }

  private static Set<String> members(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Function<Member[], List<String>> all = m -> Arrays.stream(m).map(Member::getName).toList();
    names.addAll(all.apply(type.getDeclaredMethods()));
    names.addAll(all.apply(type.getDeclaredFields()));
    return names;
  }

  /** What an expression such as {@code whence.a.B.defaults().c()} gives. */
  private static Object value(String expression) throws ReflectiveOperationException {
    var parts = Pattern.compile("(" + TYPE + ")\\.(.*)").matcher(expression);
    assertThat(parts.matches()).as(expression).isTrue();
    Class<?> type = type(parts.group(1));
    Object value = null;
    for (String call : parts.group(2).split("\\.")) {
      value = type.getMethod(call.replace("()", "")).invoke(value);
      type = value.getClass();
    }
    return value;
  }

  private static boolean says(String text, Object value) {
    if (value instanceof Interval interval) {
      String[] ends = text.split(" to ");
      return says(ends[0], interval.low()) && says(ends[1], interval.high());
    }
    return value instanceof Number number
        ? Double.parseDouble(text) == number.doubleValue()
        : text.equals(String.valueOf(value));
  }

  private static Set<String> packages() {
    Set<String> names = new TreeSet<>(names(SOURCES.resolve("whence")));
    names.removeIf(name -> name.endsWith(".java"));
    return names;
  }

  /** The table of packages, which is the first to have a line for each. */
  private static Map<String, List<String>> arrows() {
    Map<String, List<String>> arrows = new HashMap<>();
    for (List<String> row : Documents.tableRows(DOCS.resolve("architecture.md"))) {
      if (row.size() == 3 && packages().contains(row.get(0))) {
        arrows.putIfAbsent(row.get(0), List.of(row.get(2).split(", ")));
      }
    }
    return arrows;
  }

  private static Set<String> imported(String name) {
    Set<String> used = new TreeSet<>();
    for (Path file : files(SOURCES.resolve("whence").resolve(name), ".java")) {
      used.addAll(Documents.find(file, "(?m)^import (?:static )?whence\\.([a-z]+)\\."));
    }
    used.remove(name);
    return used;
  }

  private static Set<String> commands() {
    Set<String> names = new TreeSet<>();
    for (Path file : files(SOURCES.resolve("whence/cli"), ".java")) {
      names.addAll(Documents.find(file, "\\bname = \"([a-z]+)\""));
    }
    return names;
  }

  private static String path(String packageName) {
    return packageName.replace('.', '/');
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
