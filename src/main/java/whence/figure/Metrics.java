package whence.figure;

import java.util.List;
import java.util.function.Predicate;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.experiment.MetricRow;

/** Picks the rows a figure shows, and says what is not there. */
final class Metrics {
  static final String MODEL = "model";
  static final String FROZEN = "frozen-labels";

  private Metrics() {}

  /** The rows of {@code metrics} for which {@code keep} holds, in the order given. */
  static List<MetricRow> pick(
      List<MetricRow> rows, List<String> metrics, Predicate<MetricRow> keep) {
    return rows.stream().filter(row -> metrics.contains(row.metric()) && keep.test(row)).toList();
  }

  /** Refuses rows without a single value of the model: such a figure would show nothing. */
  static void requireModel(String figure, List<MetricRow> shown, List<String> metrics) {
    boolean some = shown.stream().anyMatch(row -> isModel(row) && !Double.isNaN(row.value()));
    if (!some) {
      throw new WhenceException(
          "Cannot draw the " + figure,
          shown.isEmpty() ? "no rows of its metrics" : "no value of the localizer 'model'",
          "rows of 'model' with at least one of " + String.join(", ", metrics),
          "train and evaluate the run first, or pass the rows of its metrics.csv");
    }
  }

  static boolean isModel(MetricRow row) {
    return row.localizer().equals(MODEL);
  }

  static boolean isModelOrControl(MetricRow row) {
    return isModel(row) || row.localizer().equals(FROZEN);
  }

  /** The model, and the control if any row is of it. */
  static List<String> shownLocalizers(List<MetricRow> rows) {
    return rows.stream().allMatch(Metrics::isModel) ? List.of(MODEL) : List.of(MODEL, FROZEN);
  }

  static Palette colour(String localizer) {
    return localizer.equals(MODEL) ? Palette.BLUE : Palette.VERMILLION;
  }

  /** One metric of one localizer on one split, any iteration. */
  static List<MetricRow> rows(List<MetricRow> rows, String localizer, String split, String metric) {
    return pick(
        rows,
        List.of(metric),
        row -> row.localizer().equals(localizer) && row.split().equals(split));
  }

  /** The words of a legend for a split, such as "new scenes". */
  static String words(String name) {
    return name.replace('-', ' ');
  }

  /** The rows in the long form of metrics.csv. */
  static Table longForm(String name, List<MetricRow> rows) {
    IntColumn iteration = IntColumn.create("iteration");
    StringColumn split = StringColumn.create("split");
    StringColumn localizer = StringColumn.create("localizer");
    StringColumn metric = StringColumn.create("metric");
    DoubleColumn value = DoubleColumn.create("value");
    DoubleColumn low = DoubleColumn.create("low");
    DoubleColumn high = DoubleColumn.create("high");
    IntColumn n = IntColumn.create("n");
    for (MetricRow row : rows) {
      iteration.append(row.iteration());
      split.append(row.split());
      localizer.append(row.localizer());
      metric.append(row.metric());
      value.append(row.value());
      low.append(row.low());
      high.append(row.high());
      n.append(row.n());
    }
    return Table.create(name, iteration, split, localizer, metric, value, low, high, n);
  }
}
