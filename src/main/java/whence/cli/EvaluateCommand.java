package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.experiment.Experiment;
import whence.experiment.RunFolder;
import whence.experiment.RunResult;
import whence.experiment.Sources;
import whence.figure.ScoresTable;

/** Judges the saved iterations of a run again. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Judge the saved iterations of a complete run again and rewrite its metrics.csv.")
final class EvaluateCommand implements Callable<Integer> {
  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();

  @Parameters(paramLabel = "RUN", description = "the run folder")
  private Path run = Path.of("");

  @Option(names = "--json", description = "the scores as JSON, progress on standard error")
  private boolean json;

  EvaluateCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    Sources sources = where.sources();
    new RunFolder(run).settings(); // refuses what is no run before anything is loaded
    PrintWriter told = json ? around.err() : around.out();
    told.println(around.machine().requireBackend().text());
    RunResult result = Experiment.evaluateAgain(run, sources, new ProgressLines(told));
    if (json) {
      around
          .out()
          .println(JsonText.of(Map.of("run", run.toString(), "metrics", result.metrics())));
    } else {
      told.println(ScoresTable.text(result.metrics()));
      told.println("Scores: " + result.folder().metricsFile());
    }
    return 0;
  }
}
