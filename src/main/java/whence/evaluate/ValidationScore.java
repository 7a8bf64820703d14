package whence.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.ValidationClips;
import whence.localize.Localizer;

/**
 * How well a localizer does on validation clips, by one metric of {@link Protocol#WHENCE}. Only
 * {@link ValidationClips} give one: there is no way from a test split, or from an {@link
 * EvaluationReport} over one, to this type.
 */
public final class ValidationScore {

  private final Metric metric;
  private final List<String> clips;
  private final double value;

  private ValidationScore(Metric metric, List<String> clips, double value) {
    this.metric = metric;
    this.clips = List.copyOf(clips);
    this.value = value;
  }

  /**
   * Scores a localizer.
   *
   * @param localizer draws the maps
   * @param unit what its numbers mean
   * @param clips held out of training
   * @param truth of the validation clips, by their index
   * @param metric by which to choose; the larger the better
   * @throws WhenceException if no clip has the metric, or a lower value of it is better
   */
  public static ValidationScore of(
      Localizer localizer,
      MapUnit unit,
      ValidationClips clips,
      IntFunction<Annotation> truth,
      Metric metric) {
    List<ClipScore> scores = new ArrayList<>();
    ClipScorer scorer = new ClipScorer(unit);
    for (ClipMap clip : LocalizerMaps.of(localizer, unit, clips.bank(), truth)) {
      scores.add(scorer.score(clip.map(), clip.annotation()));
    }
    double[] values = metric.of(scores);
    boolean smallerIsBetter =
        metric == Metric.WRONG_OBJECT || metric == Metric.NONSOUNDING_CORRELATION;
    if (values.length == 0 || smallerIsBetter) {
      throw new WhenceException(
          "Cannot choose a model by " + metric.label(),
          smallerIsBetter ? "a number that is better when lower" : "no clip that has it",
          "a number that is better when higher, and that clips have",
          "choose by " + Metric.SUCCESS_ADAPTIVE.label() + " or " + Metric.MEAN_CIOU.label());
    }
    OptionalDouble mean = Arrays.stream(values).average();
    return new ValidationScore(metric, clips.bank().ids(), mean.orElseThrow());
  }

  /** By what it was measured. */
  public Metric metric() {
    return metric;
  }

  /** The mean over the validation clips. */
  public double value() {
    return value;
  }

  /** Number of validation clips. */
  public int n() {
    return clips.size();
  }

  /** Whether two scores are by one metric on the same clips. */
  boolean comparableWith(ValidationScore other) {
    return metric == other.metric && clips.equals(other.clips);
  }
}
