package whence.evaluate.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import whence.WhenceException;

/**
 * A folder with one {@code .npy} file a clip, named by its id, read in the order of the names.
 * Other files are passed over.
 *
 * @param folder where they are
 * @param files the maps, sorted
 */
record NpyMaps(Path folder, List<Path> files) implements MapSource {

  private static final String ENDING = ".npy";

  static NpyMaps of(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the folder " + folder,
          e.toString(),
          "a folder that can be read",
          "check the path and its permissions",
          e);
    }
    if (files.isEmpty()) {
      throw new WhenceException(
          "Cannot read heat maps from " + folder,
          "no " + ENDING + " file",
          "one " + ENDING + " file a clip, named by its id",
          "name the folder that holds the files themselves");
    }
    return new NpyMaps(folder, files);
  }

  @Override
  public String name() {
    return folder.toAbsolutePath().normalize().getFileName() + "/";
  }

  @Override
  public void forEach(Consumer<NamedMap> take) {
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      String id = name.substring(0, name.length() - ENDING.length());
      take.accept(NamedMap.checked(id, NpyFile.read(file), file.toString()));
    }
  }
}
