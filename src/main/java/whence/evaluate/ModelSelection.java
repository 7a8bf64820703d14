package whence.evaluate;

import java.util.List;
import whence.WhenceException;

/**
 * Chooses among models by their scores on validation clips. Scores of a test split are of another
 * type: passing them here does not compile.
 */
public final class ModelSelection {

  private ModelSelection() {}

  /**
   * A model that may be chosen.
   *
   * @param model such as the number of an iteration, or a path
   * @param score how it did on the validation clips
   * @param <M> whatever stands for a model
   */
  public record Candidate<M>(M model, ValidationScore score) {}

  /**
   * The candidate with the highest score; of equal ones the first.
   *
   * @param candidates at least one, all scored by one metric on the same clips
   * @throws WhenceException if there is none, or their scores cannot be compared
   */
  public static <M> Candidate<M> best(List<Candidate<M>> candidates) {
    if (candidates.isEmpty()) {
      throw refusal("no candidate");
    }
    Candidate<M> best = candidates.get(0);
    for (Candidate<M> candidate : candidates) {
      if (!candidate.score().comparableWith(best.score())) {
        throw refusal(candidate.model() + " and " + best.model() + " scored in different ways");
      }
      best = candidate.score().value() > best.score().value() ? candidate : best;
    }
    return best;
  }

  private static WhenceException refusal(String got) {
    return new WhenceException(
        "Cannot choose a model",
        got,
        "at least one candidate, all scored by one metric on the same validation clips",
        "score every candidate with the same ValidationClips and metric");
  }
}
