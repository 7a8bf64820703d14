package whence.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.WhenceException;

/**
 * Which frames of a video become clips.
 *
 * @param rule how they are chosen
 * @param seconds what the rule says of it
 */
public record FrameChoice(Rule rule, double seconds) {

  /** How frames are chosen. */
  public enum Rule {
    /** The one shown at half the length of the pictures; {@code seconds} is 0. */
    MIDDLE,
    /** The one shown {@code seconds} after the start. */
    AT,
    /**
     * One in every stretch of {@code seconds}, shown at the middle of the stretch; a last stretch
     * that is not whole is left out.
     */
    EVERY
  }

  /** Checks the seconds. */
  public FrameChoice {
    boolean fits = rule == Rule.MIDDLE ? seconds == 0 : seconds >= (rule == Rule.AT ? 0 : 0.1);
    if (!fits || !(seconds <= 1e5)) {
      throw new WhenceException(
          "Cannot choose frames",
          "the rule " + rule + " with " + seconds + " s",
          "MIDDLE with 0 s, AT with 0 s or more, EVERY with 0.1 s or more",
          "start from one of the presets");
    }
  }

  /** The middle frame. */
  public static FrameChoice middle() {
    return new FrameChoice(Rule.MIDDLE, 0);
  }

  /** The frame of a number, from 0, at a number of frames a second, whatever the video has. */
  public static FrameChoice frame(int number, double framesPerSecond) {
    return new FrameChoice(Rule.AT, number / framesPerSecond);
  }

  /** One frame in every stretch of so many seconds. */
  public static FrameChoice every(double seconds) {
    return new FrameChoice(Rule.EVERY, seconds);
  }

  /**
   * The clips of a video.
   *
   * @param id of the video
   * @param length of its pictures, seconds
   * @return at least one for {@link Rule#MIDDLE} and {@link Rule#AT}; of {@link Rule#EVERY} each is
   *     called {@code ID_SSSSSS} by the whole second its stretch begins at
   */
  List<Moment> moments(String id, double length) {
    return switch (rule) {
      case MIDDLE -> List.of(new Moment(id, length / 2));
      case AT -> List.of(new Moment(id, seconds));
      case EVERY -> stretches(id, length);
    };
  }

  private List<Moment> stretches(String id, double length) {
    List<Moment> moments = new ArrayList<>();
    for (int k = 0; (k + 1) * seconds <= length + 1e-6; k++) {
      String name = String.format(Locale.ROOT, "%s_%06d", id, Math.round(k * seconds));
      moments.add(new Moment(name, (k + 0.5) * seconds));
    }
    return moments;
  }

  /**
   * One clip of a video.
   *
   * @param id of the clip
   * @param seconds when its frame is shown
   */
  record Moment(String id, double seconds) {}
}
