package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.AtomicFile;
import whence.ProgramLock;
import whence.data.Split;
import whence.engine.BackendReport;
import whence.evaluate.EvaluationReport;
import whence.experiment.ExperimentListener.Stage;
import whence.train.IterativeTrainer;
import whence.train.LabelRenewal;
import whence.train.RunFiles;
import whence.train.TrainingSettings;
import whence.train.TrainingState;

/**
 * A whole run: data prepared, model and control trained, everything judged after every iteration,
 * and all of it written to the run folder.
 *
 * <p>Called again for the same folder, a run that was stopped goes on where it was; one that is
 * complete only reads what is there.
 */
public final class Experiment {

  private final ExperimentSettings settings;
  private final RunFolder folder;
  private final ExperimentListener listener;

  private Experiment(ExperimentSettings settings, RunFolder folder, ExperimentListener listener) {
    this.settings = settings;
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Runs an experiment, or goes on with it.
   *
   * @param settings declare the run
   * @param sources where media and weights come from
   * @param folder receives everything; empty, missing, or of the same settings
   * @param listener is told how it goes
   * @return what the folder now holds
   * @throws whence.WhenceException if anything is in the way; nothing that was there is lost
   * @throws InterruptedException if the thread is interrupted; run again to go on
   */
  public static RunResult run(
      ExperimentSettings settings, Sources sources, Path folder, ExperimentListener listener)
      throws InterruptedException {
    try (DataShelf shelf = new DataShelf(sources, DataShelf.Media.DROPPED)) {
      return run(settings, shelf, folder, Optional.empty(), listener);
    }
  }

  /**
   * The same with data that may be shared with other runs.
   *
   * @param shelf gives the data, unless the run is complete
   * @param start a run whose iteration 0 is to be taken over, if there is one
   */
  static RunResult run(
      ExperimentSettings settings,
      DataShelf shelf,
      Path folder,
      Optional<SharedStart> start,
      ExperimentListener listener)
      throws InterruptedException {
    RunFolder run = new RunFolder(folder);
    try (ProgramLock lock = run.lock()) {
      run.claim(settings);
      return new Experiment(settings, run, listener).run(shelf, start);
    }
  }

  private RunResult run(DataShelf shelf, Optional<SharedStart> start) throws InterruptedException {
    if (folder.isComplete()) {
      listener.onNote("The run in " + folder.path() + " is complete: nothing is done again");
      return RunResult.read(folder);
    }
    listener.onNote(Machinery.here().requireBackend().text());
    Instant started = Instant.now();
    StageTimes times = new StageTimes();
    ExperimentListener watch = new ListenerPair(times, listener);
    JudgedData judged = shelf.of(settings, watch);
    PreparedData data = judged.data();
    String identity = identity(settings, data);
    RunFiles model = folder.model(identity);
    AtomicFile.write(folder.dataFile(), Json.text(RunData.of(data, identity)));
    start.ifPresent(other -> other.copyTo(model, identity(other.settings(), data), data));
    watch.onData(data);
    List<EvaluationReport> trivial = judged.trivial(watch);
    ClipScoresCsv.write(folder.trivialClipsFile(), trivial);
    watch.onStage(Stage.TRAINING);
    List<MetricRow> rows = train(settings.training(), model, judged, watch);
    if (settings.control() == ExperimentSettings.Control.FROZEN_LABELS) {
      watch.onStage(Stage.CONTROL);
      rows.addAll(control(model, folder.control(identity), judged, watch));
    }
    for (int t = 0; t <= settings.training().plan().iterations(); t++) {
      rows.addAll(Judge.rows(t, trivial));
    }
    AtomicFile.write(folder.timesFile(), times.csv());
    MetricsCsv.write(folder.metricsFile(), rows);
    provenance(data, new Span(started, Instant.now())).write(folder.provenanceFile());
    return RunResult.read(folder);
  }

  private List<MetricRow> train(
      TrainingSettings training, RunFiles files, JudgedData judged, ExperimentListener told) {
    RunRecorder recorder = new RunRecorder(files, training, judged.data(), judged.judge(), told);
    IterativeTrainer trainer =
        new IterativeTrainer(
            judged.data().of(Split.TRAIN).bank(),
            settings.encoder(),
            training,
            files,
            new ListenerPair(recorder, told));
    try (TrainingState state = trainer.train()) {
      return recorder.rows(state);
    }
  }

  /** The control shares iterations 0 and 1 with the model and then keeps the labels of 1. */
  private List<MetricRow> control(
      RunFiles model, RunFiles files, JudgedData judged, ExperimentListener told) {
    if (settings.training().plan().iterations() < 1) {
      return List.of();
    }
    if (!Files.exists(files.checkpoint())) {
      AtomicFile.copy(model.labels(1), files.labels(1));
      AtomicFile.copy(RunFolder.scores(model, 0), RunFolder.scores(files, 0));
      AtomicFile.copy(RunFolder.scores(model, 1), RunFolder.scores(files, 1));
      AtomicFile.copy(model.iteration(1), files.checkpoint());
    }
    TrainingSettings frozen =
        settings.training().withPlan(settings.training().plan().withRenewal(LabelRenewal.FROZEN));
    return Judge.named("frozen-labels", train(frozen, files, judged, told));
  }

  private Provenance provenance(PreparedData data, Span span) {
    BackendReport backend = BackendReport.read();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("settings", Json.map(settings));
    all.put("scenes", data.of(Split.TRAIN).scenes().credits());
    return new Provenance(
        Provenance.command(System.getenv()),
        Revision.ofSource(),
        data.hash(),
        Map.of("run", settings.seed()),
        Machine.current(backend.text(), backend.threads()),
        span,
        all);
  }

  /**
   * Judges every saved iteration of a complete run again and rewrites its metrics; trains nothing.
   *
   * @param path the run folder
   * @param sources as the run had them
   * @param listener is told how it goes
   * @return what the folder now holds
   * @throws whence.WhenceException if the folder is no run, an incomplete one, or one of other
   *     media
   * @throws InterruptedException if the thread is interrupted
   */
  public static RunResult evaluateAgain(Path path, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    RunFolder folder = new RunFolder(path);
    ExperimentSettings settings = folder.settings();
    Reevaluation.requireComplete(folder, settings);
    try (ProgramLock held = folder.lock();
        PreparedData data = new Preparation(settings, sources, listener).data()) {
      Reevaluation judged = new Reevaluation(folder, settings, data, listener);
      MetricsCsv.write(folder.metricsFile(), judged.rows(identity(settings, data)));
      return RunResult.read(folder);
    }
  }

  /** Says what settings and data the states of a run belong to. */
  static String identity(ExperimentSettings settings, PreparedData data) {
    return Digest.of(Json.text(settings), data.hash());
  }
}
