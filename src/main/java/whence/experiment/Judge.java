package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import whence.data.Split;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Evaluator;
import whence.evaluate.LocalizerMaps;
import whence.evaluate.MapUnit;
import whence.evaluate.Metric;
import whence.localize.CentreDisc;
import whence.localize.Localizer;
import whence.localize.ModelLocalizer;
import whence.localize.ObjectGuided;
import whence.localize.RandomMap;
import whence.localize.Saliency;
import whence.localize.WholeImage;
import whence.model.DualEncoder;

/** Judges localizers on both test splits. */
public final class Judge {

  /** The splits results are reported on, in their order. */
  public static final List<Split> SPLITS = List.of(Split.NEW_SCENES, Split.NEW_OBJECTS);

  /** Draws who gets whose sound, wherever sounds are swapped. */
  static final long SWAP_SEED = 11;

  private final PreparedData data;
  private final Evaluator evaluator = new Evaluator(Bootstrap.defaults());

  /** Judges on this data. */
  public Judge(PreparedData data) {
    this.data = data;
  }

  /** A network with its own sounds, one report a split. */
  public List<EvaluationReport> network(String name, DualEncoder encoder) {
    List<EvaluationReport> reports = new ArrayList<>();
    for (Split split : SPLITS) {
      ModelLocalizer model = new ModelLocalizer(name, encoder, data.grid());
      reports.add(judge(model, MapUnit.COSINE, data.of(split)));
    }
    return reports;
  }

  /**
   * A network with sounds of other clips, one report a split: what is left is not heard. A split in
   * which a clip finds no other sound, such as one of a single class, has no report.
   */
  public List<EvaluationReport> swapped(DualEncoder encoder) {
    List<EvaluationReport> reports = new ArrayList<>();
    for (Split split : SPLITS) {
      PreparedSplit clips = data.of(split);
      clips
          .otherSounds()
          .draw(SWAP_SEED)
          .ifPresent(soundOf -> reports.add(swapped(encoder, clips, soundOf)));
    }
    return reports;
  }

  private EvaluationReport swapped(DualEncoder encoder, PreparedSplit clips, int[] soundOf) {
    ModelLocalizer model = new ModelLocalizer("model", encoder, data.grid());
    LocalizerMaps maps =
        LocalizerMaps.swapped(
            model, MapUnit.COSINE, clips.bank(), clips.scenes()::annotation, soundOf);
    return evaluator.evaluate(maps, clips.bank().split(), clips.scenes().size());
  }

  /** A network guided by the saliency of the frozen trunk, one report a split. */
  public List<EvaluationReport> guided(DualEncoder encoder) {
    ModelLocalizer.Grid grid = data.grid();
    Saliency saliency = new Saliency(grid.height(), grid.width(), grid.geometry());
    List<EvaluationReport> reports = new ArrayList<>();
    for (Split split : SPLITS) {
      ModelLocalizer model = new ModelLocalizer("model", encoder, grid);
      ObjectGuided guided = ObjectGuided.published(model, saliency);
      reports.add(judge(guided, MapUnit.ARBITRARY, data.of(split)));
    }
    return reports;
  }

  /** The trivial localizers, one report each and split. */
  public List<EvaluationReport> trivial() {
    ModelLocalizer.Grid grid = data.grid();
    List<Localizer> localizers =
        List.of(
            new WholeImage(grid.height(), grid.width()),
            new CentreDisc(grid.height(), grid.width()),
            new RandomMap(grid.height(), grid.width(), grid.geometry(), SWAP_SEED),
            new Saliency(grid.height(), grid.width(), grid.geometry()));
    List<EvaluationReport> reports = new ArrayList<>();
    for (Split split : SPLITS) {
      for (Localizer localizer : localizers) {
        reports.add(judge(localizer, MapUnit.ARBITRARY, data.of(split)));
      }
    }
    return reports;
  }

  private EvaluationReport judge(Localizer localizer, MapUnit unit, PreparedSplit clips) {
    LocalizerMaps maps =
        LocalizerMaps.of(localizer, unit, clips.bank(), clips.scenes()::annotation);
    return evaluator.evaluate(maps, clips.bank().split(), clips.scenes().size());
  }

  /** The reports as rows of metrics.csv. */
  static List<MetricRow> rows(int iteration, List<EvaluationReport> reports) {
    List<MetricRow> rows = new ArrayList<>();
    for (EvaluationReport report : reports) {
      for (Metric metric : Metric.values()) {
        report
            .estimate(metric)
            .ifPresent(estimate -> rows.add(row(iteration, report, metric, estimate)));
      }
    }
    return rows;
  }

  private static MetricRow row(
      int iteration, EvaluationReport report, Metric metric, Estimate estimate) {
    return new MetricRow(
        iteration,
        report.split().label(),
        report.localizer(),
        metric.label(),
        estimate.value(),
        estimate.low(),
        estimate.high(),
        estimate.n());
  }

  static List<MetricRow> named(String localizer, List<MetricRow> rows) {
    return rows.stream()
        .filter(row -> row.localizer().equals("model"))
        .map(row -> row.withLocalizer(localizer))
        .toList();
  }
}
