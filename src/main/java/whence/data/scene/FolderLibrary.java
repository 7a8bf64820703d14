package whence.data.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import whence.WhenceException;
import whence.media.MediaSource;

/** Reads a user's own media folder. */
final class FolderLibrary {
  private static final String BACKGROUNDS = "backgrounds";
  private static final Set<String> SOUNDS = Set.of("wav", "ogg", "mp3");
  private static final Set<String> PHOTOGRAPHS = Set.of("jpg", "jpeg");

  private final Path root;
  private final LibraryBuilder builder = new LibraryBuilder();

  private FolderLibrary(Path root) {
    this.root = root;
  }

  static MediaLibrary read(Path root) {
    return new FolderLibrary(root).read();
  }

  private MediaLibrary read() {
    List<Path> folders = list(root).stream().filter(Files::isDirectory).toList();
    List<Path> classes = folders.stream().filter(f -> !name(f).equals(BACKGROUNDS)).toList();
    if (classes.isEmpty()) {
      throw new WhenceException(
          "Cannot read media from " + root,
          "no class folders",
          "CLASS/*.png with alpha, CLASS/*.{wav,ogg,mp3} and backgrounds/*.jpg",
          "make one folder a class, named after what is seen and heard");
    }
    Path photographs = root.resolve(BACKGROUNDS);
    if (!folders.contains(photographs) || ofKind(photographs, PHOTOGRAPHS).isEmpty()) {
      throw new WhenceException(
          "Cannot read media from " + root,
          "no backgrounds",
          "at least one photograph " + BACKGROUNDS + "/*.jpg",
          "add photographs without people or objects that make the sounds");
    }
    ofKind(photographs, PHOTOGRAPHS).forEach(file -> builder.background(source(file)));
    classes.forEach(this::readClass);
    return builder.build(List.of("the user's own media: " + name(root)));
  }

  private void readClass(Path folder) {
    List<CutOut> cutOuts = new ArrayList<>();
    List<Recording> recordings = new ArrayList<>();
    for (Path file : list(folder)) {
      if (extension(file).equals("png")) {
        cutOuts.addAll(builder.cutOut(source(file)));
      } else if (SOUNDS.contains(extension(file))) {
        recordings.addAll(builder.recording(source(file)));
      } else {
        builder.leaveOut(reference(file), "neither PNG nor WAV, OGG or MP3");
      }
    }
    builder.add(new MediaClass(name(folder), cutOuts, recordings));
  }

  private MediaSource source(Path file) {
    return new MediaSource(reference(file), MediaSource.of(file).bytes());
  }

  private String reference(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> ofKind(Path folder, Set<String> extensions) {
    return list(folder).stream().filter(file -> extensions.contains(extension(file))).toList();
  }

  /** Entries by name, hidden ones left out. */
  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .sorted((a, b) -> name(a).compareTo(name(b)))
          .toList();
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read media from " + folder,
          String.valueOf(e),
          "a folder that can be listed",
          "check the path given as the media folder",
          e);
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String extension(Path file) {
    return name(file).substring(name(file).lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
