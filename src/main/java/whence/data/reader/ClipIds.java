package whence.data.reader;

import whence.WhenceException;

/** What may be the id of a clip: anything that can be a file's name. */
public final class ClipIds {

  /** No file's name is longer on Linux; one in letters of several bytes ends earlier. */
  private static final int LONGEST = 255;

  private ClipIds() {}

  /**
   * Returns the id if it is one.
   *
   * @param id to check
   * @param source the file it stands in, for the message
   * @throws WhenceException if it is blank, too long, a dot or two, or holds a path separator or a
   *     control character
   */
  public static String require(String id, String source) {
    boolean separated = id.indexOf('/') >= 0 || id.indexOf('\\') >= 0;
    boolean control = id.chars().anyMatch(Character::isISOControl);
    if (id.isBlank()
        || id.length() > LONGEST
        || separated
        || control
        || id.equals(".")
        || id.equals("..")) {
      throw new WhenceException(
          "Cannot take an id of a clip from " + source,
          "'" + readable(id) + "'",
          "1 to "
              + LONGEST
              + " characters that can be a file's name, without path separators and control"
              + " characters",
          "use the names of the data set's clips alone, without folders");
    }
    return id;
  }

  /** The last part of a path in any system's writing, without its ending. */
  static String ofPath(String path, String source) {
    String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    int dot = name.lastIndexOf('.');
    return require(dot > 0 ? name.substring(0, dot) : name, source);
  }

  private static String readable(String id) {
    String shown = id.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > LONGEST ? shown.substring(0, LONGEST) + "..." : shown;
  }
}
