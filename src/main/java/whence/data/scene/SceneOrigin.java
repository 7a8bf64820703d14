package whence.data.scene;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import whence.data.LaterFields;

/**
 * Every draw that makes one scene; with the library and the settings it fixes each byte.
 *
 * @param background the photograph and what was cut from it
 * @param objects the sounding object first, then others that sound, then the silent ones
 * @param sound the recording of the first and how it was varied
 * @param mixedIn the same of the others that sound
 */
public record SceneOrigin(
    Backdrop background, List<Placed> objects, HeardSound sound, List<HeardSound> mixedIn) {

  /** Fields that came after files of origins had been written. */
  static final LaterFields LATER =
      new LaterFields(Map.of("mixedIn", JsonNodeFactory.instance.arrayNode()));

  /** Copies the lists. */
  public SceneOrigin {
    objects = List.copyOf(objects);
    mixedIn = List.copyOf(mixedIn);
  }

  /** Whether a picture was mirrored left to right. */
  public enum Facing {
    /** As it came. */
    AS_IT_CAME,
    /** Mirrored. */
    MIRRORED
  }

  /**
   * A square cut from a background and scaled to the frame.
   *
   * @param reference the background
   * @param x left edge in pixels of the background
   * @param y top edge in pixels of the background
   * @param side side of the square in pixels of the background
   * @param facing whether it was mirrored
   */
  public record Backdrop(String reference, int x, int y, int side, Facing facing) {}

  /**
   * A cut-out pasted into the frame.
   *
   * @param className its class
   * @param reference the cut-out
   * @param box where it was pasted, in pixels of the frame
   * @param facing whether it was mirrored
   */
  public record Placed(String className, String reference, Box box, Facing facing) {}

  /**
   * A rectangle in pixels of the frame.
   *
   * @param x left edge
   * @param y top edge
   * @param width at least 1
   * @param height at least 1
   */
  public record Box(int x, int y, int width, int height) {

    /** Whether the two share a pixel; rectangles that touch do not. */
    public boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  /**
   * A recording and how it was varied; see {@link RecordingVariation}.
   *
   * @param reference the recording
   * @param startSample where it starts, in samples after the change of speed
   * @param speed factor of playing speed
   * @param tilt filter coefficient
   * @param roomSamples length of the room response; 0 for none
   * @param noiseColour pole of the noise
   * @param noiseBelowDb power of the noise under the sound's
   * @param gainDb peak level before the noise
   * @param noiseSeed start of the generator of room and noise
   */
  public record HeardSound(
      String reference,
      int startSample,
      double speed,
      double tilt,
      int roomSamples,
      double noiseColour,
      double noiseBelowDb,
      double gainDb,
      long noiseSeed) {

    /** The same at another level. */
    HeardSound withGainDb(double value) {
      return new HeardSound(
          reference,
          startSample,
          speed,
          tilt,
          roomSamples,
          noiseColour,
          noiseBelowDb,
          value,
          noiseSeed);
    }
  }
}
