package whence.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is asked of every media file before FFmpeg sees it. */
final class MediaFiles {
  private MediaFiles() {}

  /**
   * Refuses what is no file or holds nothing.
   *
   * @throws MediaException naming it
   */
  static void requireContents(Path file) {
    boolean empty;
    try {
      empty = Files.size(file) == 0;
    } catch (IOException e) {
      throw new MediaException(
          "Cannot read " + file, String.valueOf(e), "a readable file", "check the path", e);
    }
    if (empty || !Files.isRegularFile(file)) {
      throw new MediaException(
          "Cannot open the media file " + file,
          empty ? "an empty file" : "not a file",
          "a video or sound file",
          "check the path, or fetch it again");
    }
  }
}
