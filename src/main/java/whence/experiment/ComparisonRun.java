package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import whence.AtomicFile;

/**
 * Trains and judges every row of a comparison with every seed, each in a run folder of its own,
 * {@code ROW/seed-N}.
 *
 * <p>Called again for the same folder, it goes on where it was stopped; runs that are complete are
 * only read. Seed by seed, rows on equal scenes share the prepared data, and a row whose iteration
 * 0 is that of an earlier row takes over its weights instead of training them again ({@link
 * SharedStart}). Beside the runs lies {@code comparison.json}: what was asked for last.
 */
public final class ComparisonRun {

  private final Comparison comparison;
  private final Path folder;
  private final ExperimentListener listener;

  private ComparisonRun(Comparison comparison, Path folder, ExperimentListener listener) {
    this.comparison = comparison;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Runs a comparison, or goes on with it.
   *
   * @param comparison what to compare
   * @param sources where media and weights come from
   * @param folder receives all runs; empty, missing, or of rows with the same settings
   * @param listener is told how it goes
   * @return the scores over all seeds
   * @throws whence.WhenceException if anything is in the way; nothing that was there is lost
   * @throws InterruptedException if the thread is interrupted; run again to go on
   */
  public static ComparisonResult run(
      Comparison comparison, Sources sources, Path folder, ExperimentListener listener)
      throws InterruptedException {
    AtomicFile.write(folder.resolve("comparison.json"), Json.text(comparison));
    try (DataShelf shelf = new DataShelf(sources, DataShelf.Media.KEPT)) {
      new ComparisonRun(comparison, folder, listener).run(shelf);
    }
    return ComparisonResult.read(comparison, folder);
  }

  /** Where the run of a row and a seed lies. */
  static Path folder(Path folder, ComparisonRow row, long seed) {
    return folder.resolve(row.name()).resolve("seed-" + seed);
  }

  private void run(DataShelf shelf) throws InterruptedException {
    int run = 0;
    int runs = comparison.seeds().size() * comparison.rows().size();
    for (long seed : comparison.seeds()) {
      List<SharedStart> done = new ArrayList<>();
      for (List<ComparisonRow> block : comparison.blocks()) {
        for (ComparisonRow row : block) {
          listener.onRow(row, seed, ++run, runs);
          ExperimentSettings settings = row.settings().withSeed(seed);
          Path place = folder(folder, row, seed);
          Experiment.run(settings, shelf, place, start(done, settings), listener);
          done.add(new SharedStart(new RunFolder(place), settings));
        }
      }
    }
  }

  private static Optional<SharedStart> start(List<SharedStart> done, ExperimentSettings settings) {
    return done.stream()
        .filter(other -> SharedStart.isEqual(other.settings(), settings) && other.isThere())
        .findFirst();
  }
}
