package whence.notebook;

import java.nio.file.Path;
import java.util.Locale;
import whence.WhenceException;
import whence.media.Mp4;
import whence.media.Video;
import whence.media.VideoExcerpt;
import whence.media.VideoReader;

/** Videos inside a page. */
final class VideoHtml {
  /** A page with all its outputs must stay below 1 MB. */
  private static final int MOST_BYTES = 600_000;

  private static final double FIRST_SECONDS = 10;

  private VideoHtml() {}

  static CellOutput of(Video video) {
    return of(video, "");
  }

  /** The first ten seconds of a file, and how to see others where there are more. */
  static CellOutput ofStart(Path file) {
    double length;
    try (VideoReader reader = VideoReader.open(file)) {
      length = reader.durationSeconds();
    }
    Video video = VideoExcerpt.read(file, 0, FIRST_SECONDS);
    if (length <= FIRST_SECONDS + 1) {
      return of(video);
    }
    return of(
        video,
        String.format(
            Locale.ROOT,
            "The first %.0f s of %.0f s. Another part: Show.video(file, 30.0, 10.0) shows 10 s from"
                + " 0:30 on.",
            FIRST_SECONDS,
            length));
  }

  static CellOutput of(Video video, String caption) {
    byte[] mp4 = Mp4.video(video);
    String text =
        String.format(
            Locale.ROOT,
            "video of %.1f s, %d x %d pixels%s",
            video.durationSeconds(),
            video.width(),
            video.height(),
            video.sound() == null ? "" : ", with sound");
    if (mp4.length > MOST_BYTES) {
      throw new WhenceException(
          "Cannot show a " + text,
          mp4.length + " bytes of MP4",
          "at most " + MOST_BYTES + " bytes inside a page",
          "show fewer seconds, or scale its frames down");
    }
    String html =
        "<figure style=\"margin:0\"><video controls loop style=\"max-width:100%\" width=\""
            + Math.max(240, video.width())
            + "\" src=\"data:video/mp4;base64,"
            + CellOutput.base64(mp4)
            + "\"></video>"
            + (caption.isEmpty() ? "" : Html.line(caption))
            + "</figure>";
    return CellOutput.html(html, caption.isEmpty() ? text : text + ". " + caption);
  }
}
