package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Split;
import whence.evaluate.Metric;

class MetricRowTest {
  private static MetricRow row(String metric, double value, double low, double high) {
    return new MetricRow(1, "new-scenes", "model", metric, value, low, high, 10);
  }

  private static void refuses(Runnable made, String... parts) {
    assertThatThrownBy(made::run)
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContainingAll("got:", "expected:", "cure:");
  }

  @Test
  void namesAreThoseOfTheOtherPackages() {
    assertThat(MetricRow.SPLITS)
        .containsExactly(Split.NEW_SCENES.label(), Split.NEW_OBJECTS.label());
    assertThat(MetricRow.METRICS)
        .containsExactlyInAnyOrderElementsOf(
            java.util.Arrays.stream(Metric.values()).map(Metric::label).toList());
  }

  @Test
  void refusesUnknownNames() {
    refuses(
        () -> new MetricRow(0, "train", "model", "auc", 0, 0, 0, 1), "split", "'train'", "one of");
    refuses(
        () -> new MetricRow(0, "new-scenes", "oracle", "auc", 0, 0, 0, 1), "localizer", "'oracle'");
    refuses(
        () -> new MetricRow(0, "new-scenes", "model", "ciou", 0, 0, 0, 1), "metric", "mean_ciou");
  }

  @Test
  void refusesWhatIsOutOfRange() {
    refuses(() -> row("auc", 67.8, 0, 1), "auc value", "67.8", "fractions, not per cent");
    refuses(() -> row("auc", -0.1, 0, 1), "[0, 1]");
    refuses(() -> row("sounding_correlation", -1.1, 0, 0), "[-1, 1]");
    refuses(() -> row("auc", 0.5, 0.6, 0.4), "interval of auc", "low 0.6, high 0.4");
    refuses(() -> row("auc", 0.5, Double.NaN, 0.4), "both NaN");
    refuses(() -> new MetricRow(-1, "new-scenes", "model", "auc", 0, 0, 0, 1), "iteration", "-1");
    refuses(() -> new MetricRow(0, "new-scenes", "model", "auc", 0, 0, 0, -2), " n ", "-2");
  }

  @Test
  void takesCosinesBelowZeroAndRoundedPastOne() {
    assertThat(row("nonsounding_correlation", -0.3, -0.4, -0.2).hasInterval()).isTrue();
    assertThat(row("sounding_correlation", 1.000001, 1, 1.000001).value()).isGreaterThan(1);
    assertThat(row("auc", Double.NaN, Double.NaN, Double.NaN).hasInterval()).isFalse();
  }
}
