package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Holdout;
import whence.data.Split;
import whence.data.ValidationClips;
import whence.evaluate.ModelSelection.Candidate;
import whence.heatmap.HeatMap;
import whence.localize.Localizer;

class ModelSelectionTest {
  private static final IntFunction<Annotation> TRUTH = clip -> Scores.annotation("clip" + clip);

  @TempDir Path folder;

  private static ClipBank bank(Split split, int clips) {
    return new ClipBank(
        split,
        java.util.stream.IntStream.range(0, clips).mapToObj(k -> "clip" + k).toList(),
        new ClipShape(1, 1, 1, 1, 1),
        (clip, to, at) -> to[at] = clip,
        (clip, to, at) -> to[at] = 100 + clip);
  }

  /** Right for clips below a number, wrong for the others. */
  private static Localizer rightBelow(int clips) {
    return new Localizer() {
      @Override
      public String name() {
        return "right below " + clips;
      }

      @Override
      public List<HeatMap> localize(Batch batch) {
        List<HeatMap> maps = new ArrayList<>();
        for (int k = 0; k < batch.size(); k++) {
          int at = batch.features().getFloat(k, 0, 0, 0) < clips ? 0 : 112;
          maps.add(Scores.boxMap(at, at, at + 112, at + 112, 1));
        }
        return maps;
      }
    };
  }

  private static ValidationScore score(int rightBelow, ValidationClips clips) {
    return ValidationScore.of(
        rightBelow(rightBelow),
        MapUnit.ARBITRARY,
        clips,
        clips.annotations(TRUTH),
        Metric.SUCCESS_FIXED);
  }

  @Test
  void theBestOnValidationClipsIsChosenAndTheFirstOfEquals() {
    ValidationClips clips = Holdout.of(bank(Split.TRAIN, 20), 0.5, 3).validation();
    List<Candidate<String>> candidates =
        List.of(
            new Candidate<>("iteration 0", score(5, clips)),
            new Candidate<>("iteration 1", score(20, clips)),
            new Candidate<>("iteration 2", score(20, clips)),
            new Candidate<>("iteration 3", score(0, clips)));
    Candidate<String> best = ModelSelection.best(candidates);
    assertThat(best.model()).isEqualTo("iteration 1");
    assertThat(best.score().value()).isEqualTo(1);
    assertThat(best.score().n()).isEqualTo(10);
    assertThat(best.score().metric()).isEqualTo(Metric.SUCCESS_FIXED);
  }

  @Test
  void partsOfAHoldoutShareNothingAndKeepTheirNumbers() {
    ClipBank all = bank(Split.TRAIN, 30);
    Holdout holdout = Holdout.of(all, 0.2, 7);
    List<String> held = holdout.validation().bank().ids();
    assertThat(held).hasSize(6).isEqualTo(Holdout.of(all, 0.2, 7).validation().bank().ids());
    assertThat(held).isNotEqualTo(Holdout.of(all, 0.2, 8).validation().bank().ids());
    assertThat(holdout.training().ids()).hasSize(24).doesNotContainAnyElementsOf(held);
    float[] feature = new float[1];
    float[] sound = new float[1];
    for (int k = 0; k < held.size(); k++) {
      holdout.validation().bank().readFeatures(new int[] {k}, feature);
      holdout.validation().bank().readSounds(new int[] {k}, sound);
      assertThat("clip" + (int) feature[0]).isEqualTo(held.get(k));
      assertThat(sound[0]).isEqualTo(100 + feature[0]);
    }
    assertThat(Holdout.of(bank(Split.TRAIN, 2), 0.01, 1).validation().bank().size()).isEqualTo(1);
    assertThat(Holdout.of(bank(Split.TRAIN, 2), 0.99, 1).training().size()).isEqualTo(1);
  }

