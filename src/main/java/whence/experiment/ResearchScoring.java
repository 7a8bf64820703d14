package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

/**
 * Judges the models of a comparison on research data sets they were not trained on: makes a model
 * of every run ({@link ModelExport}), draws its heat maps ({@link SetMaps}) and scores them ({@link
 * MapScoring}), as {@code whence export}, {@code maps} and {@code score} do. Each model is judged
 * with its own sounds, with swapped ones, and guided by the saliency of the trunk.
 *
 * <p>Models and maps are kept in {@code ROW/seed-N/research}, maps under a name made of the run and
 * of the files of the clips, so that what was stopped goes on and what was changed is drawn anew;
 * beside maps, ending in {@code .scored.json}, which of the listed clips were scored.
 *
 * <p>Where a set's protocol takes probabilities, maps of cosines are given to it by {@link
 * CosineMaps}; all others lie in [0, 1] and are given as they are.
 */
public final class ResearchScoring {

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
   * @throws whence.WhenceException if a set cannot be read or a run is not complete
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   */
  public static List<ResearchScore> score(
      ComparisonResult result, List<ResearchSet> sets, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    ResearchScoring scoring = new ResearchScoring(result, sources, listener);
    List<ResearchScore> scores = new ArrayList<>();
    for (ResearchSet set : sets) {
      scores.addAll(scoring.new OnSet(set).scores());
    }
    return scores;
  }

  /**
   * Who drew maps.
   *
   * @param row name of the row; empty for a trivial localizer
   */
  private record Who(String row, String title, String localizer) {}

  /** One set and what was scored on it so far. */
  private final class OnSet {
    private final ResearchSet set;
    private final ClipSet clips;
    private final TruthSet truth;
    private final List<String> listed;
    private final String fingerprint;

    /** The scores of all seeds, clip by clip. */
    private final Map<Who, Map<Protocol, List<List<ClipScore>>>> scored = new LinkedHashMap<>();

    OnSet(ResearchSet set) {
      this.set = set;
      this.clips = set.clips();
      this.truth = set.truth();
      this.listed =
          Stream.concat(clips.ids().stream(), clips.coverage().missing().stream()).toList();
      this.fingerprint = Digest.of(clips.fingerprint());
    }

    List<ResearchScore> scores() throws InterruptedException {
      listener.onNote(clips.coverage().text());
      clips.notes().forEach(listener::onNote);
      if (set.takesProbabilities()) {
        listener.onNote(set.kind().label() + ": " + CosineMaps.RULE);
      }
      int runs = result.comparison().rows().size() * result.comparison().seeds().size();
      int run = 0;
      for (ComparisonRow row : result.comparison().rows()) {
        for (long seed : result.comparison().seeds()) {
          listener.onRow(row, seed, ++run, runs);
          for (SetLocalizer localizer : localizers()) {
            Path maps = maps(row, seed, localizer);
            ScoredMaps own = score(maps, localizer, Beside.NOTHING);
            add(new Who(row.name(), row.title(), localizer.label()), own, own.name());
          }
        }
      }
      return lines(besides());
    }

    /** Swapped sounds are left out where all clips are of one class. */
    private List<SetLocalizer> localizers() {
      return new HashSet<>(clips.classes()).size() > 1
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
    private ScoredMaps besides() throws InterruptedException {
      ComparisonRow row = result.comparison().rows().get(0);
      long seed = result.comparison().seeds().get(0);
      Path file = maps(row, seed, SetLocalizer.SALIENCY);
      ScoredMaps saliency = score(file, SetLocalizer.SALIENCY, Beside.TRIVIAL_LOCALIZERS);
      saliency.oddities().forEach(listener::onNote);
      for (String name : saliency.localizers()) {
        if (!name.equals(saliency.name()) && !name.equals(Beside.ORACLE)) {
          add(new Who("", name, name), saliency, name);
        }
      }
      String label = SetLocalizer.SALIENCY.label();
      add(new Who("", label, label), saliency, saliency.name());
      add(new Who("", Beside.ORACLE, Beside.ORACLE), saliency, Beside.ORACLE);
      return saliency;
    }

    private void add(Who who, ScoredMaps maps, String name) {
      for (Protocol protocol : set.protocols()) {
        scored
            .computeIfAbsent(who, key -> new EnumMap<>(Protocol.class))
            .computeIfAbsent(protocol, key -> new ArrayList<>())
            .add(maps.scores(name, protocol));
      }
    }

    private List<ResearchScore> lines(ScoredMaps any) {
      List<ResearchScore> lines = new ArrayList<>();
      for (Protocol protocol : set.protocols()) {
        scored.forEach(
            (who, all) -> {
              List<List<ClipScore>> seeds = all.getOrDefault(protocol, List.of());
              lines.add(
                  new ResearchScore(
                      set.kind().label(),
                      protocol,
                      who.row(),
                      who.title(),
                      who.localizer(),
                      seeds.size(),
                      any.listed(),
                      any.missing(),
                      estimates(seeds)));
            });
      }
      return lines;
    }

    /** The file of maps of a run, drawn if it is not there. */
    private Path maps(ComparisonRow row, long seed, SetLocalizer localizer)
        throws InterruptedException {
      Path run = ComparisonRun.folder(result.folder(), row, seed);
      Path place = run.resolve("research");
      Path file = place.resolve("model.safetensors");
      if (!Files.isRegularFile(file)) {
        ModelExport.export(run, OptionalInt.empty(), sources, listener, file);
      }
      String key = Digest.of(new RunFolder(run).data().identity(), fingerprint);
      Path maps =
          place.resolve("%s-%s-%s.json".formatted(set.kind().label(), key, localizer.label()));
      if (!Files.isRegularFile(maps)) {
        draw(file, localizer, maps);
      }
      return maps;
    }

    private void draw(Path model, SetLocalizer localizer, Path maps) throws InterruptedException {
      try (TrainedModel trained = TrainedModel.read(model);
          PreparedSet prepared =
              PreparedSet.open(clips, trained.card().sound(), sources, listener)) {
        String text = "maps of " + localizer.label();
        SetMaps.write(
            prepared,
            trained,
            localizer,
            (done, all) -> listener.onProgress(ExperimentListener.Stage.MAPS, text, done, all),
            maps);
      }
    }
  }

  private static Map<Metric, Estimate> estimates(List<List<ClipScore>> seeds) {
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      List<double[]> values = seeds.stream().map(metric::of).toList();
      if (values.stream().allMatch(clips -> clips.length > 0)) {
        estimates.put(metric, SeedBootstrap.defaults().mean(values));
      }
    }
    return estimates;
  }
}
