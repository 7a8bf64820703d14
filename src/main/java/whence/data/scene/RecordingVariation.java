package whence.data.scene;

import java.util.List;
import whence.WhenceException;

/**
 * How much a recording is changed each time it is heard, so that a network cannot learn recordings
 * by heart. Every scene draws each value uniformly.
 *
 * @param speed factor of playing speed, pitch and tempo together; within [0.25, 4]
 * @param tilt coefficient k of the filter y[t] = x[t] + k x[t-1]: above 0 dulls, below 0 brightens;
 *     within [-0.9, 0.9]
 * @param roomShare share of scenes with a room response, in [0, 1]
 * @param roomMillis length of the room response in milliseconds; within [1, 1000]
 * @param noiseColours pole p of the noise n[t] = white[t] + p n[t-1], one of these with equal
 *     chance: 0 is white, near 1 is brown; each in [0, 1)
 * @param noiseBelowDb how far the noise's power lies under the sound's, in dB; within [0, 120]
 * @param gainDb peak level in dB relative to full scale; within [-60, 0]
 */
public record RecordingVariation(
    Interval speed,
    Interval tilt,
    double roomShare,
    Interval roomMillis,
    List<Double> noiseColours,
    Interval noiseBelowDb,
    Interval gainDb) {

  /** Checks the ranges. */
  public RecordingVariation {
    noiseColours = List.copyOf(noiseColours);
    speed.requireWithin(0.25, 4, "speed (a factor)");
    tilt.requireWithin(-0.9, 0.9, "tilt (a filter coefficient)");
    roomMillis.requireWithin(1, 1000, "roomMillis");
    noiseBelowDb.requireWithin(0, 120, "noiseBelowDb");
    gainDb.requireWithin(-60, 0, "gainDb");
    Interval.only(roomShare).requireWithin(0, 1, "roomShare");
    if (noiseColours.isEmpty() || noiseColours.stream().anyMatch(p -> !(p >= 0 && p < 1))) {
      throw new WhenceException(
          "Cannot use the scene setting noiseColours",
          String.valueOf(noiseColours),
          "at least one pole, each in [0, 1)",
          "use 0 for white noise, 0.97 for nearly brown");
    }
  }

  /**
   * Speed 0.92 to 1.09, tilt -0.25 to 0.25, a room of 20 to 150 ms in 30 % of scenes, noise of
   * poles 0, 0.5, 0.9 or 0.97 at 15 to 40 dB below the sound, gain -12 to 0 dB.
   */
  public static RecordingVariation defaults() {
    return new RecordingVariation(
        new Interval(0.92, 1.09),
        new Interval(-0.25, 0.25),
        0.3,
        new Interval(20, 150),
        List.of(0.0, 0.5, 0.9, 0.97),
        new Interval(15, 40),
        new Interval(-12, 0));
  }

  /** This with another {@code speed}. */
  public RecordingVariation withSpeed(Interval value) {
    return new RecordingVariation(
        value, tilt, roomShare, roomMillis, noiseColours, noiseBelowDb, gainDb);
  }

  /** This with another {@code tilt}. */
  public RecordingVariation withTilt(Interval value) {
    return new RecordingVariation(
        speed, value, roomShare, roomMillis, noiseColours, noiseBelowDb, gainDb);
  }

  /** This with a room of {@code millis} in {@code share} of the scenes. */
  public RecordingVariation withRoom(double share, Interval millis) {
    return new RecordingVariation(speed, tilt, share, millis, noiseColours, noiseBelowDb, gainDb);
  }

  /** This with other noise: poles as in {@code noiseColours}, level as in {@code noiseBelowDb}. */
  public RecordingVariation withNoise(List<Double> colours, Interval belowDb) {
    return new RecordingVariation(speed, tilt, roomShare, roomMillis, colours, belowDb, gainDb);
  }

  /** This with another {@code gainDb}. */
  public RecordingVariation withGainDb(Interval value) {
    return new RecordingVariation(
        speed, tilt, roomShare, roomMillis, noiseColours, noiseBelowDb, value);
  }
}
