package whence.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.WhenceException;
import whence.engine.GradientCheck;

class IterativeObjectiveTest {

  private static final double ROUNDING = 1e-10;
  private static final int N = 3;
  private static final int CELLS = 4;
  private static final ObjectiveSettings SETTINGS =
      ObjectiveSettings.defaults().withTemperature(0.5).withQuietWeight(0);

  private final double[] correlation = new Random(6).doubles((long) N * CELLS * N, -1, 1).toArray();

  @ParameterizedTest
  @EnumSource(HardCells.class)
  void gradientAgreesWithDifferences(HardCells hard) {
    GradientCheck check = new GradientCheck(31);
    SDVariable s = check.normal("s", N, CELLS, N);
    LabelPlaceholders labels = LabelPlaceholders.in(check.graph(), CELLS, DataType.DOUBLE);
    LossTerms terms = IterativeObjective.build(s, labels, SETTINGS.withHardCells(hard, 2));
    Map<String, INDArray> fed = placeholders(relations(0, 2));
    if (hard == HardCells.NONE) {
      fed.remove(LabelPlaceholders.EXCLUDED);
      fed.remove(LabelPlaceholders.OWN_SOUND);
    }
    check.check(terms.total(), fed);
  }

  @Test
  void withoutIntraFrameAndRelationsItIsTheObjectiveOfIterationZero() {
    double expected = plain();
    ObjectiveSettings off = SETTINGS.withoutIntraFrame();
    assertThat(loss(off, identity())).isCloseTo(expected, offset(ROUNDING));
  }

  @Test
  void everythingRelatedWithoutHardCellsLeavesNothingToPushAway() {
    double[] all = new double[N * N];
    Arrays.fill(all, 1);
    ObjectiveSettings noHard = SETTINGS.withHardCells(HardCells.NONE, 1);
    assertThat(loss(noHard, all)).isCloseTo(0, offset(ROUNDING));
    assertThat(loss(SETTINGS, all)).isGreaterThan(0.1); // the own frame still pushes
  }

  @Test
  void hardCellsOnlyAddNegatives() {
    double none = loss(SETTINGS.withHardCells(HardCells.NONE, 1), identity());
    double one = loss(SETTINGS.withHardCells(HardCells.MAXIMUM, 1), identity());
    double two = loss(SETTINGS.withHardCells(HardCells.HIGHEST, 2), identity());
    double all = loss(SETTINGS.withHardCells(HardCells.ALL, 1), identity());
    assertThat(none).isLessThan(one);
    assertThat(one).isLessThan(two);
    assertThat(two).isCloseTo(all, offset(ROUNDING)); // each clip here has two negative cells
    assertThat(loss(SETTINGS.withHardCells(HardCells.HIGHEST, 1), identity()))
        .isCloseTo(one, offset(ROUNDING));
  }

  @Test
  void agreesWithTheFormulaWrittenAsLoops() {
    double[] relations = relations(1, 2);
    double expected = (slow(relations, false) + slow(relations, true)) / 2;
    assertThat(loss(SETTINGS, relations)).isCloseTo(expected, offset(ROUNDING));
  }

  @Test
  void quietCellsAddTheirMeanSquareAboveTheLevel() {
    ObjectiveSettings quiet = SETTINGS.withQuietWeight(3);
    double expected = 0;
    for (int i = 0; i < N; i++) {
      for (int u = 2; u < CELLS; u++) { // the two negative cells
        double above = Math.max(0, 0.5 * at(i, u, i) - quiet.quietLevel());
        expected += above * above / 2 / N;
      }
    }
    assertThat(expected).isPositive();
    assertThat(loss(quiet, identity()) - loss(SETTINGS, identity()))
        .isCloseTo(3 * expected, offset(1e-8)); // the count of cells carries a guard of 1e-9
  }

