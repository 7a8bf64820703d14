package whence.train;

/**
 * Random changes of clips while training; labels and evaluation see them unchanged.
 *
 * @param sound changes of the spectrograms
 * @param features changes of the trunk features
 */
public record Augmentation(SpectrogramAugmentation sound, FeatureAugmentation features) {

  /** The defaults of both. */
  public static Augmentation defaults() {
    return new Augmentation(SpectrogramAugmentation.defaults(), FeatureAugmentation.defaults());
  }

  /** Leaves clips as they are. */
  public static Augmentation none() {
    return new Augmentation(SpectrogramAugmentation.none(), FeatureAugmentation.none());
  }

  /** The same with other changes of the spectrograms. */
  public Augmentation withSound(SpectrogramAugmentation other) {
    return new Augmentation(other, features);
  }

  /** The same with other changes of the features. */
  public Augmentation withFeatures(FeatureAugmentation other) {
    return new Augmentation(sound, other);
  }
}
