package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.SeedBootstrap;

/**
 * What a complete comparison holds.
 *
 * <p>Every number is the mean over seeds of the mean over clips, with an interval that draws seeds
 * first and then clips of each ({@link SeedBootstrap}). A metric that one of the seeds has no clip
 * for is left out.
 *
 * @param comparison what was compared
 * @param folder where the runs lie
 * @param scores by row, split, localizer and metric, in the order of the comparison; those of the
 *     trivial localizers stand with the first row of each block
 */
public record ComparisonResult(Comparison comparison, Path folder, List<ComparisonScore> scores) {

  /** Copies the list. */
  public ComparisonResult {
    scores = List.copyOf(scores);
  }

  /** Reads the runs of a comparison that is complete. */
  static ComparisonResult read(Comparison comparison, Path folder) {
    List<ComparisonScore> scores = new ArrayList<>();
    for (List<ComparisonRow> block : comparison.blocks()) {
      comparison.seeds().forEach(seed -> requireSameData(folder, block, seed));
      for (ComparisonRow row : block) {
        boolean first = row.equals(block.get(0));
        scores.addAll(scores(comparison, folder, row, lastIteration(row), first));
      }
    }
    return new ComparisonResult(comparison, folder, scores);
  }

  /** Rows that stand side by side must have seen the same scenes of the same media. */
  private static void requireSameData(Path folder, List<ComparisonRow> block, long seed) {
    Map<String, String> rowByHash = new LinkedHashMap<>();
    for (ComparisonRow row : block) {
      RunFolder run = new RunFolder(ComparisonRun.folder(folder, row, seed));
      rowByHash.putIfAbsent(Provenance.read(run.provenanceFile()).dataHash(), row.name());
    }
    if (rowByHash.size() > 1) {
      throw new WhenceException(
          "Cannot compare the rows in " + folder,
          "seed %d: rows of other media, the first of each %s"
              .formatted(seed, String.join(", ", rowByHash.values())),
          "rows of one setting made of the same media",
          "remove the folders of the rows made of other media, and run again");
    }
  }

  /** One number, if there is such a one. */
  public Optional<ComparisonScore> score(
      String row, String split, String localizer, Metric metric) {
    return scores.stream()
        .filter(score -> score.row().equals(row) && score.split().equals(split))
        .filter(score -> score.localizer().equals(localizer) && score.metric() == metric)
        .findFirst();
  }

  /** The run of a row and a seed. */
  public RunResult run(ComparisonRow row, long seed) {
    return RunResult.read(new RunFolder(ComparisonRun.folder(folder, row, seed)));
  }

  /** Where the numbers came from: the provenance of all runs, joined. */
  public Provenance provenance() {
    List<Provenance> runs = new ArrayList<>();
    for (ComparisonRow row : comparison.rows()) {
      for (long seed : comparison.seeds()) {
        RunFolder run = new RunFolder(ComparisonRun.folder(folder, row, seed));
        runs.add(Provenance.read(run.provenanceFile()));
      }
    }
    return ComparisonProvenance.of(comparison, runs);
  }

  /**
   * The scores of a row after each of its iterations, in the form of {@code metrics.csv}: means and
   * intervals over seeds and clips, as those of the table.
   *
   * @param row one of the comparison
   * @return of the model and its controls, by rising iteration
   * @throws WhenceException if a run has no scores of single clips of an iteration
   */
  public List<MetricRow> course(ComparisonRow row) {
    List<MetricRow> course = new ArrayList<>();
    for (int t = 0; t <= lastIteration(row); t++) {
      for (ComparisonScore score : scores(comparison, folder, row, t, false)) {
        course.add(score.after(t));
      }
    }
    return course;
  }

  private static int lastIteration(ComparisonRow row) {
    return row.settings().training().plan().iterations();
  }

  private static List<ComparisonScore> scores(
      Comparison comparison, Path folder, ComparisonRow row, int iteration, boolean withTrivial) {
    List<Map<Place, List<double[]>>> seeds = new ArrayList<>();
    for (long seed : comparison.seeds()) {
      RunFolder run = new RunFolder(ComparisonRun.folder(folder, row, seed));
      seeds.add(clips(run, iteration, withTrivial));
    }
    List<ComparisonScore> scores = new ArrayList<>();
    for (Place place : seeds.get(0).keySet()) {
      for (Metric metric : Metric.values()) {
        List<double[]> values =
            seeds.stream().map(clips -> column(clips.get(place), metric)).toList();
        if (values.stream().allMatch(clips -> clips.length > 0)) {
          Estimate estimate = SeedBootstrap.defaults().mean(values);
          scores.add(
              new ComparisonScore(
                  row.name(), place.split(), place.localizer(), metric, seeds.size(), estimate));
        }
      }
    }
    return scores;
  }

  private record Place(String split, String localizer) {}

  /** What the clips of one run scored after an iteration: one number a metric. */
  private static Map<Place, List<double[]>> clips(
      RunFolder run, int iteration, boolean withTrivial) {
    List<ClipScoresCsv.Line> lines = new ArrayList<>(ClipScoresCsv.read(run.clipsFile(iteration)));
    if (withTrivial) {
      lines.addAll(ClipScoresCsv.read(run.trivialClipsFile()));
    }
    Map<Place, List<double[]>> clips = new LinkedHashMap<>();
    for (ClipScoresCsv.Line line : lines) {
      Place place = new Place(line.split(), line.localizer());
      clips.computeIfAbsent(place, key -> new ArrayList<>()).add(line.values());
    }
    return clips;
  }

  private static double[] column(@Nullable List<double[]> clips, Metric metric) {
    List<double[]> known = clips == null ? List.of() : clips;
    return known.stream()
        .mapToDouble(values -> values[metric.ordinal()])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }
}
