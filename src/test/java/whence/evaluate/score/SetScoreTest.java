package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Bootstrap;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMap;

class SetScoreTest {
  private static final Bootstrap FEW = new Bootstrap(50, 1);

  /** High in the left half. */
  private static final HeatMap LEFT = new HeatMap(2, 2, new float[] {1, 0, 1, 0});

  @TempDir Path folder;

  private TruthSet truth(String... clips) {
    return TruthFormat.VGGSS.read(MapFiles.vggss(folder.resolve("truth.json"), clips));
  }

  private ScoredMaps score(TruthSet truth, List<String> listed, String... maps) {
    Path file = MapFiles.write(folder.resolve("maps.json"), maps);
    return new MapScoring(truth, listed, List.of(Protocol.values()), Beside.NOTHING)
        .score(MapSource.open(file));
  }

  @Test
  void clipsWithoutSourceTakePartInDetection() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b cat", "c cat 0.5 0 1 1");
    HeatMap quiet = new HeatMap(2, 2, new float[] {-1, -0.5f, -1, -0.5f});
    ScoredMaps scored =
        score(
            truth,
            truth.ids(),
            MapFiles.json("a", LEFT),
            MapFiles.json("b", quiet),
            MapFiles.json("c", LEFT));
    List<SetScore> scores = ScoreReport.of(scored, Protocol.SLAVC, List.of(), FEW).setScores();
    assertThat(scores)
        .extracting(SetScore::name)
        .containsExactly(
            "LocAcc @0.5",
            "AP @0.5, as published",
            "AP @0.5, corrected",
            "max F1 @0.5, as published",
            "max F1 @0.5, corrected");
    assertThat(scores.get(0).value()).isEqualTo(0.5);
    // Over the two clips with a source.
    assertThat(scores.get(0).n()).isEqualTo(2);
    assertThat(scores.get(0).valueText()).isEqualTo("0.500 [0.000, 1.000]");
    assertThat(scores).allSatisfy(score -> assertThat(score.interval()).isPresent());
    assertThat(scores.get(1).n()).isEqualTo(3);
    // a and c are claimed alike, one of them at the wrong place; b never is before them.
    assertThat(scores.get(2).value()).isEqualTo(0.25);
    assertThat(ScoreReport.of(scored, Protocol.LVS, List.of(), FEW).setScores()).isEmpty();
  }

  @Test
  void withoutAnySourceLocalisationHasNoValue() {
    TruthSet truth = truth("a dog", "b cat");
    ScoredMaps scored =
        score(truth, truth.ids(), MapFiles.json("a", LEFT), MapFiles.json("b", LEFT));
    SetScore accuracy = ScoreReport.of(scored, Protocol.SLAVC, List.of(), FEW).setScores().get(0);
    assertThat(accuracy.n()).isZero();
    assertThat(accuracy.valueText()).isEqualTo("NaN");
    SetScore corrected = ScoreReport.of(scored, Protocol.SLAVC, List.of(), FEW).setScores().get(2);
    assertThat(corrected.valueText()).isEqualTo("NaN");
  }

  @Test
  void imagesWithSeveralSourcesCountAsAWhole() {
    Path file =
        MapFiles.text(
            folder.resolve("is3.json"),
            "[{\"image\":\"x_dog.jpg\",\"gt_box\":[0,0,112,224]},"
                + "{\"image\":\"x_cat.jpg\",\"gt_box\":[112,0,224,224]},"
                + "{\"image\":\"y_dog.jpg\",\"gt_box\":[0,0,112,224]}]");
    TruthSet truth = TruthFormat.IS3.read(file);
    ScoredMaps scored =
        score(
            truth,
            truth.ids(),
            MapFiles.json("x_dog", LEFT),
            MapFiles.json("x_cat", LEFT),
            MapFiles.json("y_dog", LEFT));
    ScoreReport report = ScoreReport.of(scored, Protocol.ALIGN, List.of(), FEW);
    assertThat(report.value(Metric.SUCCESS_FIXED)).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(report.setScores())
        .extracting(SetScore::name)
        .containsExactly("IIoU @0.5", "IAUC", "IIoU @0.5, size-adaptive", "IAUC, size-adaptive");
    assertThat(report.setScores().get(0).value()).isEqualTo(0.5);
    assertThat(report.setScores().get(0).n()).isEqualTo(2);
    assertThat(ScoreCsv.toText(List.of(report)))
        .contains("align,own,maps.json,all,IIoU @0.5,0.5,", "IIoU @0.5; size-adaptive");
    assertThat(ScoreTable.toText(report)).contains("IIoU @0.5                 2  0.500 [");
  }

  @Test
  void masksHaveTheirFScoreAndWantProbabilities() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b cat");
    HeatMap logits = new HeatMap(1, 2, new float[] {3, -3});
    ScoredMaps scored =
        score(truth, truth.ids(), MapFiles.json("a", LEFT), MapFiles.json("b", logits));
    ScoreReport report = ScoreReport.of(scored, Protocol.AVSBENCH, List.of(), FEW);
    assertThat(report.setScores()).extracting(SetScore::name).containsExactly("F (beta^2 = 0.3)");
    assertThat(report.setScores().get(0).n()).isEqualTo(1);
    assertThat(report.setScores().get(0).value()).isCloseTo(1, within(1e-6));
    assertThat(report.notes())
        .contains("1 maps with values outside of [0, 1]; avsbench takes them as probabilities");
  }
}
