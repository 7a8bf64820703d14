package whence.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.WhenceException;
import whence.data.Split;

/**
 * Scores a localizer over the clips of a split. Maps are looked at one after the other; only the
 * scores are kept.
 */
public final class Evaluator {

  private final Bootstrap bootstrap;

  /** Makes an evaluator with the intervals of {@code bootstrap}. */
  public Evaluator(Bootstrap bootstrap) {
    this.bootstrap = bootstrap;
  }

  /**
   * Scores every clip.
   *
   * @param maps the localizer's maps, each clip once
   * @param split which clips these are
   * @param listed number of clips the split's list names, at least as many as there are maps
   * @throws WhenceException if there is no clip, a clip comes twice, there are more clips than
   *     listed, or a map is not finite
   */
  public EvaluationReport evaluate(ClipMaps maps, Split split, int listed) {
    ClipScorer scorer = new ClipScorer(maps.unit());
    List<ClipScore> scores = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ClipMap clip : maps) {
      String id = clip.annotation().id();
      if (!seen.add(id)) {
        throw new WhenceException(
            "Cannot evaluate " + maps.localizer() + " over " + split.label(),
            "clip " + id + " a second time",
            "each clip once",
            "remove the repeated line from the split's list");
      }
      scores.add(scorer.score(clip.map(), clip.annotation()));
    }
    return EvaluationReport.of(maps.localizer(), split, listed, scores, bootstrap);
  }
}
