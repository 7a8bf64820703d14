package whence.data.reader;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import whence.WhenceException;

/**
 * Ids of clips in the order of a file, as the field's codes list their test and training clips: one
 * a line, or the first column of a table. Every command that takes such a list reads it so.
 *
 * <ul>
 *   <li>What follows the first comma, semicolon or tab of a line is left out, and so is an ending
 *       such as {@code .mp4}, {@code .jpg}, {@code .wav} or {@code .npy}.
 *   <li>Blank lines and lines that start with {@code #} are passed over.
 *   <li>An id that stands twice counts once; {@link #repeated} says how many do.
 *   <li>An id with a path separator is refused: it could lead out of the folder.
 * </ul>
 *
 * @param name where the list was read from
 * @param ids each once
 * @param repeated how many lines repeat an id
 */
public record IdList(String name, List<String> ids, int repeated) {
  private static final String ENDING = "\\.(mp4|mkv|webm|avi|mov|jpg|jpeg|png|wav|xml|npy)$";

  /** Copies the list. */
  public IdList {
    ids = List.copyOf(ids);
  }

  /** A list made in code. */
  public static IdList of(String name, List<String> ids) {
    Set<String> unique = new LinkedHashSet<>();
    ids.forEach(id -> unique.add(ClipIds.require(id, name)));
    return new IdList(name, List.copyOf(unique), ids.size() - unique.size());
  }

  /**
   * Reads a list.
   *
   * @throws WhenceException if the file cannot be read, holds no id, or one that can be no file's
   *     name
   */
  public static IdList read(Path file) {
    List<String> ids = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        ids.add(ClipIds.require(id(text), file + ", line " + number));
      }
    }
    if (ids.isEmpty()) {
      throw new WhenceException(
          "Cannot read the list " + file,
          "no id",
          "one id a line",
          "check the path; a list of a data set comes with its code");
    }
    return of(file.toString(), ids);
  }

  private static String id(String line) {
    String first = line.split("[,;\t]", 2)[0].strip();
    return first.replaceAll("^\"|\"$", "").replaceAll(ENDING, "");
  }

  /** What is odd about the list, for people. */
  public List<String> notes() {
    return repeated == 0
        ? List.of()
        : List.of(
            (repeated == 1
                    ? "1 line of " + name + " repeats"
                    : repeated + " lines of " + name + " repeat")
                + " an id; each counts once");
  }

  /** The lines of a text file in UTF-8. */
  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (CharacterCodingException e) {
      throw new WhenceException(
          "Cannot read the list " + file,
          "no text in UTF-8",
          "a text file in UTF-8, one id a line",
          "check the path, or save the list as UTF-8",
          e);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the list " + file,
          e.toString(),
          "a text file in UTF-8, one id a line",
          "check the path and its permissions",
          e);
    }
  }
}
