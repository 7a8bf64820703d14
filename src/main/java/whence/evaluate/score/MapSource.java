package whence.evaluate.score;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import whence.WhenceException;

/** Heat maps in files, read one after the other. */
public interface MapSource {

  /** What stands in tables: the name of the file, or of the folder with a slash. */
  String name();

  /**
   * Hands over every map, in the order of the file, and keeps none.
   *
   * @param take called once a map
   * @throws WhenceException if the files cannot be read, or an id or a value cannot be taken
   */
  void forEach(Consumer<NamedMap> take);

  /**
   * Opens a JSON file or a folder of {@code .npy} files.
   *
   * @throws WhenceException if there is neither
   */
  static MapSource open(Path path) {
    if (Files.isDirectory(path)) {
      return NpyMaps.of(path);
    }
    if (Files.isRegularFile(path)) {
      return new JsonMaps(path);
    }
    throw new WhenceException(
        "Cannot read heat maps from " + path,
        Files.exists(path) ? "neither a file nor a folder" : "nothing there",
        "a JSON file {\"maps\":[{\"id\",\"height\",\"width\",\"values\"}]}, or a folder of .npy"
            + " files",
        "check the path");
  }
}
