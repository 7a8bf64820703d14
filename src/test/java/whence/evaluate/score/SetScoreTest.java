package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
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

  private TruthSet is3(String... clips) {
    return TruthFormat.IS3.read(
        MapFiles.is3(
            folder.resolve("is3.json"),
            Arrays.stream(clips)
                .map(clip -> clip + (clip.endsWith("dog") ? " 0 0 112 224" : " 112 0 224 224"))
                .toArray(String[]::new)));
  }

  private ScoredMaps score(TruthSet truth, List<String> listed, String... maps) {
    return score(Beside.TRIVIAL_LOCALIZERS, truth, listed, maps);
  }

  private ScoredMaps score(Beside beside, TruthSet truth, List<String> listed, String... maps) {
    Path file = MapFiles.write(folder.resolve("maps.json"), maps);
    return new MapScoring(truth, listed, List.of(Protocol.values()), beside)
        .score(MapSource.open(file));
  }

  private static ScoreReport report(ScoredMaps scored, Protocol protocol) {
    return ScoreReport.of(scored, protocol, List.of(), FEW);
  }

  private static List<SetScore> of(String localizer, ScoreReport report) {
    return report.setScores().stream().filter(s -> s.localizer().equals(localizer)).toList();
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
    ScoreReport report = report(scored, Protocol.SLAVC);
    List<SetScore> scores = of("maps.json", report);
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
    // Everything is predicted, and found; what has no confidence of its own is not detected.
    assertThat(of("whole-image", report)).extracting(SetScore::name).containsExactly("LocAcc @0.5");
    assertThat(of("whole-image", report).get(0).value()).isEqualTo(1);
    assertThat(of("oracle", report).get(0).n()).isEqualTo(2);
    assertThat(ScoreTable.toText(report).lines().toList())
        .anyMatch(
            line ->
                line.matches(
                    "no mean over all clips +n +maps.json +whole-image +centre-disc +random +oracle"))
        .anyMatch(line -> line.matches("LocAcc @0.5 +2  0.500 \\[.+  1.000 \\[.+\\[.+\\[.+\\[.+"))
        .anyMatch(line -> line.matches("AP @0.5, corrected +3  0.250 \\[.+  -  +-  +-  +-"));
    assertThat(ScoreCsv.toText(List.of(report)))
        .contains("slavc,own,whole-image,all,LocAcc @0.5,1.0,1.0,1.0,2,3\n");
    assertThat(report(scored, Protocol.LVS).setScores()).isEmpty();
  }

  @Test
  void meansAloneAreMadeWithoutAnyOfThem() {
    TruthSet truth = is3("x_dog", "x_cat", "y_dog");
    ScoredMaps alone =
        score(
            Beside.NOTHING,
            truth,
            truth.ids(),
            MapFiles.json("x_dog", LEFT),
            MapFiles.json("x_cat", LEFT));
    assertThat(alone.clips())
        .allSatisfy(
            clip -> {
              assertThat(clip.confidence()).isNaN();
              assertThat(clip.maskCurve()).isEmpty();
            });
    for (Protocol protocol : Protocol.values()) {
      assertThat(report(alone, protocol).setScores()).isEmpty();
      assertThat(report(alone, protocol).notes()).isEmpty();
    }
  }

  @Test
  void withoutAnySourceLocalisationHasNoValue() {
    TruthSet truth = truth("a dog", "b cat");
    ScoredMaps scored =
        score(truth, truth.ids(), MapFiles.json("a", LEFT), MapFiles.json("b", LEFT));
    List<SetScore> scores = of("maps.json", report(scored, Protocol.SLAVC));
    SetScore accuracy = scores.get(0);
    assertThat(accuracy.n()).isZero();
    assertThat(accuracy.valueText()).isEqualTo("NaN");
    assertThat(scores.get(2).valueText()).isEqualTo("NaN");
  }

  @Test
  void imagesWithSeveralSourcesCountAsAWhole() {
    TruthSet truth = is3("x_dog", "x_cat", "y_dog");
    ScoredMaps scored =
        score(
            truth,
            truth.ids(),
            MapFiles.json("x_dog", LEFT),
            MapFiles.json("x_cat", LEFT),
            MapFiles.json("y_dog", LEFT));
    ScoreReport report = report(scored, Protocol.ALIGN);
    assertThat(report.value(Metric.SUCCESS_FIXED)).isCloseTo(2 / 3.0, within(1e-12));
    List<SetScore> scores = of("maps.json", report);
    assertThat(scores)
        .extracting(SetScore::name)
        .containsExactly("IIoU @0.5", "IAUC", "IIoU @0.5, size-adaptive", "IAUC, size-adaptive");
    assertThat(scores.get(0).value()).isEqualTo(0.5);
    assertThat(scores.get(0).n()).isEqualTo(2);
    assertThat(report.notes()).isEmpty();
    assertThat(ScoreCsv.toText(List.of(report)))
        .contains(
            "align,own,maps.json,all,IIoU @0.5,0.5,",
            "align,size-adaptive,maps.json,all,IIoU @0.5,");
    assertThat(ScoreTable.toText(report)).contains("IIoU @0.5                 2  0.500 [");
    // Under EZ_VSL the whole image finds each half with cIoU 0.5, and so every picture.
    assertThat(of("whole-image", report(scored, Protocol.EZ_VSL)).get(0).value()).isEqualTo(1);
    assertThat(report(scored, Protocol.EZ_VSL).setScores())
        .extracting(SetScore::localizer)
        .containsOnly("maps.json", "whole-image", "centre-disc", "random", "oracle");
  }

  @Test
  void aPictureDoesNotCountByTheSourcesThatWereScored() {
    TruthSet truth = is3("x_dog", "x_cat", "y_dog", "z_dog", "z_cat");
    String[] maps = {
      MapFiles.json("x_dog", LEFT),
      MapFiles.json("y_dog", LEFT),
      MapFiles.json("z_dog", LEFT),
      MapFiles.json("z_cat", LEFT)
    };
    ScoreReport report = report(score(truth, truth.ids(), maps), Protocol.LVS);
    SetScore success = of("maps.json", report).get(0);
    assertThat(success.name()).isEqualTo("IIoU @0.5");
    assertThat(success.n()).isEqualTo(2);
    assertThat(success.value()).isEqualTo(0.5); // y, not z; with x it were 2 / 3
    assertThat(report.notes())
        .containsExactly(
            "IIoU leaves out 1 of 3 pictures, of which a listed source was not scored");
    // Whoever does not list the other source has a picture of one source.
    List<String> some = List.of("x_dog", "y_dog", "z_dog", "z_cat");
    ScoreReport listed = report(score(truth, some, maps), Protocol.LVS);
    assertThat(of("maps.json", listed).get(0).n()).isEqualTo(3);
    assertThat(listed.notes()).isEmpty();
  }

  @Test
  void whereEveryPictureHasOneMapItIsSaidThatThereIsNoIiou() {
    String none = "no IIoU: no picture has several listed sources and a map of each";
    TruthSet truth = is3("x_dog", "x_cat", "y_dog", "y_cat");
    String[] maps = {MapFiles.json("x_dog", LEFT), MapFiles.json("y_dog", LEFT)};
    ScoreReport halves = report(score(truth, truth.ids(), maps), Protocol.LVS);
    assertThat(halves.setScores()).isEmpty();
    assertThat(halves.notes())
        .containsExactly(
            "IIoU leaves out 2 of 2 pictures, of which a listed source was not scored", none);
    ScoreReport listed = report(score(truth, List.of("x_dog", "y_dog"), maps), Protocol.LVS);
    assertThat(listed.setScores()).isEmpty();
    assertThat(listed.notes()).containsExactly(none);
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
