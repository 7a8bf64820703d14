package whence.experiment;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import whence.evaluate.ClipScorer;

/** Where the numbers of a comparison came from: the provenance of its runs, joined. */
final class ComparisonProvenance {

  private ComparisonProvenance() {}

  /**
   * Joins the provenance of all runs.
   *
   * <p>Revision and machine are those of the run that finished last; where others were made of
   * another source, {@code revisions} lists them all. The time spans from the first start to the
   * last finish.
   *
   * @param runs of one comparison, at least one
   */
  static Provenance of(Comparison comparison, List<Provenance> runs) {
    Comparator<Provenance> byEnd = Comparator.comparing(run -> run.span().finished());
    Provenance last = runs.stream().max(byEnd).orElseThrow();
    Instant started = last.span().started();
    Map<String, Long> seeds = new TreeMap<>();
    List<String> revisions = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (Provenance run : runs) {
      started = run.span().started().isBefore(started) ? run.span().started() : started;
      String revision = run.revision().commit() + " " + run.revision().tree();
      if (!revisions.contains(revision)) {
        revisions.add(revision);
      }
      if (!hashes.contains(run.dataHash())) {
        hashes.add(run.dataHash());
      }
    }
    comparison.seeds().forEach(seed -> seeds.put("seed " + seed, seed));
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("comparison", Json.map(comparison));
    settings.put("protocol", ClipScorer.description());
    settings.put("revisions", revisions);
    settings.put("data", hashes);
    settings.put("scenes", last.settings().getOrDefault("scenes", List.of()));
    return new Provenance(
        command(comparison),
        last.revision(),
        hashes.size() == 1 ? hashes.get(0) : Digest.of(hashes.toArray()),
        seeds,
        last.machine(),
        new Span(started, last.span().finished()),
        settings);
  }

  /** What makes just these rows with just these seeds. */
  private static String command(Comparison comparison) {
    return "environment/whence compare %s --rows %s --seeds %s"
        .formatted(
            comparison.name(),
            comparison.rows().stream().map(ComparisonRow::name).collect(joining(",")),
            comparison.seeds().stream().map(String::valueOf).collect(joining(",")));
  }
}
