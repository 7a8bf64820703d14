package whence.data.reader;

import java.util.Optional;

/**
 * One clip of a list.
 *
 * @param id of the clip
 * @param listed what stands for it in the list: its id, or the video it is a second of
 * @param frame name of its frame's file, without folder and ending
 * @param sound name of its sound's file, without folder and ending
 * @param soundClass what sounds, where the list says so
 * @param centreSeconds where in the stored sound the frame is shown; NaN to ask the manifest, or to
 *     take the middle where there is none
 */
record ClipEntry(
    String id,
    String listed,
    String frame,
    String sound,
    Optional<String> soundClass,
    double centreSeconds) {

  /** A clip whose frame and sound are called by its id. */
  static ClipEntry of(String id, Optional<String> soundClass) {
    return ofVideo(id, id, soundClass);
  }

  /** A clip whose frame and sound are called by its id, of a video that is listed. */
  static ClipEntry ofVideo(String id, String video, Optional<String> soundClass) {
    return new ClipEntry(id, video, id, id, soundClass, Double.NaN);
  }
}
