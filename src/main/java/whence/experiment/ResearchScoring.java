package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import whence.WhenceException;
import whence.data.reader.ClipReading;
import whence.data.reader.ClipSet;
import whence.data.reader.Coverage;
import whence.data.reader.TruthSet;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.SeedBootstrap;
import whence.evaluate.score.Beside;
import whence.evaluate.score.CosineMaps;
import whence.evaluate.score.MapScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.ScoredMaps;
import whence.evaluate.score.SeedSetScores;

/**
 * Judges the models of a comparison on research data sets they were not trained on: makes a model
 * of every run ({@link ModelExport}), draws its heat maps ({@link SetMaps}) and scores them ({@link
 * MapScoring}), as {@code whence export}, {@code maps} and {@code score} do. Each model is judged
 * with its own sounds, with swapped ones, and guided by the saliency of the trunk.
 *
 * <p>Models and maps are kept in {@code ROW/seed-N/research}, maps under a name made of the model
 * and of the files of the clips, so that what was stopped goes on and what was changed is drawn
 * anew; beside maps, ending in {@code .scored.json}, which of the listed clips were scored. A model
 * of other weights than the run has now is made anew.
 *
 * <p>All seeds are judged on the same clips, and intervals are {@link
 * SeedBootstrap#meanOfSameClips}.
 *
 * <p>Where a set's protocol takes probabilities, maps of cosines are given to it by {@link
 * CosineMaps}; all others lie in [0, 1] and are given as they are.
 */
public final class ResearchScoring {

  private static final SeedBootstrap BOOTSTRAP = SeedBootstrap.defaults();

  private final ComparisonResult result;
  private final Sources sources;
  private final ExperimentListener listener;

  private ResearchScoring(ComparisonResult result, Sources sources, ExperimentListener listener) {
    this.result = result;
    this.sources = sources;
    this.listener = listener;
  }

  /**
   * Judges every row and seed of a comparison.
   *
   * @param result of runs whose scenes are still there
   * @param sets what to judge on
   * @param sources where the trunk's weights are
   * @param listener hears of rows and clips, how many of the listed clips there are, and what is
   *     odd about list and annotations
   * @return of every set and protocol the rows, each row's model first; then the trivial localizers
   *     and the bound of the oracle
   * @throws WhenceException if a set cannot be read, a run is not complete, or rows hear
   *     differently
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   */
  public static List<ResearchScore> score(
      ComparisonResult result, List<ResearchSet> sets, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    List<ResearchScore> scores = new ArrayList<>();
    for (ResearchSet set : sets) {
      try (OnSet on = new ResearchScoring(result, sources, listener).new OnSet(set)) {
        scores.addAll(on.scores());
      }
    }
    return scores;
  }

  /** How clips are read: all rows of a comparison must hear alike. */
  private ClipReading reading() {
    List<String> heard =
        result.comparison().rows().stream()
            .map(ComparisonRow::settings)
            .map(row -> row.scenes().soundSeconds() + " s, " + row.sound())
            .distinct()
            .toList();
    if (heard.size() > 1) {
      throw new WhenceException(
          "Cannot judge the comparison " + result.comparison().name() + " on research data sets",
          "rows that hear differently: " + String.join("; ", heard),
          "equal lengths of sound and equal spectrograms in all rows",
          "judge the rows that hear alike by themselves");
    }
    ExperimentSettings settings = result.comparison().rows().get(0).settings();
    return new ClipReading(
        ModelCard.SIDE, settings.scenes().soundSeconds(), settings.sound().sampleRateHz());
  }

  /** One set and what was scored on it so far. */
  private final class OnSet implements AutoCloseable {
    private final ResearchSet set;
    private final ClipSet clips;
    private final TruthSet truth;
    private final List<String> listed;
    private final ResearchMaps files;
    private final List<SetLocalizer> localizers;
    private final Map<Protocol, List<ResearchScore>> scores = new EnumMap<>(Protocol.class);

    OnSet(ResearchSet set) {
      this.set = set;
      this.clips = set.clips(reading());
      this.truth = set.truth();
      this.listed =
          Stream.concat(clips.ids().stream(), clips.coverage().missing().stream()).toList();
      this.files = new ResearchMaps(result.folder(), clips, sources, listener);
      this.localizers = localizers(clips);
      set.protocols().forEach(protocol -> scores.put(protocol, new ArrayList<>()));
    }

