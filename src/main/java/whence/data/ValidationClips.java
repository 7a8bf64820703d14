package whence.data;

import java.util.function.IntFunction;

/**
 * Clips by which a model may be chosen: held out of the training clips, so that no gradient has
 * seen them and no test is about them. There is no other way to come by one than {@link Holdout},
 * and what chooses takes this type and no other: a choice by test clips does not compile.
 */
public final class ValidationClips {

  private final ClipBank bank;
  private final int[] places;

  /**
   * Only for {@link Holdout}.
   *
   * @param training all training clips
   * @param places which of them
   */
  ValidationClips(ClipBank training, int[] places) {
    this.bank = training.subset(places);
    this.places = places.clone();
  }

  /** The clips as numbers, in the order of the training clips. */
  public ClipBank bank() {
    return bank;
  }

  /**
   * The truth of these clips.
   *
   * @param ofTraining the truth of every training clip by its index there
   * @return by the index here
   */
  public IntFunction<Annotation> annotations(IntFunction<Annotation> ofTraining) {
    return clip -> ofTraining.apply(places[clip]);
  }
}
