package whence.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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

  /** Where media, weights and caches are. */
  Sources sources() {
    return where.sources();
  }

  List<Long> seeds() {
    return seeds;
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
