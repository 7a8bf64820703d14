package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Split;
import whence.heatmap.HeatMap;

class EvaluatorTest {

  private static final HeatMap RIGHT = Scores.boxMap(0, 0, 112, 112, 0.5f);
  private static final HeatMap WRONG = Scores.boxMap(112, 112, 224, 224, 0.5f);

  private final Evaluator evaluator = new Evaluator(new Bootstrap(200, 1));

  @Test
  void everyClipIsScoredAndEveryMetricTaken() {
    EvaluationReport report = evaluator.evaluate(model(MapUnit.COSINE), Split.NEW_SCENES, 4);
    assertThat(report.localizer()).isEqualTo("model");
    assertThat(report.n()).isEqualTo(2);
    assertThat(report.coverage()).isEqualTo(0.5);
    assertThat(report.estimates()).containsOnlyKeys(Metric.values());
    assertThat(value(report, Metric.SUCCESS_FIXED)).isEqualTo(0.5);
    assertThat(value(report, Metric.POINTING)).isEqualTo(0.5);
    assertThat(value(report, Metric.WRONG_OBJECT)).isEqualTo(0.5);
    assertThat(value(report, Metric.SOUNDING_CORRELATION)).isEqualTo(0.25);
    assertThat(report.scores()).extracting(ClipScore::id).containsExactly("a", "b");
  }

  @Test
  void mapsThatAreNoCosinesHaveSixMetrics() {
    EvaluationReport report = evaluator.evaluate(model(MapUnit.ARBITRARY), Split.NEW_OBJECTS, 2);
    assertThat(report.estimates()).hasSize(6);
    assertThat(report.estimate(Metric.SOUNDING_CORRELATION)).isEmpty();
  }

  @Test
  void theTextNamesProtocolSplitClipsAndIntervals() {
    EvaluationReport model = evaluator.evaluate(model(MapUnit.COSINE), Split.NEW_SCENES, 4);
    ClipMaps maps =
        Scores.maps(
            "whole-image",
            MapUnit.ARBITRARY,
            List.of(new ClipMap(Scores.annotation("a"), Scores.boxMap(0, 0, 224, 224, 1))));
    EvaluationReport whole = evaluator.evaluate(maps, Split.NEW_SCENES, 4);
    List<String> lines = ReportTable.toText(List.of(model, whole)).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "protocol whence: map to 224 x 224 (bilinear, half-pixel centres), min-max, threshold"
                + " >= 0.5; size-adaptive: the k - 1 highest pixels, k pixels of truth; boxes cut"
                + " off at the frame; cIoU, 0 for an empty truth");
    assertThat(lines.get(1)).startsWith("split new-scenes; fractions and cosines");
    assertThat(lines.get(2))
        .startsWith("localizer    n of listed  success @0.5, fixed   success @0.5, size-adaptive");
    assertThat(lines.get(3)).startsWith("model        2 of 4       0.500 [0.000, 1.000]  0.000");
    assertThat(lines.get(4)).startsWith("whole-image  1 of 4       0.000 [0.000, 0.000]  0.000");
    assertThat(lines.get(4)).endsWith("-");
    assertThat(lines).hasSize(5);
    assertThat(model.toText().lines()).hasSize(4);
  }

  @Test
  void refusesAClipTwiceAndNoClipAtAll() {
    ClipMap clip = new ClipMap(Scores.annotation("a"), RIGHT);
    ClipMaps twice = Scores.maps("model", MapUnit.COSINE, List.of(clip, clip));
    assertThatThrownBy(() -> evaluator.evaluate(twice, Split.NEW_SCENES, 2))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot evaluate model over new-scenes\n"
                + "  got:      clip a a second time\n"
                + "  expected: each clip once\n"
                + "  cure:     remove the repeated line from the split's list");
    ClipMaps none = Scores.maps("model", MapUnit.COSINE, List.of());
    assertThatThrownBy(() -> evaluator.evaluate(none, Split.NEW_SCENES, 2))
        .hasMessage(
            "Cannot report on model over new-scenes\n"
                + "  got:      0 scored clips of 2 listed\n"
                + "  expected: 1 to 2 scored clips\n"
                + "  cure:     check that the split has clips and that none is scored twice");
    assertThatThrownBy(() -> evaluator.evaluate(model(MapUnit.COSINE), Split.NEW_SCENES, 1))
        .hasMessageContaining("2 scored clips of 1 listed");
  }

  @Test
  void refusesToSetDifferentSplitsOrProtocolsSideBySide() {
    EvaluationReport scenes = evaluator.evaluate(model(MapUnit.COSINE), Split.NEW_SCENES, 2);
    EvaluationReport objects = evaluator.evaluate(model(MapUnit.COSINE), Split.NEW_OBJECTS, 2);
    assertThatThrownBy(() -> ReportTable.toText(List.of(scenes, objects)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("2 reports of 2 protocols and splits");
    EvaluationReport lvs =
        new EvaluationReport(Protocol.LVS, "model", Split.NEW_SCENES, 2, scenes.scores(), Map.of());
    assertThatThrownBy(() -> ReportTable.toText(List.of(scenes, lvs)))
        .hasMessageContaining("2 reports of 2 protocols and splits");
    assertThatThrownBy(() -> ReportTable.toText(List.of()))
        .hasMessageContaining("0 reports of 0 protocols and splits");
  }

  private static double value(EvaluationReport report, Metric metric) {
    return report.estimate(metric).orElseThrow().value();
  }

  private static ClipMaps model(MapUnit unit) {
    return Scores.maps(
        "model",
        unit,
        List.of(
            new ClipMap(Scores.annotation("a"), RIGHT),
            new ClipMap(Scores.annotation("b"), WRONG)));
  }
}
