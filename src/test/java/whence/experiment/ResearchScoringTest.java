package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.reader.DataSet;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.MapScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.ScoredMaps;
import whence.evaluate.score.SetScore;

/** Runs of made-up media are judged on made-up data sets. */
class ResearchScoringTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir Path folder;

  @Test
  void rowsAreJudgedOnSetsTheyWereNotTrainedOn() throws Exception {
    Sources sources = TinyRun.sources(folder);
    ComparisonResult result = new ResearchRuns(folder).trained(sources, 1, 2);
    Path place = vggss("a_000001", "b_000002", "c_000003");
    List<ResearchSet> sets = ResearchSet.find(folder.resolve("sets"));
    assertThat(sets).containsExactly(new ResearchSet(DataSet.VGGSS, place));

    ResearchRuns.Heard heard = new ResearchRuns.Heard();
    List<ResearchScore> scores = ResearchScoring.score(result, sets, sources, heard);
    assertThat(heard.told)
        .containsExactly(
            "3 of 4 clips listed in " + place.resolve("truth.json") + "; 1 missing: gone_000009",
            "method 1",
            "features of vggss: 3",
            "maps: model, 3",
            "maps: object-guided, 3",
            "maps: swapped-sound, 3",
            "method 2",
            "maps: model, 3",
            "maps: object-guided, 3",
            "maps: swapped-sound, 3",
            "maps: saliency, 3");
    assertThat(scores.stream().map(ResearchScore::protocol).distinct())
        .containsExactly(Protocol.WHENCE, Protocol.EZ_VSL);
    assertThat(scores.stream().filter(score -> score.protocol() == Protocol.EZ_VSL))
        .extracting(ResearchScore::localizer)
        .containsExactly(
            "model",
            "object-guided",
            "swapped-sound",
            "whole-image",
            "centre-disc",
            "random",
            "saliency",
            "oracle");
    seedsAreJudgedOnTheSameClips(result, sets.get(0), scores);
    whatIsThereIsNotDrawnAgain(result, sets, sources, scores);
    whatHasChangedIsDrawnAgain(result, sets, sources);
  }

  private void seedsAreJudgedOnTheSameClips(
      ComparisonResult result, ResearchSet set, List<ResearchScore> scores) throws IOException {
    ResearchScore method = scores.get(0);
    assertThat(method.trivial()).isFalse();
    assertThat(method.estimates().get(Metric.MEAN_CIOU).n()).isEqualTo(3);
    assertThat(method.seeds()).isEqualTo(2);
    assertThat(method.clips()).isEqualTo(3);
    assertThat(method.listed()).isEqualTo(4);
    assertThat(method.missing()).containsExactly("gone_000009");
    assertThat(method.estimates().get(Metric.MEAN_CIOU).value())
        .isCloseTo(meanOfSeeds(result, set, "model"), within(1e-12));
    for (ResearchScore further : scores.subList(1, 3)) {
      assertThat(further.seeds()).isEqualTo(2);
      assertThat(further.trivial()).isFalse();
      assertThat(further.estimates().get(Metric.MEAN_CIOU).value())
          .isCloseTo(meanOfSeeds(result, set, further.localizer()), within(1e-12))
          .isNotEqualTo(method.estimates().get(Metric.MEAN_CIOU).value());
    }
    assertThat(scores.get(6).localizer()).isEqualTo("saliency");
    assertThat(scores.get(6).seeds()).isEqualTo(1);
    assertThat(scores.get(6).clips()).isEqualTo(3);
  }

  /** Scores the files of maps again, as the score command does. */
  private static double meanOfSeeds(ComparisonResult result, ResearchSet set, String localizer)
      throws IOException {
    double sum = 0;
    for (long seed : result.comparison().seeds()) {
      ScoredMaps maps =
          new MapScoring(set.truth(), set.truth().ids(), List.of(Protocol.WHENCE), Beside.NOTHING)
              .score(MapSource.open(ResearchRuns.maps(result, seed, "vggss", localizer)));
      double[] values = Metric.MEAN_CIOU.of(maps.scores(maps.name(), Protocol.WHENCE));
      assertThat(values).hasSize(3);
      sum += Stream.of(values[0], values[1], values[2]).mapToDouble(v -> v).average().orElseThrow();
    }
    return sum / 2;
  }

  private void whatIsThereIsNotDrawnAgain(
      ComparisonResult result, List<ResearchSet> sets, Sources sources, List<ResearchScore> scores)
      throws Exception {
    Path kept = ResearchRuns.maps(result, 1, "vggss", "model");
    Files.setLastModifiedTime(kept, LONG_AGO);
    Files.delete(ResearchRuns.maps(result, 2, "vggss", "swapped-sound"));
    Path old = kept.resolveSibling("model.safetensors");
    Files.setLastModifiedTime(old, LONG_AGO);
    Files.writeString(old.resolveSibling("weights.txt"), "those of an earlier training");
    ResearchRuns.Heard heard = new ResearchRuns.Heard();
    assertThat(ResearchScoring.score(result, sets, sources, heard)).isEqualTo(scores);
    assertThat(heard.told.subList(1, 4))
        .containsExactly("method 1", "method 2", "maps: swapped-sound, 3");
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);
    assertThat(Files.getLastModifiedTime(old))
        .as("of other weights than the run has, it was made again")
        .isNotEqualTo(LONG_AGO);
  }

  private void whatHasChangedIsDrawnAgain(
      ComparisonResult result, List<ResearchSet> sets, Sources sources) throws Exception {
    Path kept = ResearchRuns.maps(result, 1, "vggss", "model");
    vggss("a_000001", "b_000002", "c_000003", "d_000004");
    ResearchRuns.Heard more = new ResearchRuns.Heard();
    ResearchScoring.score(result, sets, sources, more);
    assertThat(more.told).contains("features of vggss: 4", "maps: model, 4");
    assertThat(kept).isRegularFile();

    Path changed = folder.resolve("sets/vggss/frames/b_000002.jpg");
    Files.setLastModifiedTime(changed, LONG_AGO);
    ResearchRuns.Heard anew = new ResearchRuns.Heard();
    ResearchScoring.score(result, sets, sources, anew);
    assertThat(anew.told)
        .as("a changed frame is looked at anew")
        .contains("features of vggss: 4", "maps: model, 4");
  }

  private Path vggss(String... ids) throws IOException {
    return new MadeUpSets(folder.resolve("sets")).vggss(ids);
  }

  @Test
  void masksGetProbabilitiesAndPairsTheirSilentObjects() throws Exception {
    Sources sources = TinyRun.sources(folder);
    ComparisonResult result = new ResearchRuns(folder).trained(sources, 1);
    MadeUpSets made = new MadeUpSets(folder.resolve("sets"));
    made.is3();
    Path masks = made.avsBench();
    List<ResearchSet> sets = ResearchSet.find(folder.resolve("sets"));
    ResearchRuns.Heard heard = new ResearchRuns.Heard();
    List<ResearchScore> scores = ResearchScoring.score(result, sets, sources, heard);

    ResearchScore pairs = of(scores, "is3", Protocol.ALIGN);
    assertThat(pairs.clips()).isEqualTo(2);
    assertThat(pairs.missing()).isEmpty();
    assertThat(pairs.estimates().get(Metric.WRONG_OBJECT).n()).isEqualTo(2);
    assertThat(pairs.setScores())
        .extracting(SetScore::name)
        .containsExactly("IIoU @0.5", "IAUC", "IIoU @0.5, size-adaptive", "IAUC, size-adaptive");
    assertThat(pairs.setScores().get(0).n()).as("pictures").isEqualTo(1);

    assertThat(scores)
        .as("no picture has a sound of something that is not in it")
        .extracting(ResearchScore::localizer)
        .contains("object-guided")
        .doesNotContain("swapped-sound");

    ResearchScore segments = of(scores, "avsbench-s4", Protocol.AVSBENCH);
    assertThat(segments.listed()).isEqualTo(10);
    assertThat(segments.clips()).isEqualTo(4);
    assertThat(segments.setScores()).extracting(SetScore::name).containsExactly("F (beta^2 = 0.3)");
    assertThat(segments.missing())
        .containsExactly("video_5", "gone_1", "gone_2", "gone_3", "gone_4", "gone_5");
    assertThat(heard.told)
        .containsOnlyOnce("avsbench-s4: cosines c as probabilities (c + 1) / 2")
        .contains("video_5: listed, but not annotated in masks:" + masks.resolve("truth"));
    Path maps = ResearchRuns.maps(result, 1, "avsbench-s4", "model");
    assertThat(maps.resolveSibling(maps.getFileName() + ".scored.json"))
        .content()
        .contains("\"listed\" : 10", "\"used\" : 4", "\"video_5\"");
    assertThat(segments.estimates().get(Metric.MEAN_CIOU).value())
        .isCloseTo(meanOfProbabilities(sets.get(1), maps), within(1e-6));
  }

  private static ResearchScore of(List<ResearchScore> scores, String set, Protocol protocol) {
    return scores.stream()
        .filter(score -> score.set().equals(set) && score.protocol() == protocol)
        .findFirst()
        .orElseThrow();
  }

  /** Rewrites the file of cosines as one of probabilities, and scores that. */
  private double meanOfProbabilities(ResearchSet set, Path cosines) throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode all = json.readTree(cosines.toFile());
    for (JsonNode map : all.get("maps")) {
      ArrayNode values = (ArrayNode) map.get("values");
      for (int i = 0; i < values.size(); i++) {
        values.set(i, (values.get(i).asDouble() + 1) / 2);
      }
    }
    Path file = folder.resolve("probabilities.json");
    json.writeValue(file.toFile(), all);
    ScoredMaps maps =
        new MapScoring(set.truth(), set.truth().ids(), List.of(Protocol.AVSBENCH), Beside.NOTHING)
            .score(MapSource.open(file));
    double[] values = Metric.MEAN_CIOU.of(maps.scores(maps.name(), Protocol.AVSBENCH));
    return Arrays.stream(values).average().orElseThrow();
  }
}
