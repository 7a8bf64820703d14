package whence.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.experiment.Experiment;
import whence.experiment.ExperimentSettings;
import whence.experiment.Finding;
import whence.experiment.RunResult;
import whence.experiment.Sources;
import whence.figure.ScoresTable;

/** The main job without its notebook. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Run the main job: scenes, features, iterations, control, evaluation.",
    footer = {"", "A run that was stopped goes on; one that is complete is only read."})
final class TrainCommand implements Callable<Integer>, Resumable {
  private final Surroundings around;
  @Mixin private RunOptions run = new RunOptions();

  @Option(
      names = "--run",
      paramLabel = "FOLDER",
      description = "the run folder; default runs/ and a name made of the options")
  private @Nullable Path folder;

  TrainCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return CHECKPOINTS;
  }

  @Override
  public Integer call() throws InterruptedException {
    ExperimentSettings settings = run.settings();
    Sources sources = run.sources();
    Path place = folder == null ? run.defaultFolder() : folder;
    around.machine().requireBackend();
    around.out().println("Run folder: " + place);
    RunResult result = Experiment.run(settings, sources, place, new ProgressLines(around.out()));
    around.out().println(ScoresTable.text(result.metrics()));
    Finding.of(result).forEach(finding -> around.out().println(finding.toText()));
    around.out().println("Scores: " + result.folder().metricsFile());
    return 0;
  }
}
