package whence.data.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import whence.WhenceException;

/** The names of a scene folder's files; every file is written under another name and then moved. */
record SceneFiles(Path folder) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,199}");

  Path frame(String id) {
    return folder.resolve("frames").resolve(checked(id) + ".jpg");
  }

  Path audio(String id) {
    return folder.resolve("audio").resolve(checked(id) + ".wav");
  }

  Path mask(String id) {
    return folder.resolve("masks").resolve(checked(id) + ".png");
  }

  Path annotations() {
    return folder.resolve("annotations.json");
  }

  /** The files of one scene that are not there. */
  List<Path> missing(String id) {
    return List.of(frame(id), audio(id), mask(id)).stream()
        .filter(file -> !Files.isRegularFile(file))
        .toList();
  }

  void makeFolders() {
    try {
      for (String name : List.of("frames", "audio", "masks")) {
        Files.createDirectories(folder.resolve(name));
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new WhenceException(
          "Cannot use a scene's id as a file name",
          "\"" + id + "\"",
          "letters, digits, '_', '-' and '.', not starting with '.' or '-'",
          "correct the id in annotations.json, or compose the scenes again");
    }
    return id;
  }

  private static WhenceException cannotWrite(Path file, IOException cause) {
    return new WhenceException(
        "Cannot write " + file,
        String.valueOf(cause),
        "a folder that can be written, with room on its disk",
        "free space or choose another folder; the same command goes on where it stopped",
        cause);
  }
}
