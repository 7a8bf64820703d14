package whence.localize;

import whence.WhenceException;

/**
 * How a sound is followed through a video.
 *
 * @param stepSeconds from one map to the next, 0.02 to 10
 * @param smoothingSeconds standard deviation of the Gaussian that maps are averaged by in time; 0
 *     for none, at most 10
 * @param controlQuantile share of control sounds that a peak has to exceed, 0.5 to 1
 * @param silenceDb sound of less power, dB full scale, counts as silence; at most 0
 */
public record SlidingSettings(
    double stepSeconds, double smoothingSeconds, double controlQuantile, double silenceDb) {

  /** Checks ranges. */
  public SlidingSettings {
    boolean fits = stepSeconds >= 0.02 && stepSeconds <= 10;
    fits &= smoothingSeconds >= 0 && smoothingSeconds <= 10;
    fits &= controlQuantile >= 0.5 && controlQuantile <= 1 && silenceDb <= 0;
    if (!fits) {
      throw new WhenceException(
          "Cannot follow a sound through a video",
          "steps of %s s, smoothing of %s s, quantile %s, silence below %s dB"
              .formatted(stepSeconds, smoothingSeconds, controlQuantile, silenceDb),
          "0.02 to 10 s, 0 to 10 s, 0.5 to 1, at most 0 dB",
          "start from SlidingSettings.defaults()");
    }
  }

  /** A map every 0.2 s, smoothed by 0.3 s; 95 % of control sounds; silence below -60 dB. */
  public static SlidingSettings defaults() {
    return new SlidingSettings(0.2, 0.3, 0.95, -60);
  }

  /** The same with other steps. */
  public SlidingSettings withStepSeconds(double seconds) {
    return new SlidingSettings(seconds, smoothingSeconds, controlQuantile, silenceDb);
  }

  /** The same smoothed more or less. */
  public SlidingSettings withSmoothingSeconds(double seconds) {
    return new SlidingSettings(stepSeconds, seconds, controlQuantile, silenceDb);
  }

  /** The same with another control. */
  public SlidingSettings withControlQuantile(double quantile) {
    return new SlidingSettings(stepSeconds, smoothingSeconds, quantile, silenceDb);
  }
}
