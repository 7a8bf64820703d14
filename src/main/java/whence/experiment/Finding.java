package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One thing a run was made to show, with what it showed.
 *
 * @param claim what is expected, in words
 * @param shown what the metrics say
 * @param outcome whether that is so
 */
public record Finding(String claim, String shown, Outcome outcome) {

  /** Whether a claim holds. */
  public enum Outcome {
    /** The metrics agree. */
    HOLDS,
    /** The metrics disagree. */
    DOES_NOT_HOLD
  }

  private static final String NEW = "new-scenes";
  private static final String OBJECTS = "new-objects";
  private static final List<String> TRIVIAL =
      List.of("whole-image", "centre-disc", "random", "saliency");

  /**
   * What the main job is to show, from a complete run's metrics. The thresholds are those of the
   * full run; a quick one is too short to reach them.
   */
  public static List<Finding> of(RunResult run) {
    int last = run.lastIteration();
    double adaptive = value(run, last, NEW, "model", "success_adaptive");
    double first = value(run, 0, NEW, "model", "success_adaptive");
    double frozen = value(run, last, NEW, "frozen-labels", "success_adaptive");
    List<Finding> all = new ArrayList<>();
    all.add(atLeast("new scenes: size-adaptive success >= 60 %", adaptive, 0.60));
    all.add(
        atLeast(
            "new scenes: fixed-0.5 success >= 40 %",
            value(run, last, NEW, "model", "success_fixed"), 0.40));
    all.add(
        atLeast("new scenes: pointing >= 85 %", value(run, last, NEW, "model", "pointing"), 0.85));
    double wrong = value(run, last, NEW, "model", "wrong_object");
    all.add(finding("new scenes: wrong object <= 3 %", percent(wrong), wrong <= 0.03));
    all.add(atLeast("at least 40 points above iteration 0", adaptive - first, 0.40));
    all.add(atLeast("at least 15 points above the frozen labels", adaptive - frozen, 0.15));
    all.add(beatsTrivial(run, last));
    all.add(falls(run, OBJECTS, "wrong_object"));
    all.add(falls(run, NEW, "nonsounding_correlation"));
    return List.copyOf(all);
  }

  /** One line, such as {@code holds: new scenes: pointing >= 85 % (91.2 %)}. */
  public String toText() {
    return (outcome == Outcome.HOLDS ? "holds:         " : "does not hold: ")
        + claim
        + " ("
        + shown
        + ")";
  }

  private static Finding beatsTrivial(RunResult run, int last) {
    double model = value(run, last, OBJECTS, "model", "pointing");
    double best = 0;
    for (String localizer : TRIVIAL) {
      best = Math.max(best, value(run, last, OBJECTS, localizer, "pointing"));
    }
    return finding(
        "new objects: pointing better than every trivial localizer",
        percent(model) + " against at most " + percent(best),
        model > best);
  }

  private static Finding falls(RunResult run, String split, String metric) {
    List<Double> values =
        IntStream.rangeClosed(0, run.lastIteration())
            .mapToObj(t -> value(run, t, split, "model", metric))
            .filter(value -> !value.isNaN())
            .toList();
    String shown =
        values.stream()
            .map(value -> String.format(Locale.ROOT, "%.3f", value))
            .collect(Collectors.joining(", "));
    boolean falls = values.size() > 1 && values.get(values.size() - 1) < values.get(0);
    return finding(
        split + ": " + metric + " falls from the first to the last iteration", shown, falls);
  }

  private static Finding atLeast(String claim, double value, double threshold) {
    return finding(claim, percent(value), value >= threshold);
  }

  private static Finding finding(String claim, String shown, boolean holds) {
    return new Finding(claim, shown, holds ? Outcome.HOLDS : Outcome.DOES_NOT_HOLD);
  }

  private static double value(
      RunResult run, int iteration, String split, String localizer, String metric) {
    return run.row(iteration, split, localizer, metric).map(MetricRow::value).orElse(Double.NaN);
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }
}
