package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small comparison whose models are judged on research data sets.
 *
 * @param folder holds media and runs
 */
record ResearchRuns(Path folder) {

  /** Remembers what was drawn and noted. */
  static final class Heard implements ExperimentListener {
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
      if (done == total && stage == Stage.MAPS) {
        told.add("maps: " + text + ", " + total);
      } else if (done == total && stage == Stage.FEATURES) {
        told.add("features of " + text + ": " + total);
      }
    }
  }

  ComparisonResult trained(Sources sources, long... seeds) throws Exception {
    ExperimentSettings method = TinyRun.settings().withControl(ExperimentSettings.Control.NONE);
    Comparison comparison =
        new Comparison(
            "small",
            List.of(new ComparisonRow("method", "the method", method)),
            Arrays.stream(seeds).boxed().toList());
    return ComparisonRun.run(
        comparison, sources, folder.resolve("runs"), new ExperimentListener() {});
  }

  static Path maps(ComparisonResult result, long seed, String set, String localizer)
      throws IOException {
    Path place = result.folder().resolve("method/seed-" + seed + "/research");
    try (Stream<Path> files = Files.list(place)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches(set + "-[0-9a-f]{16}-" + localizer + "\\.json"))
          .findFirst()
          .orElseThrow();
    }
  }
}