  @Test
  void gradientWithQuietCellsAgreesWithDifferences() {
    GradientCheck check = new GradientCheck(33);
    SDVariable s = check.normal("s", N, CELLS, N);
    LabelPlaceholders labels = LabelPlaceholders.in(check.graph(), CELLS, DataType.DOUBLE);
    LossTerms terms = IterativeObjective.build(s, labels, SETTINGS.withQuietWeight(2));
    assertThat(terms.parts()).containsOnlyKeys("image_to_sound", "sound_to_image", "quiet");
    check.check(terms.total(), placeholders(relations(0, 1)));
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> SETTINGS.withTemperature(0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use these settings of the objective")
        .hasMessageContaining("temperature 0.0, hard count 4, quiet weight 0.0")
        .hasMessageContaining("temperature > 0");
    assertThatThrownBy(() -> SETTINGS.withHardCells(HardCells.HIGHEST, 0))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> SETTINGS.withQuietWeight(-1)).isInstanceOf(WhenceException.class);
  }

  /** D_i and l_i, anchors in rows or, transposed, in columns; cell 0 is positive. */
  private double slow(double[] relations, boolean transposed) {
    double sum = 0;
    for (int i = 0; i < N; i++) {
      double hard = Math.max(at(i, 2, i), at(i, 3, i));
      double denominator = Math.exp(hard);
      int related = 0;
      for (int j = 0; j < N; j++) {
        double best = Double.NEGATIVE_INFINITY;
        for (int u = 0; u < CELLS; u++) {
          best = Math.max(best, transposed ? at(j, u, i) : at(i, u, j));
        }
        denominator += relations[i * N + j] == 0 ? Math.exp(best) : 0;
        related += relations[i * N + j] == 1 ? 1 : 0;
      }
      for (int j = 0; j < N; j++) {
        if (relations[i * N + j] == 1) {
          double positive = transposed ? at(j, 0, i) : at(i, 0, j);
          sum -= (positive - Math.log(Math.exp(positive) + denominator)) / related;
        }
      }
    }
    return sum / N;
  }

  private double at(int image, int cell, int sound) {
    return correlation[(image * CELLS + cell) * N + sound] / 0.5;
  }

  private double plain() {
    GradientCheck graph = new GradientCheck(0);
    SDVariable s = graph.values("s", correlation, N, CELLS, N);
    INDArray eye = Nd4j.createFromArray(identity()).reshape(N, N);
    return MaxPooledInfoNce.build(s, 0.5)
        .total()
        .eval(Map.of(MaxPooledInfoNce.DIAGONAL, eye))
        .getDouble(0);
  }

  private double loss(ObjectiveSettings settings, double[] relations) {
    SameDiff graph = SameDiff.create();
    SDVariable s = graph.var("s", Nd4j.createFromArray(correlation).reshape('c', N, CELLS, N));
    LabelPlaceholders labels = LabelPlaceholders.in(graph, CELLS, DataType.DOUBLE);
    LossTerms terms = IterativeObjective.build(s, labels, settings);
    return terms.total().eval(placeholders(relations)).getDouble(0);
  }

  private static double[] identity() {
    return relations(0, 0);
  }

  /** The identity with one related pair. */
  private static double[] relations(int a, int b) {
    double[] relations = new double[N * N];
    for (int i = 0; i < N; i++) {
      relations[i * N + i] = 1;
    }
    relations[a * N + b] = 1;
    relations[b * N + a] = 1;
    return relations;
  }

  /** Cell 0 of every clip is positive, cell 1 ignored, cells 2 and 3 are negative. */
  private static Map<String, INDArray> placeholders(double[] relations) {
    double[] weights = new double[N * CELLS];
    double[] excluded = new double[N * CELLS];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = k % CELLS == 0 ? 1 : 0;
      excluded[k] = k % CELLS < 2 ? IntraFrameSampling.EXCLUDED : 0;
    }
    Map<String, INDArray> fed = new HashMap<>();
    fed.put(LabelPlaceholders.POSITIVE_WEIGHTS, Nd4j.createFromArray(weights).reshape(N, 1, CELLS));
    fed.put(LabelPlaceholders.EXCLUDED, Nd4j.createFromArray(excluded).reshape(N, CELLS));
    fed.put(LabelPlaceholders.RELATIONS, Nd4j.createFromArray(relations).reshape(N, N));
    fed.put(LabelPlaceholders.OWN_SOUND, Nd4j.createFromArray(identity()).reshape(N, N, 1));
    return fed;
  }
}
