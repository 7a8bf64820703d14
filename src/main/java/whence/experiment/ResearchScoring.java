package whence.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
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
 * MapScoring}), as {@code whence export}, {@code maps} and {@code score} do.
 *
 * <p>Models and maps are kept in {@code ROW/seed-N/research}, maps under a name made of the run,
 * the folder and the clips, so that what was stopped goes on; beside maps, ending in {@code
 * .scored.json}, which of the listed clips were scored. Whoever changes frames or sounds under the
 * same names removes that folder.
 *
 * <p>Where a set's protocol takes probabilities, maps are given to it by {@link CosineMaps}.
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
   * @return of every set and protocol the rows, then the trivial localizers and the bound of the
   *     oracle
   * @throws whence.WhenceException if a set cannot be read or a run is not complete
   */
  public static List<ResearchScore> score(
      ComparisonResult result,
      List<ResearchSet> sets,
      Sources sources,
      ExperimentListener listener) {
    ResearchScoring scoring = new ResearchScoring(result, sources, listener);
    return sets.stream().flatMap(set -> scoring.on(set).stream()).toList();
  }

  private List<ResearchScore> on(ResearchSet set) {
    ClipSet clips = set.clips();
    TruthSet truth = set.truth();
    listener.onNote(clips.coverage().text());
    clips.notes().forEach(listener::onNote);
    if (set.takesProbabilities()) {
      listener.onNote(set.kind().label() + ": " + CosineMaps.RULE);
    }
    List<String> listed =
        Stream.concat(clips.ids().stream(), clips.coverage().missing().stream()).toList();
    List<List<ScoredMaps>> rows = new ArrayList<>();
    int run = 0;
    for (ComparisonRow row : result.comparison().rows()) {
      List<ScoredMaps> seeds = new ArrayList<>();
      for (long seed : result.comparison().seeds()) {
        boolean first = run == 0;
        int runs = result.comparison().rows().size() * result.comparison().seeds().size();
        listener.onRow(row, seed, ++run, runs);
        Beside beside = first ? Beside.TRIVIAL_LOCALIZERS : Beside.NOTHING;
        Path file = maps(row, seed, set, clips);
        ScoredMaps scored =
            new MapScoring(truth, listed, set.protocols(), beside).score(source(set, file));
        store(scored, clips, file);
        if (first) {
          scored.oddities().forEach(listener::onNote);
        }
        seeds.add(scored);
      }
      rows.add(seeds);
    }
    return set.protocols().stream()
        .flatMap(protocol -> lines(set.kind().label(), protocol, rows).stream())
        .toList();
  }

  private static MapSource source(ResearchSet set, Path maps) {
    MapSource cosines = MapSource.open(maps);
    return set.takesProbabilities() ? new CosineMaps(cosines) : cosines;
  }

  /** Which of the listed clips were scored, beside the maps. */
  private static void store(ScoredMaps scored, ClipSet clips, Path maps) {
    new Coverage(
            clips.coverage().list(),
            Coverage.Unit.CLIPS,
            scored.listed(),
            scored.n(),
            scored.missing())
        .write(maps.resolveSibling(maps.getFileName() + ".scored.json"));
  }

  private List<ResearchScore> lines(String set, Protocol protocol, List<List<ScoredMaps>> rows) {
    List<ResearchScore> lines = new ArrayList<>();
    ScoredMaps first = rows.get(0).get(0);
    int listed = first.listed();
    List<String> missing = first.missing();
    for (int k = 0; k < rows.size(); k++) {
      ComparisonRow row = result.comparison().rows().get(k);
      List<List<ClipScore>> seeds =
          rows.get(k).stream().map(maps -> maps.scores(maps.name(), protocol)).toList();
      Map<Metric, Estimate> estimates = estimates(seeds);
      lines.add(
          new ResearchScore(
              set, protocol, row.name(), row.title(), seeds.size(), listed, missing, estimates));
    }
    for (String localizer : first.localizers()) {
      if (!localizer.equals(first.name())) {
        Map<Metric, Estimate> once = estimates(List.of(first.scores(localizer, protocol)));
        lines.add(new ResearchScore(set, protocol, "", localizer, 1, listed, missing, once));
      }
    }
    return lines;
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

  /** The file of maps of a run, drawn if it is not there. */
  private Path maps(ComparisonRow row, long seed, ResearchSet set, ClipSet clips) {
    Path run = ComparisonRun.folder(result.folder(), row, seed);
    Path place = run.resolve("research");
    Path file = place.resolve("model.safetensors");
    String identity = new RunFolder(run).data().identity();
    if (!Files.isRegularFile(file)) {
      ModelExport.export(run, OptionalInt.empty(), sources, listener, file);
    }
    String what =
        String.join(
            "\n", identity, set.folder().toAbsolutePath().toString(), clips.ids().toString());
    UUID key = UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
    Path maps = place.resolve(set.kind().label() + "-" + key + ".json");
    if (!Files.isRegularFile(maps)) {
      draw(clips, file, maps);
    }
    return maps;
  }

  private void draw(ClipSet clips, Path model, Path maps) {
    try (TrainedModel trained = TrainedModel.read(model)) {
      SetMaps.write(
          clips,
          trained,
          sources,
          listener,
          (done, total) -> listener.onProgress(ExperimentListener.Stage.MAPS, "clips", done, total),
          maps);
    }
  }
}