  @Test
  void clipsOfATestSplitCannotBeHeldOut() {
    assertThatThrownBy(() -> Holdout.of(bank(Split.NEW_SCENES, 20), 0.5, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot hold clips out for validation\n"
                + "  got:      0.5 of 20 clips of new-scenes\n"
                + "  expected: a share above 0 and below 1 of at least 2 clips of train\n"
                + "  cure:     choose by a part of the training clips; test clips are for the last"
                + " number alone");
    assertThatThrownBy(() -> Holdout.of(bank(Split.TRAIN, 1), 0.5, 1))
        .hasMessageContaining("0.5 of 1 clips");
    assertThatThrownBy(() -> Holdout.of(bank(Split.TRAIN, 9), 1, 1))
        .hasMessageContaining("1.0 of 9 clips");
  }

  @Test
  void scoresThatCannotBeComparedAreRefused() {
    ValidationClips one = Holdout.of(bank(Split.TRAIN, 20), 0.5, 1).validation();
    ValidationClips other = Holdout.of(bank(Split.TRAIN, 20), 0.5, 2).validation();
    assertThatThrownBy(
            () ->
                ModelSelection.best(
                    List.of(
                        new Candidate<>(1, score(3, one)), new Candidate<>(2, score(3, other)))))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot choose a model\n"
                + "  got:      2 and 1 scored in different ways\n"
                + "  expected: at least one candidate, all scored by one metric on the same"
                + " validation clips\n"
                + "  cure:     score every candidate with the same ValidationClips and metric");
    assertThatThrownBy(() -> ModelSelection.best(List.of())).hasMessageContaining("no candidate");
  }

  @Test
  void metricsThatAreBetterWhenLowerOrAbsentAreRefused() {
    ValidationClips clips = Holdout.of(bank(Split.TRAIN, 4), 0.5, 1).validation();
    for (Metric metric : List.of(Metric.WRONG_OBJECT, Metric.SOUNDING_CORRELATION)) {
      assertThatThrownBy(
              () ->
                  ValidationScore.of(
                      rightBelow(1), MapUnit.ARBITRARY, clips, clips.annotations(TRUTH), metric))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot choose a model by " + metric.label());
    }
  }

  /** What a class with this body would be told by the compiler; nothing if it compiles. */
  private String compile(String body) {
    String source =
        "import java.util.*; import java.util.function.*; import whence.data.*;"
            + " import whence.evaluate.*; import whence.localize.*;\n"
            + "class Choice { Object choose(Localizer model, ClipBank test, ValidationClips"
            + " validation, IntFunction<Annotation> truth, EvaluationReport onTest,"
            + " ValidationScore onValidation) { "
            + body
            + " } }";
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String classes =
        Stream.of(ModelSelection.class, INDArray.class, org.jspecify.annotations.NullMarked.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .map(url -> path(url))
            .collect(Collectors.joining(java.io.File.pathSeparator));
    StringWriter told = new StringWriter();
    boolean compiled =
        compiler
            .getTask(
                told,
                null,
                null,
                List.of("-proc:none", "-classpath", classes, "-d", folder.toString()),
                null,
                List.of(new Source(source)))
            .call();
    return compiled ? "" : told.toString();
  }

  private static String path(java.net.URL url) {
    try {
      return Path.of(url.toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Choice.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  @Test
  void aChoiceByTestClipsDoesNotCompile() {
    String best = "return ModelSelection.best(List.of(new ModelSelection.Candidate<>(1, %s)));";
    String score = "return ValidationScore.of(model, MapUnit.COSINE, %s, truth, Metric.MEAN_CIOU);";
    assertThat(compile(best.formatted("onValidation"))).isEmpty();
    assertThat(compile(score.formatted("validation"))).isEmpty();
    assertThat(compile(best.formatted("onTest")))
        .contains("incompatible types")
        .contains("EvaluationReport");
    assertThat(compile(score.formatted("test")))
        .contains("incompatible types: ClipBank cannot be converted to ValidationClips");
    assertThat(compile(score.formatted("Split.NEW_SCENES")))
        .contains("incompatible types: Split cannot be converted to ValidationClips");
    assertThat(compile(score.formatted("new ValidationClips(test, new int[1])")))
        .contains("is not public");
    assertThat(compile("return new ValidationScore(Metric.AUC, List.of(), 1.0);"))
        .contains("has private access");
  }
}
