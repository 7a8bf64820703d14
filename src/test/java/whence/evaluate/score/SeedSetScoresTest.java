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
import whence.evaluate.Protocol;
import whence.evaluate.SeedBootstrap;
import whence.heatmap.HeatMap;

class SeedSetScoresTest {
  private static final SeedBootstrap FEW = new SeedBootstrap(100, 1);
  private static final HeatMap LEFT = new HeatMap(2, 2, new float[] {1, 0, 1, 0});
  private static final HeatMap RIGHT = new HeatMap(2, 2, new float[] {0, 1, 0, 1});

  @TempDir Path folder;

  private static ScoredMaps score(TruthSet truth, Path file) {
    List<Protocol> protocols = List.of(Protocol.ALIGN, Protocol.AVSBENCH);
    return new MapScoring(truth, truth.ids(), protocols, Beside.SET_SCORES)
        .score(MapSource.open(file));
  }

  private Path maps(String name, String... maps) {
    return MapFiles.write(folder.resolve(name), maps);
  }

  /** One picture with a source left and one right, one with a source left. */
  private TruthSet pictures() {
    return TruthFormat.IS3.read(
        MapFiles.text(
            folder.resolve("is3.json"),
            "[{\"image\":\"x_dog.jpg\",\"gt_box\":[0,0,112,224]},"
                + "{\"image\":\"x_cat.jpg\",\"gt_box\":[112,0,224,224]},"
                + "{\"image\":\"y_dog.jpg\",\"gt_box\":[0,0,112,224]}]"));
  }

  private static SetScore named(List<SetScore> scores, String name) {
    return scores.stream().filter(score -> score.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void picturesAreThoseOfEverySeed() {
    TruthSet truth = pictures();
    String dog = MapFiles.json("x_dog", LEFT);
    String other = MapFiles.json("y_dog", LEFT);
    ScoredMaps deaf = score(truth, maps("deaf.json", dog, MapFiles.json("x_cat", LEFT), other));
    ScoredMaps hearing =
        score(truth, maps("hearing.json", dog, MapFiles.json("x_cat", RIGHT), other));
    assertThat(deaf.localizers()).as("no trivial localizers").containsExactly("deaf.json");
    List<SetScore> both =
        SeedSetScores.of(
            "model",
            List.of(deaf, hearing),
            List.of("deaf.json", "hearing.json"),
            Protocol.ALIGN,
            FEW);
    SetScore success = named(both, "IIoU @0.5");
    // One of two pictures, and both of them.
    assertThat(success.value()).isCloseTo(0.75, within(1e-12));
    assertThat(success.n()).isEqualTo(2);
    assertThat(success.localizer()).isEqualTo("model");
    assertThat(success.interval().orElseThrow().low()).isLessThan(0.75);
    assertThat(named(both, "IAUC").value()).isBetween(0.5, 1.0);
    SetScore alone =
        named(
            SeedSetScores.of("model", List.of(deaf), List.of("deaf.json"), Protocol.ALIGN, FEW),
            "IIoU @0.5");
    assertThat(alone.value())
        .isEqualTo(
            named(SetScores.of(deaf, Protocol.ALIGN, new Bootstrap(5, 1)), "IIoU @0.5").value());
  }

  @Test
  void theFScoreIsTheMeanOfThatOfTheSeeds() {
    TruthSet truth =
        TruthFormat.VGGSS.read(
            MapFiles.vggss(folder.resolve("truth.json"), "a dog 0 0 0.5 1", "b cat 0 0 0.5 1"));
    ScoredMaps right =
        score(truth, maps("right.json", MapFiles.json("a", LEFT), MapFiles.json("b", LEFT)));
    ScoredMaps wrong =
        score(truth, maps("wrong.json", MapFiles.json("a", RIGHT), MapFiles.json("b", LEFT)));
    List<SetScore> both =
        SeedSetScores.of(
            "model",
            List.of(right, wrong),
            List.of("right.json", "wrong.json"),
            Protocol.AVSBENCH,
            FEW);
    assertThat(both).extracting(SetScore::name).containsExactly("F (beta^2 = 0.3)");
    Bootstrap few = new Bootstrap(5, 1);
    double mean =
        (SetScores.of(right, Protocol.AVSBENCH, few).get(0).value()
                + SetScores.of(wrong, Protocol.AVSBENCH, few).get(0).value())
            / 2;
    assertThat(both.get(0).value()).isCloseTo(mean, within(1e-9));
    assertThat(both.get(0).interval().orElseThrow().low()).isLessThan(mean - 0.05);
    assertThat(
            SeedSetScores.of("model", List.of(right), List.of("right.json"), Protocol.ALIGN, FEW))
        .as("no clip shares its picture")
        .isEmpty();
  }
}
