package whence.data.reader;

import java.util.Optional;

/**
 * One clip of a list.
 *
 * @param id of the clip
 * @param frame name of its frame's file, without folder and ending
 * @param sound name of its sound's file, without folder and ending
 * @param soundClass what sounds, where the list says so
 * @param centreSeconds where in the stored sound the frame is shown; NaN to ask the manifest, or to
 *     take the middle where there is none
 */
record ClipEntry(
    String id, String frame, String sound, Optional<String> soundClass, double centreSeconds) {

  /** A clip whose frame and sound are called by its id. */
  static ClipEntry of(String id, Optional<String> soundClass) {
    return new ClipEntry(id, id, id, soundClass, Double.NaN);
  }
}
