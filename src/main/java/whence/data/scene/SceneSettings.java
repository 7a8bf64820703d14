package whence.data.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import whence.WhenceException;
import whence.data.LaterFields;
import whence.data.Split;

/**
 * How scenes are composed.
 *
 * @param sidePixels H = W of a frame; in [32, 1024]
 * @param objectSide longer side of an object as a share of the frame's side; within [0.05, 1]
 * @param backgroundSide side of the square cut from a background as a share of the background's
 *     shorter side; within [0.1, 1]
 * @param trainSilent chance of 0, 1, 2... silent objects in a training scene; sums to 1
 * @param testSilent number of silent objects in every test scene; in [0, 4]
 * @param soundSeconds length of the sound, at {@value Recording#SAMPLE_RATE_HZ} Hz; in [0.1, 60]
 * @param recording how recordings are varied
 * @param cast which classes play, and how many of them sound
 */
public record SceneSettings(
    int sidePixels,
    Interval objectSide,
    Interval backgroundSide,
    List<Double> trainSilent,
    int testSilent,
    double soundSeconds,
    RecordingVariation recording,
    Cast cast) {

  /** The largest number of silent objects for which room is sought. */
  public static final int MOST_SILENT = 4;

  /** Checks the ranges. */
  public SceneSettings {
    trainSilent = List.copyOf(trainSilent);
    Interval.only(sidePixels).requireWithin(32, 1024, "sidePixels");
    objectSide.requireWithin(0.05, 1, "objectSide (a share)");
    backgroundSide.requireWithin(0.1, 1, "backgroundSide (a share)");
    Interval.only(testSilent).requireWithin(0, MOST_SILENT, "testSilent");
    Interval.only(soundSeconds).requireWithin(0.1, 60, "soundSeconds");
    double sum = trainSilent.stream().mapToDouble(p -> p >= 0 ? p : Double.NaN).sum();
    if (!(Math.abs(sum - 1) < 1e-9) || trainSilent.size() > MOST_SILENT + 1) {
      throw new WhenceException(
          "Cannot use the scene setting trainSilent",
          String.valueOf(trainSilent),
          "1 to " + (MOST_SILENT + 1) + " chances, each at least 0, that sum to 1",
          "the default is [0.25, 0.5, 0.25]: 0, 1 or 2 silent objects");
    }
  }

  /**
   * Frames of 224 pixels, objects of 0.3 to 0.55 of the side, 0 to 2 silent objects in training
   * (chances 0.25, 0.5, 0.25) and 1 in tests, 2 seconds of sound, recordings varied by {@link
   * RecordingVariation#defaults()}, all classes, one sounding object.
   */
  public static SceneSettings defaults() {
    return new SceneSettings(
        224,
        new Interval(0.3, 0.55),
        new Interval(0.6, 1),
        List.of(0.25, 0.5, 0.25),
        1,
        2.0,
        RecordingVariation.defaults(),
        Cast.defaults());
  }

  /** This with another {@code sidePixels}. */
  public SceneSettings withSidePixels(int value) {
    return new SceneSettings(
        value, objectSide, backgroundSide, trainSilent, testSilent, soundSeconds, recording, cast);
  }

  /** This with another {@code objectSide}. */
  public SceneSettings withObjectSide(Interval value) {
    return new SceneSettings(
        sidePixels, value, backgroundSide, trainSilent, testSilent, soundSeconds, recording, cast);
  }

  /** This with other numbers of silent objects. */
  public SceneSettings withSilent(List<Double> train, int test) {
    return new SceneSettings(
        sidePixels, objectSide, backgroundSide, train, test, soundSeconds, recording, cast);
  }

  /** This with another {@code soundSeconds}. */
  public SceneSettings withSoundSeconds(double value) {
    return new SceneSettings(
        sidePixels, objectSide, backgroundSide, trainSilent, testSilent, value, recording, cast);
  }

  /** This with another {@code recording}. */
  public SceneSettings withRecording(RecordingVariation value) {
    return new SceneSettings(
        sidePixels, objectSide, backgroundSide, trainSilent, testSilent, soundSeconds, value, cast);
  }

  /** This with another {@code cast}. */
  public SceneSettings withCast(Cast value) {
    return new SceneSettings(
        sidePixels,
        objectSide,
        backgroundSide,
        trainSilent,
        testSilent,
        soundSeconds,
        recording,
        value);
  }

  /** Fields that came after files of these settings had been written. */
  public static LaterFields laterFields() {
    return new LaterFields(Map.of("cast", new ObjectMapper().valueToTree(Cast.defaults())));
  }

  /** T x hop: the number of samples of a scene's sound. */
  int soundSamples() {
    return (int) Math.round(soundSeconds * Recording.SAMPLE_RATE_HZ);
  }

  /** How many clips in a row of a split share a frame. */
  int clipsPerFrame(Split split) {
    return split == Split.TRAIN ? 1 : cast.sounding();
  }

  /** How many classes the largest scene of {@code split} needs. */
  int classesNeeded(Split split) {
    return cast.sounding() + (split == Split.TRAIN ? trainSilent.size() - 1 : testSilent);
  }

  /** The number of silent objects of a scene, drawn with {@code share} uniform in [0, 1). */
  int silentCount(Split split, double share) {
    if (split != Split.TRAIN) {
      return testSilent;
    }
    double sum = 0;
    int last = 0;
    for (int count = 0; count < trainSilent.size(); count++) {
      sum += trainSilent.get(count);
      last = trainSilent.get(count) > 0 ? count : last;
      if (share < sum) {
        return count;
      }
    }
    return last;
  }
}
