package whence.evaluate.score;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whence.WhenceException;
import whence.data.reader.ClipIds;

/**
 * Which clips a test is about: a text file with one id a line, as the field's test lists are. Of a
 * line with commas the first part counts; endings such as {@code .jpg} are taken off; empty lines
 * are passed over.
 */
public final class ClipList {

  private static final String ENDINGS = "\\.(jpg|jpeg|png|wav|mp4|xml|npy)$";

  private ClipList() {}

  /**
   * Reads a list.
   *
   * @return ids in the order of the file
   * @throws WhenceException if it cannot be read, names no clip, or a clip twice
   */
  public static List<String> read(Path file) {
    Set<String> ids = new LinkedHashSet<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String id = line.split(",", 2)[0].strip().replaceFirst(ENDINGS, "");
      if (!id.isEmpty() && !ids.add(ClipIds.require(id, file + ", line " + number))) {
        throw refusal(file, id + " a second time, in line " + number);
      }
    }
    if (ids.isEmpty()) {
      throw refusal(file, "no id");
    }
    return List.copyOf(ids);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new WhenceException(
          "Cannot read the list " + file, "no text in UTF-8", "text", "check the path", e);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the list " + file, e.toString(), "a readable file", "check the path", e);
    }
  }

  private static WhenceException refusal(Path file, String got) {
    return new WhenceException(
        "Cannot read the list " + file,
        got,
        "at least one id, one a line, each once",
        "correct the list; what it leaves out is not scored");
  }
}
