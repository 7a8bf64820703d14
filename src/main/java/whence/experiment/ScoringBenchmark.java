package whence.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import whence.AtomicFile;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Bootstrap;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.MapScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.ScoreReport;
import whence.evaluate.score.ScoredMaps;

/**
 * Times what {@code score} does under all protocols: maps of 14 x 14 and boxes from files, the
 * trivial localizers beside, intervals.
 */
final class ScoringBenchmark {

  private static final int CELLS = 14 * 14;

  private final int clips;
  private final Path truth;
  private final Path maps;

  /** Writes made-up maps and boxes. */
  ScoringBenchmark(int clips, Path scratch) {
    this.clips = clips;
    this.truth = scratch.resolve("truth.json");
    this.maps = scratch.resolve("maps.json");
    Random random = new Random(1);
    StringBuilder boxes = new StringBuilder("[");
    StringBuilder values = new StringBuilder("{\"maps\":[");
    for (int clip = 0; clip < clips; clip++) {
      String comma = clip == 0 ? "" : ",";
      boxes.append(comma).append(box(clip, random));
      values.append(comma).append(map(clip, random));
    }
    AtomicFile.write(truth, boxes.append(']').toString());
    AtomicFile.write(maps, values.append("]}").toString());
  }

  private static String box(int clip, Random random) {
    double left = random.nextDouble() / 2;
    double top = random.nextDouble() / 2;
    return String.format(
        Locale.ROOT,
        "{\"file\":\"clip%d\",\"class\":\"made up\",\"bbox\":[[%.4f,%.4f,%.4f,%.4f]]}",
        clip,
        left,
        top,
        left + random.nextDouble() / 2,
        top + random.nextDouble() / 2);
  }

  private static String map(int clip, Random random) {
    StringBuilder map = new StringBuilder();
    map.append("{\"id\":\"clip").append(clip).append("\",\"height\":14,\"width\":14,\"values\":[");
    for (int u = 0; u < CELLS; u++) {
      map.append(u == 0 ? "" : ",").append(random.nextFloat());
    }
    return map.append("]}").toString();
  }

  /** Seconds of each repeat; one before them warms up. */
  double[] seconds(int repeats) {
    double[] seconds = new double[repeats];
    for (int k = -1; k < repeats; k++) {
      long start = System.nanoTime();
      once();
      if (k >= 0) {
        seconds[k] = (System.nanoTime() - start) * 1e-9;
      }
    }
    return seconds;
  }

  /** What the maps were. */
  String note() {
    return clips + " maps of 14 x 14, " + Protocol.values().length + " protocols, 4 localizers";
  }

  private void once() {
    List<Protocol> all = List.of(Protocol.values());
    TruthSet annotated = TruthFormat.VGGSS.read(truth);
    ScoredMaps scored =
        new MapScoring(annotated, annotated.ids(), all, Beside.TRIVIAL_LOCALIZERS)
            .score(MapSource.open(maps));
    long clipsInAll =
        ScoreReport.ofEach(scored, all, List.of(), Bootstrap.defaults()).stream()
            .mapToLong(ScoreReport::n)
            .sum();
    if (clipsInAll != (long) clips * all.size()) {
      throw new IllegalStateException(clipsInAll + " scores of " + clips + " clips");
    }
  }
}
