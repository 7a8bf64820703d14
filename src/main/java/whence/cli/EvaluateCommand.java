package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.data.Split;
import whence.evaluate.ClipScorer;
import whence.evaluate.measure.NegativeScores;
import whence.experiment.Experiment;
import whence.experiment.ExperimentListener;
import whence.experiment.Judge;
import whence.experiment.RunFolder;
import whence.experiment.RunResult;
import whence.experiment.Sources;
import whence.experiment.TrainedRun;
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

  @Option(
      names = "--negative-sounds",
      description =
          "also tell how much of the picture is marked for silence, for noise, and for sounds of"
              + " another class, drawn ten times")
  private boolean negative;

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
    Map<String, List<NegativeScores>> negatives =
        negative ? negatives(sources, new ProgressLines(told)) : Map.of();
    if (json) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("run", run.toString());
      said.put("protocol", ClipScorer.description());
      said.put("metrics", result.metrics());
      if (negative) {
        said.put("negative_sounds", negatives);
      }
      around.out().println(JsonText.of(said));
    } else {
      negatives.forEach(
          (split, scores) -> scores.forEach(score -> told.println(split + ", " + score.toText())));
      told.println(ScoresTable.text(result.metrics()));
      told.println("Scores: " + result.folder().metricsFile());
    }
    return 0;
  }

  private Map<String, List<NegativeScores>> negatives(Sources sources, ExperimentListener listener)
      throws InterruptedException {
    Map<String, List<NegativeScores>> negatives = new LinkedHashMap<>();
    try (TrainedRun opened = TrainedRun.open(run, sources, listener)) {
      for (Split split : Judge.SPLITS) {
        int all = opened.of(split).bank().size();
        negatives.put(split.label(), opened.negativeSounds(split, all, NegativeScores.DRAWS));
      }
    }
    return negatives;
  }
}
