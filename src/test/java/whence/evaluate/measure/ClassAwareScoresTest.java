package whence.evaluate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.evaluate.Bootstrap;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;

class ClassAwareScoresTest {
  private static final Bootstrap FEW = new Bootstrap(50, 1);
  private static final GradedTruth FIRST = GradedTruth.of(HeatMaps.row(1, 0, 0, 0));
  private static final GradedTruth LAST = GradedTruth.of(HeatMaps.row(0, 0, 0, 1));

  private static ClassAwareClip clip(HeatMap cello, HeatMap flute, HeatMap tuba, double fraction) {
    return new ClassAwareClip(
        "a",
        List.of(
            ClassAwareClip.ciou(cello, FIRST, fraction),
            ClassAwareClip.ciou(flute, LAST, fraction)),
        List.of(ClassAwareClip.quiet(tuba)));
  }

  @Test
  void aClipIsTheMeanOfItsSoundingClasses() {
    HeatMap right = HeatMaps.row(0.9f, 0.45f, 0, 0); // strictly above half of the maximum: one cell
    HeatMap wrong = HeatMaps.row(0.9f, 0, 0, 0);
    HeatMap silent = HeatMaps.row(0.1f, 0.2f, 0.3f, 0);
    ClassAwareScores scores =
        ClassAwareScores.of(List.of(clip(right, wrong, silent, ClassAwareScores.SYNTHETIC)), FEW);
    assertThat(scores.success().value()).isEqualTo(1); // (1 + 0) / 2 >= 0.3
    assertThat(scores.area().value()).isCloseTo(0.525, within(1e-12));
    assertThat(scores.silence().value()).isEqualTo(0.75); // 0.2 itself is quiet
    ClassAwareScores duet =
        ClassAwareScores.of(List.of(clip(right, wrong, silent, ClassAwareScores.DUET)), FEW);
    assertThat(duet.success().value()).isZero(); // (1 / 2 + 0) / 2
  }

  @Test
  void anAllZeroMapIsPerfectlyQuietAndNothingElse() {
    HeatMap zero = HeatMaps.constant(1, 4, 0);
    ClassAwareScores scores = ClassAwareScores.of(List.of(clip(zero, zero, zero, 0.5)), FEW);
    assertThat(scores.silence().value()).isEqualTo(1);
    assertThat(scores.success().value()).isZero();
    assertThat(scores.toText())
        .isEqualTo(
            "class-aware success @0.3 0.000 [0.000, 0.000], AUC 0.025 [0.025, 0.025], quiet where"
                + " silent (NSA; an all-zero map has 1) 1.000 [1.000, 1.000]");
  }

  @Test
  void exactlyThreeTenthsIsBelowTheDoubleOfSixTwentieths() {
    GradedTruth truth = GradedTruth.of(HeatMaps.row(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    HeatMap three = HeatMaps.row(1, 1, 1, 0, 0, 0, 0, 0, 0, 0);
    ClassAwareClip clip =
        new ClassAwareClip("a", List.of(ClassAwareClip.ciou(three, truth, 0.5)), List.of());
    ClassAwareScores scores = ClassAwareScores.of(List.of(clip), FEW);
    assertThat(scores.success().value()).isZero(); // 0.3 < 0.30000000000000004, as published
    assertThat(scores.silence()).isNull();
    assertThat(scores.toText()).endsWith("an all-zero map has 1) -");
  }

  @Test
  void aClipInWhichNothingSoundsIsRefused() {
    assertThatThrownBy(() -> new ClassAwareClip("a", List.of(), List.of(0.5, 1.0)))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score a by class\n"
                + "  got:      no class that sounds, 2 that do not\n"
                + "  expected: at least one class that sounds\n"
                + "  cure:     leave out pictures in which nothing sounds, as published evaluations"
                + " do");
  }
}
