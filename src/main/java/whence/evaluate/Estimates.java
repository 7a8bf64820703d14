package whence.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes metrics from the scores of clips. */
public final class Estimates {

  private Estimates() {}

  /**
   * The metrics that at least one clip has, with their intervals.
   *
   * @param scores of the clips
   * @param metrics which ones
   * @param bootstrap makes the intervals
   */
  public static Map<Metric, Estimate> of(
      List<ClipScore> scores, List<Metric> metrics, Bootstrap bootstrap) {
    return ofEach(List.of(scores), metrics, bootstrap).get(0);
  }

  /**
   * The same for several localizers at once, which is faster: clips are drawn once for all columns
   * of one length.
   *
   * @param localizers the scores of each
   * @param metrics which ones
   * @param bootstrap makes the intervals
   * @return for each localizer the metrics that at least one clip has
   */
  public static List<Map<Metric, Estimate>> ofEach(
      List<List<ClipScore>> localizers, List<Metric> metrics, Bootstrap bootstrap) {
    List<Map<Metric, Estimate>> estimates = new ArrayList<>();
    Map<Integer, List<Column>> byLength = new TreeMap<>();
    for (List<ClipScore> scores : localizers) {
      Map<Metric, Estimate> place = new EnumMap<>(Metric.class);
      estimates.add(place);
      for (Metric metric : metrics) {
        double[] values = metric.of(scores);
        if (values.length > 0) {
          byLength
              .computeIfAbsent(values.length, n -> new ArrayList<>())
              .add(new Column(values, metric, place));
        }
      }
    }
    byLength.values().forEach(columns -> fill(columns, bootstrap));
    return estimates;
  }

  private static void fill(List<Column> columns, Bootstrap bootstrap) {
    List<Estimate> means = bootstrap.means(columns.stream().map(Column::values).toList());
    for (int k = 0; k < means.size(); k++) {
      columns.get(k).place.put(columns.get(k).metric, means.get(k));
    }
  }

  /** One number a clip, and where its mean belongs. */
  private record Column(double[] values, Metric metric, Map<Metric, Estimate> place) {}
}
