package whence.notebook;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.data.Split;
import whence.evaluate.EvaluationReport;
import whence.evaluate.ReportTable;
import whence.experiment.ExperimentListener;
import whence.experiment.PreparedData;
import whence.experiment.PreparedSplit;
import whence.model.DualEncoder;
import whence.train.EpochReport;
import whence.train.LossHistory;
import whence.train.StepReport;
import whence.train.TrainingPlan;

/**
 * A whole run: one output for each of its parts, updated in place. Training shows its losses as
 * curves and the maps of the first training clips ({@link LiveTraining}), every other part a bar. A
 * line an epoch with every loss term and the scores of each iteration stay.
 */
public final class ExperimentProgress implements ExperimentListener, AutoCloseable {
  private static final int WATCHED = 4;

  private final TrainingPlan plan;
  private final Function<String, Consumer<CellOutput>> displays;
  private final Consumer<String> lines;
  private final LongSupplier clock;
  private WatchedClips watched = WatchedClips.none();
  private LossHistory history = new LossHistory();
  private @Nullable LiveProgress bar;
  private @Nullable LiveTraining training;

  /**
   * Listens to a run.
   *
   * @param plan what will be trained
   * @param displays opens an output with a title; what it gives puts a value in place of the last
   * @param lines takes lines that stay
   */
  public ExperimentProgress(
      TrainingPlan plan, Function<String, Consumer<CellOutput>> displays, Consumer<String> lines) {
    this(plan, displays, lines, System::nanoTime);
  }

  ExperimentProgress(
      TrainingPlan plan,
      Function<String, Consumer<CellOutput>> displays,
      Consumer<String> lines,
      LongSupplier clock) {
    this.plan = plan;
    this.displays = displays;
    this.lines = lines;
    this.clock = clock;
  }

  @Override
  public void onStage(Stage stage) {
    close();
    Consumer<CellOutput> display = displays.apply(stage.label());
    if (stage == Stage.TRAINING || stage == Stage.CONTROL) {
      history = new LossHistory();
      training = new LiveTraining(stage.label(), history, watched, this::share, display, clock);
    } else {
      bar = new LiveProgress(stage.label(), display, clock);
    }
  }

  @Override
  public void onData(PreparedData data) {
    PreparedSplit train = data.of(Split.TRAIN);
    int[] first = IntStream.range(0, Math.min(WATCHED, train.bank().size())).toArray();
    watched = WatchedClips.of(train, data.grid(), first);
  }

  @Override
  public void onProgress(Stage stage, String text, long done, long total) {
    if (bar != null && total > 0) {
      bar.update(
          Math.min(1, done / (double) total),
          String.format(Locale.ROOT, "%s %,d of %,d", text, done, total));
    }
  }

  @Override
  public void onNetwork(DualEncoder network) {
    if (training != null) {
      training.onNetwork(network);
    }
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    if (training != null) {
      history.onStep(progress, report);
      training.onStep(progress, report);
    }
  }

  @Override
  public void onEpoch(EpochReport report) {
    if (training != null) {
      training.onEpoch(report);
      lines.accept(
          String.format(
              Locale.ROOT,
              "iteration %d epoch %2d/%d  %s  %.0f s",
              report.iteration(),
              report.epoch() + 1,
              plan.epochsOf(report.iteration()),
              LiveTraining.terms(report.terms()),
              report.seconds()));
    }
  }

  @Override
  public void onNote(String text) {
    lines.accept(text);
  }

  @Override
  public void onScores(int iteration, List<EvaluationReport> reports) {
    lines.accept("iteration " + iteration);
    reports.stream()
        .collect(Collectors.groupingBy(EvaluationReport::split, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(split -> lines.accept(ReportTable.toText(split)));
  }

  /** Ends the last part. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
    if (training != null) {
      training.end("");
      training = null;
    }
  }

  private double share(Progress progress) {
    double epochs = epochsBefore(progress.iteration()) + progress.epoch();
    return (epochs + LiveTraining.within(progress)) / epochsBefore(plan.iterations() + 1);
  }

  private int epochsBefore(int iteration) {
    return IntStream.range(0, iteration).map(plan::epochsOf).sum();
  }
}
