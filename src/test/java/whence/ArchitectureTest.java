package whence;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The arrows of src/docs/architecture.md and the borders of the foreign libraries. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("whence");

  /** What each package may use of ours, besides itself and the root package. */
  private static final Map<String, List<String>> MAY_USE = mayUse();

  private static Map<String, List<String>> mayUse() {
    Map<String, List<String>> arrows = new TreeMap<>();
    arrows.put("media", List.of());
    arrows.put("signal", List.of());
    arrows.put("heatmap", List.of());
    arrows.put("engine", List.of());
    arrows.put("data", List.of("media", "signal", "heatmap", "engine"));
    arrows.put("model", List.of("engine", "media"));
    arrows.put("loss", List.of("engine"));
    arrows.put("label", List.of("heatmap", "data", "engine"));
    arrows.put("localize", List.of("model", "data", "heatmap", "engine"));
    arrows.put("train", List.of("data", "model", "loss", "label", "localize", "engine", "heatmap"));
    arrows.put("evaluate", List.of("localize", "heatmap", "data"));
    List<String> belowExperiment = List.copyOf(arrows.keySet());
    arrows.put("experiment", belowExperiment);
    arrows.put(
        "figure",
        List.of("evaluate", "heatmap", "data", "label", "experiment", "media", "signal", "engine"));
    arrows.put(
        "notebook",
        Stream.concat(
                belowExperiment.stream().filter(name -> !name.equals("loss")),
                Stream.of("experiment", "figure"))
            .toList());
    arrows.put(
        "cli", Stream.concat(belowExperiment.stream(), Stream.of("experiment", "figure")).toList());
    return arrows;
  }

  /** A foreign library, and the packages of ours that may use it. */
  private record Border(String library, List<String> packages, String... allowedIn) {}

  private static final List<Border> BORDERS =
      List.of(
          new Border(
              "JavaCV",
              List.of("org.bytedeco.javacv..", "org.bytedeco.ffmpeg..", "org.bytedeco.opencv.."),
              "whence.media.."),
          new Border(
              "JavaCPP", List.of("org.bytedeco.javacpp.."), "whence.media..", "whence.engine.."),
          new Border(
              "SameDiff",
              List.of("org.nd4j.autodiff.."),
              "whence.engine..",
              "whence.model..",
              "whence.loss.."),
          new Border(
              "ND4J as a value",
              List.of("org.nd4j.."),
              "whence.engine..",
              "whence.model..",
              "whence.loss..",
              "whence.data..",
              "whence.localize..",
              "whence.train..",
              "whence.label..",
              "whence.notebook.."),
          new Border(
              "XChart", List.of("org.knowm.xchart.."), "whence.figure..", "whence.notebook.."),
          new Border(
              "Tablesaw", List.of("tech.tablesaw.."), "whence.figure..", "whence.notebook.."),
          new Border(
              "Jackson",
              List.of("com.fasterxml.jackson.."),
              "whence.data..",
              "whence.experiment..",
              "whence.evaluate..",
              "whence.figure..",
              "whence.engine..",
              "whence.cli.."),
          new Border("picocli", List.of("picocli.."), "whence.cli.."),
          new Border(
              "commons-compress",
              List.of("org.apache.commons.compress..", "org.tukaani.."),
              "whence.media.."),
          new Border("the Java kernel", List.of("org.rapaio.."), "whence.notebook.."),
          new Border("pickle", List.of("net.razorvine.."), "whence.engine..", "whence.model.."));

  @Test
  void packagesUseOnlyWhatTheirArrowsAllow() {
    LayeredArchitecture layers =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (String name : MAY_USE.keySet()) {
      layers = layers.layer(name).definedBy("whence." + name + "..");
    }
    for (Map.Entry<String, List<String>> arrow : MAY_USE.entrySet()) {
      String[] below = arrow.getValue().toArray(String[]::new);
      layers =
          below.length == 0
              ? layers.whereLayer(arrow.getKey()).mayNotAccessAnyLayer()
              : layers.whereLayer(arrow.getKey()).mayOnlyAccessLayers(below);
    }
    layers.check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("whence.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rootPackageUsesNoOther() {
    String[] others =
        MAY_USE.keySet().stream().map(p -> "whence." + p + "..").toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage("whence")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(others));
  }

  @TestFactory
  Stream<DynamicTest> foreignLibrariesStayInTheirPackages() {
    return BORDERS.stream().map(b -> DynamicTest.dynamicTest(b.library(), () -> check(rule(b))));
  }

  private static ArchRule rule(Border border) {
    return noClasses()
        .that(
            resideInAnyPackage("whence..")
                .and(DescribedPredicate.not(resideInAnyPackage(border.allowedIn()))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(border.packages().toArray(String[]::new))
        .as(border.library() + " is used only in " + Arrays.toString(border.allowedIn()));
  }

  @Test
  void onlyTheCommandLinePrints() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("whence.cli..")
            // It turns standard output away while SameDiff prints.
            .and()
            .doNotHaveFullyQualifiedName("whence.engine.StandardOutput")
            .should()
            .accessTargetWhere(
                access(
                    "System.out or System.err",
                    a ->
                        a.getTargetOwner().isEquivalentTo(System.class)
                            && List.of("out", "err").contains(a.getName())))
            .orShould()
            .callMethod(Throwable.class, "printStackTrace")
            .as("only whence.cli prints"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("whence.cli..", "whence.engine..", "whence.notebook..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PrintStream.class));
  }

  @Test
  void randomnessIsSeeded() {
    check(
        noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.security.SecureRandom.class)
            .as("every generator has a seed"));
  }

  @Test
  void noOneCallsTheGarbageCollector() {
    check(noClasses().should().callMethod(System.class, "gc"));
  }

  @Test
  void trainingNeverSeesEvaluation() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "whence.train..", "whence.label..", "whence.loss..", "whence.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("whence.evaluate.."));
  }

  private static DescribedPredicate<JavaAccess<?>> access(
      String name, java.util.function.Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe(name, test);
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(CLASSES);
  }
}