    List<ResearchScore> scores() throws InterruptedException {
      listener.onNote(clips.coverage().text());
      clips.notes().forEach(listener::onNote);
      if (set.takesProbabilities()) {
        listener.onNote(set.kind().label() + ": " + CosineMaps.RULE);
      }
      if (!localizers.contains(SetLocalizer.SWAPPED_SOUND)) {
        listener.onNote(
            set.kind().label() + ": no swapped sounds, there is " + SetLocalizer.NO_OFF_SCREEN);
      }
      int runs = result.comparison().rows().size() * result.comparison().seeds().size();
      int run = 0;
      for (ComparisonRow row : result.comparison().rows()) {
        Map<SetLocalizer, List<ScoredMaps>> seeds = new EnumMap<>(SetLocalizer.class);
        for (long seed : result.comparison().seeds()) {
          listener.onRow(row, seed, ++run, runs);
          for (SetLocalizer localizer : localizers) {
            ScoredMaps maps = score(files.of(row, seed, localizer), localizer, Beside.SET_SCORES);
            seeds.computeIfAbsent(localizer, key -> new ArrayList<>()).add(maps);
          }
        }
        seeds.forEach(
            (localizer, maps) ->
                add(row.name(), row.title(), localizer.label(), maps, ScoredMaps::name));
      }
      besides();
      return set.protocols().stream()
          .flatMap(protocol -> Objects.requireNonNull(scores.get(protocol)).stream())
          .toList();
    }

    /** Swapped sounds are left out where a clip has none that is not in its picture. */
    private static List<SetLocalizer> localizers(ClipSet clips) {
      return SetLocalizer.offScreen(clips).draw(Judge.SWAP_SEED).isPresent()
          ? List.of(SetLocalizer.MODEL, SetLocalizer.OBJECT_GUIDED, SetLocalizer.SWAPPED_SOUND)
          : List.of(SetLocalizer.MODEL, SetLocalizer.OBJECT_GUIDED);
    }

    private ScoredMaps score(Path file, SetLocalizer localizer, Beside beside) {
      MapSource drawn = MapSource.open(file);
      boolean convert = set.takesProbabilities() && localizer.drawsCosines();
      ScoredMaps maps =
          new MapScoring(truth, listed, set.protocols(), beside)
              .score(convert ? new CosineMaps(drawn) : drawn);
      new Coverage(
              clips.coverage().list(), Coverage.Unit.CLIPS, maps.listed(), maps.n(), maps.missing())
          .write(file.resolveSibling(file.getFileName() + ".scored.json"));
      return maps;
    }

    /** What needs no sound, and the bound: the saliency of the trunk is the same for every run. */
    private void besides() throws InterruptedException {
      ComparisonRow row = result.comparison().rows().get(0);
      long seed = result.comparison().seeds().get(0);
      Path file = files.of(row, seed, SetLocalizer.SALIENCY);
      ScoredMaps saliency = score(file, SetLocalizer.SALIENCY, Beside.TRIVIAL_LOCALIZERS);
      saliency.oddities().forEach(listener::onNote);
      List<ScoredMaps> once = List.of(saliency);
      for (String name : saliency.localizers()) {
        if (!name.equals(saliency.name()) && !name.equals(Beside.ORACLE)) {
          add("", name, name, once, maps -> name);
        }
      }
      String label = SetLocalizer.SALIENCY.label();
      add("", label, label, once, ScoredMaps::name);
      add("", Beside.ORACLE, Beside.ORACLE, once, maps -> Beside.ORACLE);
    }

    private void add(
        String row,
        String title,
        String localizer,
        List<ScoredMaps> seeds,
        Function<ScoredMaps, String> name) {
      ScoredMaps any = seeds.get(0);
      for (Protocol protocol : set.protocols()) {
        List<List<ClipScore>> clipScores =
            seeds.stream().map(maps -> maps.scores(name.apply(maps), protocol)).toList();
        Objects.requireNonNull(scores.get(protocol))
            .add(
                new ResearchScore(
                    set.kind().label(),
                    protocol,
                    row,
                    title,
                    localizer,
                    seeds.size(),
                    any.listed(),
                    any.missing(),
                    estimates(clipScores),
                    SeedSetScores.of(
                        localizer, seeds, seeds.stream().map(name).toList(), protocol, BOOTSTRAP)));
      }
    }

    @Override
    public void close() {
      files.close();
    }
  }

  private static Map<Metric, Estimate> estimates(List<List<ClipScore>> seeds) {
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      List<double[]> values = seeds.stream().map(metric::of).toList();
      if (values.stream().allMatch(clips -> clips.length > 0)) {
        estimates.put(metric, BOOTSTRAP.meanOfSameClips(values));
      }
    }
    return estimates;
  }
}
