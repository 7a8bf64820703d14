package whence.experiment;

import whence.WhenceException;
import whence.data.Split;

/**
 * How many scenes are composed for each split.
 *
 * @param train at least 2
 * @param newScenes at least 2
 * @param newObjects at least 2
 */
public record SceneCounts(int train, int newScenes, int newObjects) {

  /** Checks ranges. */
  public SceneCounts {
    if (Math.min(train, Math.min(newScenes, newObjects)) < 2) {
      throw new WhenceException(
          "Cannot run an experiment",
          train + ", " + newScenes + " and " + newObjects + " scenes",
          "at least 2 scenes in every split",
          "start from ExperimentSettings.full() or quick()");
    }
  }

  /** Scenes of a split. */
  public int of(Split split) {
    return switch (split) {
      case TRAIN -> train;
      case NEW_SCENES -> newScenes;
      case NEW_OBJECTS -> newObjects;
      case RESEARCH -> throw split.hasNoScenes();
    };
  }
}
