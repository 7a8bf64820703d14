package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Bootstrap;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;

class MapScoringTest {
  private static final Bootstrap FEW = new Bootstrap(50, 1);
  private static final List<Protocol> ALL = List.of(Protocol.values());

  /** High in the left half. */
  private static final HeatMap LEFT = new HeatMap(2, 2, new float[] {1, 0, 1, 0});

  @TempDir Path folder;

  private TruthSet truth(String... clips) {
    return TruthFormat.VGGSS.read(MapFiles.vggss(folder.resolve("truth.json"), clips));
  }

  private TruthSet is3(String... clips) {
    return TruthFormat.IS3.read(MapFiles.is3(folder.resolve("is3.json"), clips));
  }

  private ScoredMaps score(TruthSet truth, List<String> listed, String... maps) {
    Path file = MapFiles.write(folder.resolve("maps.json"), maps);
    return new MapScoring(truth, listed, ALL, Beside.TRIVIAL_LOCALIZERS)
        .score(MapSource.open(file));
  }

  @Test
  void mapsStandBesideTheTrivialLocalizersOnTheSameClips() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b cat 0.5 0 1 1", "c cat 0 0 1 1");
    ScoredMaps scored =
        score(truth, truth.ids(), MapFiles.json("b", LEFT), MapFiles.json("a", LEFT));
    ScoreReport report = ScoreReport.of(scored, Protocol.EZ_VSL, List.of(), FEW);
    assertThat(report.n()).isEqualTo(2);
    assertThat(report.listed()).isEqualTo(3);
    assertThat(report.missing()).containsExactly("c");
    assertThat(report.scores()).extracting("id").containsExactly("a", "b");
    assertThat(report.lines())
        .extracting(ScoreLine::localizer)
        .containsExactly("maps.json", "whole-image", "centre-disc", "random", "oracle");
    assertThat(report.value(Metric.SUCCESS_FIXED)).isEqualTo(0.5);
    assertThat(report.value(Metric.POINTING)).isEqualTo(0.5);
    // The whole image finds each half with cIoU 0.5.
    assertThat(report.lines().get(1).estimates().get(Metric.MEAN_CIOU).value()).isEqualTo(0.5);
    assertThat(report.lines().get(1).estimates().get(Metric.SUCCESS_FIXED).value()).isEqualTo(1);
  }

  @Test
  void withoutTheTrivialLocalizersTheMapsScoreTheSame() {
    TruthSet truth = truth("a dog 0 0 0.5 1");
    Path file = MapFiles.write(folder.resolve("maps.json"), MapFiles.json("a", LEFT));
    ScoredMaps alone =
        new MapScoring(truth, truth.ids(), ALL, Beside.NOTHING).score(MapSource.open(file));
    ScoredMaps beside = score(truth, truth.ids(), MapFiles.json("a", LEFT));
    for (Protocol protocol : Protocol.values()) {
      ScoreReport report = ScoreReport.of(alone, protocol, List.of(), FEW);
      assertThat(report.lines()).hasSize(protocol.reportsAdaptive() ? 2 : 1);
      assertThat(report.scores())
          .isEqualTo(ScoreReport.of(beside, protocol, List.of(), FEW).scores());
    }
  }

  @Test
  void listedClipsWithoutAnnotationAndMapsWithoutClipAreSaid() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b dog 0 0 0 1");
    HeatMap constant = HeatMaps.constant(3, 3, 1);
    ScoredMaps scored =
        score(
            truth,
            List.of("z", "b", "a"),
            MapFiles.json("a", LEFT),
            MapFiles.json("b", constant),
            MapFiles.json("x", LEFT));
    ScoreReport ours = ScoreReport.of(scored, Protocol.WHENCE, List.of(), FEW);
    assertThat(ours.scores()).extracting("id").containsExactly("b", "a");
    assertThat(ours.missing()).containsExactly("z");
    assertThat(ours.notes())
        .containsExactly(
            "1 clip with an empty truth; whence scores it 0",
            "1 map is constant; whence predicts everything where the value is at least 0.5, else"
                + " nothing; size-adaptive nothing",
            "1 map belongs to no listed and annotated clip and was passed over",
            "maps of different sizes: {2 x 2=1, 3 x 3=1}");
    assertThat(ours.truth().oddities())
        .containsExactly(
            "b: box [0.0, 0.0, 0.0, 1.0] has no area",
            "b: nothing is left of its truth",
            "z: listed, but not annotated in " + truth.name());
    assertThat(ScoreReport.of(scored, Protocol.ALIGN, List.of(), FEW).notes())
        .contains(
            "1 clip with an empty truth; align divides 0 by 0 there, as published",
            "1 map is constant; align predicts nothing");
    assertThat(ScoreReport.of(scored, Protocol.AVSBENCH, List.of(), FEW).notes())
        .contains("1 clip with an empty truth; avsbench scores it by the share left out");
    assertThat(ScoreReport.of(scored, Protocol.ALIGN, List.of(), FEW).value(Metric.MEAN_CIOU))
        .isNaN();
  }

  @Test
  void whetherATruthIsEmptyGoesByTheProtocolsRuleAboutBoxes() {
    TruthSet truth = is3("x_dog -20 0 -10 224", "y_cat -8 0 87 224", "z_cat -8 0 90 224");
    ScoredMaps scored =
        score(
            truth,
            truth.ids(),
            MapFiles.json("x_dog", LEFT),
            MapFiles.json("y_cat", LEFT),
            MapFiles.json("z_cat", HeatMaps.constant(2, 2, 1)));
    assertThat(ScoreReport.of(scored, Protocol.WHENCE, List.of(), FEW).notes())
        .contains("1 clip with an empty truth; whence scores it 0");
    // From the far edge, -8 to 87 is columns 216 to 87, which are none, and -20 to -10 are ten.
    assertThat(ScoreReport.of(scored, Protocol.ALIGN, List.of(), FEW).notes())
        .contains("2 clips with an empty truth; align divides 0 by 0 for 1 of them, as published");
  }

  @Test
  void reportsOfSeveralProtocolsAreThoseOfEach() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b cat 0.5 0 1 1", "c cat 0 0 1 0.3");
    ScoredMaps scored =
        score(
            truth,
            truth.ids(),
            MapFiles.json("a", LEFT),
            MapFiles.json("b", LEFT),
            MapFiles.json("c", new HeatMap(2, 2, new float[] {0.9f, 0.4f, 0.2f, 0.1f})));
    List<Grouping> groupings = List.of(Grouping.CLASS, Grouping.SIZE);
    List<ScoreReport> together = ScoreReport.ofEach(scored, ALL, groupings, FEW);
    assertThat(together).extracting(ScoreReport::protocol).containsExactlyElementsOf(ALL);
    for (int k = 0; k < ALL.size(); k++) {
      assertThat(together.get(k)).isEqualTo(ScoreReport.of(scored, ALL.get(k), groupings, FEW));
    }
    assertThat(together.stream().map(report -> report.lines().get(0)).distinct())
        .hasSizeGreaterThan(4);
  }

  @Test
  void silentObjectsOfTheSamePictureCount() {
    TruthSet truth = is3("x_dog 0 0 112 224", "x_cat 112 0 224 224");
    ScoredMaps scored =
        score(truth, truth.ids(), MapFiles.json("x_dog", LEFT), MapFiles.json("x_cat", LEFT));
    ScoreReport report = ScoreReport.of(scored, Protocol.WHENCE, List.of(), FEW);
    assertThat(report.value(Metric.WRONG_OBJECT)).isEqualTo(0.5);
    assertThat(report.value(Metric.POINTING)).isEqualTo(0.5);
  }

  @Test
  void aMapTwiceIsRefused() {
    TruthSet truth = truth("a dog 0 0 0.5 1");
    assertThatThrownBy(
            () -> score(truth, truth.ids(), MapFiles.json("a", LEFT), MapFiles.json("a", LEFT)))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score the maps of maps.json\n"
                + "  got:      a second map for clip a\n"
                + "  expected: one map a clip\n"
                + "  cure:     remove one of the two; which one counts cannot be guessed");
  }

  @Test
  void mapsCalledAsALocalizerBesideAreRefused() {
    TruthSet truth = truth("a dog 0 0 0.5 1");
    for (String name : List.of("random", "oracle")) {
      Path file = MapFiles.write(folder.resolve(name), MapFiles.json("a", LEFT));
      MapScoring scoring = new MapScoring(truth, truth.ids(), ALL, Beside.TRIVIAL_LOCALIZERS);
      assertThatThrownBy(() -> scoring.score(MapSource.open(file)))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot score the maps of " + name)
          .hasMessageContaining("the name of what is scored beside them");
    }
  }

  @Test
  void mapsOfWhichNoneBelongsAreRefused() {
    TruthSet truth = truth("a_000010 dog 0 0 0.5 1");
    assertThatThrownBy(() -> score(truth, truth.ids(), MapFiles.json("a_10000_20000", LEFT)))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot score the maps of maps.json\n"
                + "  got:      1 maps, none for a listed and annotated clip: a_10000_20000\n"
                + "  expected: ids such as a_000010 of "
                + truth.name()
                + "\n  cure:     give maps the ids of the annotations, without folders and endings");
    assertThatThrownBy(() -> score(truth, truth.ids()))
        .hasMessageContaining("0 maps, none for a listed and annotated clip: none");
  }

  @Test
  void anInterruptEndsIt() {
    TruthSet truth = truth("a dog 0 0 0.5 1");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> score(truth, truth.ids(), MapFiles.json("a", LEFT)))
        .hasMessageContaining("Scoring was interrupted")
        .hasCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theRandomLocalizerKnowsTheIdAlone() {
    TruthSet truth = truth("a dog 0 0 0.5 1", "b dog 0 0 0.5 1");
    ScoreReport one =
        ScoreReport.of(
            score(truth, List.of("a"), MapFiles.json("a", LEFT)), Protocol.WHENCE, List.of(), FEW);
    ScoreReport two =
        ScoreReport.of(
            score(truth, truth.ids(), MapFiles.json("a", LEFT), MapFiles.json("b", LEFT)),
            Protocol.WHENCE,
            List.of(),
            FEW);
    double random = one.lines().get(6).estimates().get(Metric.MEAN_CIOU).value();
    double both = two.lines().get(6).estimates().get(Metric.MEAN_CIOU).value();
    assertThat(one.lines().get(6).localizer()).isEqualTo("random");
    assertThat(random).isBetween(0.2, 0.5);
    assertThat(both).isNotCloseTo(random, within(1e-9));
  }
}
