package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.DataSet;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.MapScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.ScoredMaps;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/** Two runs of made-up media are judged on a made-up data set in the layout of VGG-SS. */
class ResearchScoringTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

  @TempDir Path folder;

  /** Remembers what was drawn and noted. */
  private static final class Heard implements ExperimentListener {
    final List<String> told = new ArrayList<>();

    @Override
    public void onRow(ComparisonRow row, long seed, int run, int runs) {
      told.add(row.name() + " " + seed);
    }

    @Override
    public void onNote(String text) {
      told.add(text);
    }

    @Override
    public void onProgress(Stage stage, String text, long done, long total) {
      if (stage == Stage.MAPS) {
        told.add(done + " of " + total + " " + text);
      }
    }
  }

  @Test
  void rowsAreJudgedOnSetsTheyWereNotTrainedOn() throws Exception {
    Sources sources = TinyRun.sources(folder);
    ComparisonResult result = trained(sources);
    Path place = vggss("a_000001", "b_000002", "c_000003");
    List<ResearchSet> sets = ResearchSet.find(folder.resolve("sets"));
    assertThat(sets).containsExactly(new ResearchSet(DataSet.VGGSS, place));

    Heard heard = new Heard();
    List<ResearchScore> scores = ResearchScoring.score(result, sets, sources, heard);
    assertThat(heard.told)
        .containsExactly(
            "3 of 4 clips listed in " + place.resolve("truth.json") + "; 1 missing: gone_000009",
            "method 1",
            "3 of 3 clips",
            "method 2",
            "3 of 3 clips");
    assertThat(scores.stream().map(ResearchScore::protocol).distinct())
        .containsExactly(Protocol.WHENCE, Protocol.EZ_VSL);
    assertThat(scores.stream().filter(score -> score.protocol() == Protocol.EZ_VSL))
        .extracting(ResearchScore::title)
        .containsExactly("the method", "whole-image", "centre-disc", "random", "oracle");
    ResearchScore method = scores.get(0);
    assertThat(method.trivial()).isFalse();
    assertThat(method.seeds()).isEqualTo(2);
    assertThat(method.clips()).isEqualTo(3);
    assertThat(method.estimates().get(Metric.MEAN_CIOU).value())
        .isCloseTo(meanOfSeeds(result, sets.get(0)), within(1e-12));
    assertThat(scores.get(1).clips()).isEqualTo(3);

    whatIsThereIsNotDrawnAgain(result, sets, sources, scores);
  }

  private ComparisonResult trained(Sources sources) throws Exception {
    ExperimentSettings method = TinyRun.settings().withControl(ExperimentSettings.Control.NONE);
    Comparison comparison =
        new Comparison(
            "small", List.of(new ComparisonRow("method", "the method", method)), List.of(1L, 2L));
    return ComparisonRun.run(
        comparison, sources, folder.resolve("runs"), new ExperimentListener() {});
  }

  /** Scores the files of maps again, as the score command does. */
  private static double meanOfSeeds(ComparisonResult result, ResearchSet set) throws IOException {
    double sum = 0;
    for (long seed : result.comparison().seeds()) {
      ScoredMaps maps =
          new MapScoring(set.truth(), set.truth().ids(), List.of(Protocol.WHENCE), Beside.NOTHING)
              .score(MapSource.open(maps(result, seed)));
      double[] values = Metric.MEAN_CIOU.of(maps.scores(maps.name(), Protocol.WHENCE));
      assertThat(values).hasSize(3);
      sum += Stream.of(values[0], values[1], values[2]).mapToDouble(v -> v).average().orElseThrow();
    }
    return sum / 2;
  }

  private static Path maps(ComparisonResult result, long seed) throws IOException {
    Path place = result.folder().resolve("method/seed-" + seed + "/research");
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(file -> file.getFileName().toString().matches("vggss-[0-9a-f-]+\\.json"))
          .findFirst()
          .orElseThrow();
    }
  }

  private void whatIsThereIsNotDrawnAgain(
      ComparisonResult result, List<ResearchSet> sets, Sources sources, List<ResearchScore> scores)
      throws IOException {
    Path kept = maps(result, 1);
    Files.setLastModifiedTime(kept, LONG_AGO);
    Files.delete(maps(result, 2));
    Heard heard = new Heard();
    assertThat(ResearchScoring.score(result, sets, sources, heard)).isEqualTo(scores);
    assertThat(heard.told.subList(1, 4)).containsExactly("method 1", "method 2", "3 of 3 clips");
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);

    vggss("a_000001", "b_000002", "c_000003", "d_000004");
    Heard more = new Heard();
    ResearchScoring.score(result, sets, sources, more);
    assertThat(more.told).contains("4 of 4 clips");
    assertThat(kept).isRegularFile();
  }

  private Path vggss(String... ids) throws IOException {
    Path place = folder.resolve("sets/vggss");
    Path frames = Files.createDirectories(place.resolve("frames"));
    Path audio = Files.createDirectories(place.resolve("audio"));
    List<String> rows = new ArrayList<>();
    for (int k = 0; k < ids.length; k++) {
      Files.write(frames.resolve(ids[k] + ".jpg"), PictureCodec.jpeg(square(20 + 30 * k), 95));
      Files.write(audio.resolve(ids[k] + ".wav"), SoundCodec.wav(tone(200 + 150 * k)));
      rows.add(row(ids[k]));
    }
    rows.add(row("gone_000009"));
    Files.writeString(place.resolve("truth.json"), rows.toString());
    return place;
  }

  private static String row(String id) {
    return "{\"file\": \"%s\", \"class\": \"dog\", \"bbox\": [[0.2, 0.2, 0.7, 0.8]]}".formatted(id);
  }

  private static Picture square(int from) {
    int side = 160;
    byte[] rgb = new byte[3 * side * side];
    for (int y = from; y < from + 40; y++) {
      for (int x = from; x < from + 40; x++) {
        rgb[3 * (y * side + x)] = (byte) 200;
      }
    }
    return Picture.opaque(side, side, rgb);
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[10 * 16_000];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * t / 16_000));
    }
    return new Waveform(samples, 16_000);
  }

  @Test
  void foldersThatHoldNoSetAreRefused() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> ResearchSet.find(empty))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no folder of such a name")
        .hasMessageContaining("flickr, vggss, is3, avsbench-s4, avsbench-ms3");
    assertThatThrownBy(() -> ResearchSet.find(folder.resolve("nothing")))
        .hasMessageContaining("no such folder");
    Path flickr = Files.createDirectories(empty.resolve("flickr"));
    ResearchSet set = ResearchSet.find(empty).get(0);
    assertThat(set).isEqualTo(new ResearchSet(DataSet.FLICKR, flickr));
    assertThatThrownBy(set::clips).hasMessageContaining("no list of test clips");
    assertThatThrownBy(set::truth).hasMessageContaining("Cannot read the truth flickr:");
    assertThatThrownBy(() -> new ResearchSet(DataSet.FOLDER, flickr))
        .hasMessageContaining("a data set without annotations");
  }
}
