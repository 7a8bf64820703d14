package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class PairedReportTest {
  private static final HeatMap LEFT = new HeatMap(2, 2, new float[] {1, 0, 1, 0});
  private static final HeatMap RIGHT = new HeatMap(2, 2, new float[] {0, 1, 0, 1});

  @TempDir Path folder;

  private ScoredMaps score(String name, String... maps) {
    Path file =
        MapFiles.vggss(
            folder.resolve("truth.json"),
            "a dog 0 0 0.5 1",
            "b dog 0 0 0.5 1",
            "c dog 0 0 0.5 1",
            "d dog 0 0 0.5 1");
    TruthSet truth = TruthFormat.VGGSS.read(file);
    Path json = MapFiles.write(folder.resolve(name), maps);
    return new MapScoring(
            truth, truth.ids(), List.of(Protocol.LVS, Protocol.WHENCE), Beside.NOTHING)
        .score(MapSource.open(json));
  }

  @Test
  void sourcesAreComparedOnTheClipsOfBoth() {
    ScoredMaps good =
        score(
            "good.json",
            MapFiles.json("a", LEFT),
            MapFiles.json("b", LEFT),
            MapFiles.json("c", RIGHT));
    ScoredMaps bad =
        score(
            "bad.json",
            MapFiles.json("d", LEFT),
            MapFiles.json("b", RIGHT),
            MapFiles.json("a", LEFT));
    PairedReport report = PairedReport.of(good, bad, Protocol.LVS, new Bootstrap(400, 1));
    assertThat(report.n()).isEqualTo(2);
    assertThat(report.onlyFirst()).isEqualTo(1);
    assertThat(report.onlySecond()).isEqualTo(1);
    assertThat(report.differences().get(Metric.SUCCESS_FIXED).mean().value()).isEqualTo(0.5);
    assertThat(report.differences().get(Metric.POINTING).mean().value()).isEqualTo(0.5);
    List<String> lines = report.toText().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "good.json minus bad.json, lvs, paired bootstrap over the 2 clips of both (1 only in"
                + " the first, 1 only in the second)");
    assertThat(lines.get(1))
        .isEqualTo("difference    mean                  draws in which it is above 0");
    assertThat(lines.get(2)).startsWith("success @0.5  0.500 [0.000, 1.000]  7");
    assertThat(lines).hasSize(6);
    assertThat(report.sizeAdaptive()).isEmpty();
  }

  @Test
  void whereTheSizeAdaptiveScoreIsReportedItIsCompared() {
    HeatMap narrow = new HeatMap(1, 4, new float[] {1, 0.4f, 0.2f, 0});
    ScoredMaps one = score("one.json", MapFiles.json("a", narrow), MapFiles.json("b", LEFT));
    ScoredMaps other = score("other.json", MapFiles.json("a", RIGHT), MapFiles.json("b", LEFT));
    PairedReport report = PairedReport.of(one, other, Protocol.WHENCE, new Bootstrap(400, 1));
    assertThat(report.sizeAdaptive().keySet())
        .containsExactlyInAnyOrder(Metric.SUCCESS_FIXED, Metric.MEAN_CIOU, Metric.AUC);
    // The k - 1 highest of k pixels: the left half but for one column, whose pixels tie.
    assertThat(report.sizeAdaptive().get(Metric.SUCCESS_FIXED).mean().value()).isEqualTo(0.5);
    assertThat(report.sizeAdaptive().get(Metric.MEAN_CIOU).mean().value())
        .isGreaterThan(report.differences().get(Metric.MEAN_CIOU).mean().value());
    List<String> lines = report.toText().lines().toList();
    assertThat(lines).hasSize(2 + 4 + 3);
    assertThat(lines.get(6)).startsWith("success @0.5, size-adaptive  0.500 [0.000, 1.000]");
    assertThat(lines.get(8)).startsWith("AUC, size-adaptive ");
  }

  @Test
  void sourcesWithoutACommonClipAreRefused() {
    ScoredMaps one = score("one.json", MapFiles.json("a", LEFT));
    ScoredMaps other = score("other.json", MapFiles.json("b", LEFT));
    assertThatThrownBy(() -> PairedReport.of(one, other, Protocol.LVS, Bootstrap.defaults()))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compare one.json with other.json\n"
                + "  got:      no clip that both have a map for\n"
                + "  expected: at least one\n"
                + "  cure:     compare maps of the same test");
  }
}
