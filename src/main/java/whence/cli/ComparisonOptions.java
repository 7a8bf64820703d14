package whence.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.WhenceException;
import whence.experiment.Comparison;
import whence.experiment.ComparisonRow;
import whence.experiment.Comparisons;
import whence.experiment.ExperimentSettings;
import whence.experiment.Sources;

/** How much of a comparison is run, and of what. */
final class ComparisonOptions {
  @Mixin private SourceOptions where = new SourceOptions();

  @Option(names = "--quick", description = "fewer scenes, classes and iterations in every run")
  private boolean quick;

  @Option(
      names = "--tiny",
      description = "so few scenes and epochs that nothing is learned: shows that all of it works")
  private boolean tiny;

  @Option(
      names = "--seeds",
      split = ",",
      paramLabel = "N",
      description = "each row is run once for every one of them; default 1,2,3")
  private List<Long> seeds = Comparisons.SEEDS;

  @Option(
      names = "--rows",
      split = ",",
      paramLabel = "NAME",
      description =
          "these alone, such as both,fresh; the rest can be added later, or elsewhere; default all")
  private List<String> rows = List.of();

  /** Where media, weights and caches are. */
  Sources sources() {
    return where.sources();
  }

  /**
   * The rows and seeds asked for.
   *
   * @throws WhenceException if there is no row of a name
   */
  Comparison chosen(Comparison all) {
    Comparison comparison = all.withSeeds(seeds);
    List<String> names = all.rows().stream().map(ComparisonRow::name).toList();
    for (String row : rows) {
      if (!names.contains(row)) {
        throw new WhenceException(
            "Cannot compare the rows " + String.join(", ", rows),
            "no row '" + row + "'",
            "names among " + String.join(", ", names),
            "check the names, or leave --rows out for all");
      }
    }
    return rows.isEmpty()
        ? comparison
        : comparison.withRows(
            all.rows().stream().filter(row -> rows.contains(row.name())).toList());
  }

  /** Settings of the method that the rows are made of. */
  ExperimentSettings settings() {
    if (tiny) {
      return ExperimentSettings.tiny();
    }
    return quick ? ExperimentSettings.quick() : ExperimentSettings.full();
  }

  /** The folder of a comparison nobody named. */
  Path defaultFolder(String name) {
    String size = tiny ? "-tiny" : quick ? "-quick" : "";
    return Path.of("runs", name + size + (where.hasMedia() ? "-media" : ""));
  }
}
