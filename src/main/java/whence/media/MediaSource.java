package whence.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bytes of one media file with the name to use in messages, wherever they came from: a plain
 * file or the inside of an archive.
 *
 * @param name the path a user would recognise, such as {@code qabcs-data:usr/share/.../owl.ogg}
 * @param bytes the whole file; not copied
 */
public record MediaSource(String name, byte[] bytes) {

  /**
   * Reads a file whole.
   *
   * @throws MediaException if it cannot be read
   */
  public static MediaSource of(Path file) {
    try {
      return new MediaSource(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new MediaException(
          "Cannot read " + file, String.valueOf(e), "a readable file", "check the path", e);
    }
  }
}
