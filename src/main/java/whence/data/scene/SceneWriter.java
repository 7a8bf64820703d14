package whence.data.scene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.Clip;
import whence.data.ParallelWork;
import whence.media.PictureCodec;
import whence.media.SoundCodec;

/** Composes scenes into a folder, in parallel; scenes that are there whole are kept. */
final class SceneWriter {
  private static final int JPEG_QUALITY = 92;

  private final SceneFiles files;
  private final SceneComposer composer;

  SceneWriter(Path folder, SceneComposer composer) {
    this.files = new SceneFiles(folder);
    this.composer = composer;
  }

  void write(int count, int threads, SceneListener listener) {
    if (count < 1 || threads < 1) {
      throw new WhenceException(
          "Cannot compose scenes into " + files.folder(),
          count + " scenes by " + threads + " threads",
          "at least 1 of each",
          "ask for a positive number");
    }
    SceneIndex index = SceneIndex.of(composer, count);
    requireOwnFolder(index);
    files.makeFolders();
    // The index goes first: an interrupted folder says what it was meant to hold.
    AtomicFile.write(files.annotations(), index.json());
    new ParallelWork("Composing scenes", count, threads, listener::composed)
        .run(this::writeIfMissing);
  }

  private void writeIfMissing(int index) {
    List<Path> missing = files.missing(composer.id(index));
    if (missing.isEmpty()) {
      return;
    }
    Scene scene = composer.compose(index);
    Clip clip = scene.clip();
    AtomicFile.writeCached(files.frame(clip.id()), PictureCodec.jpeg(clip.frame(), JPEG_QUALITY));
    AtomicFile.writeCached(files.audio(clip.id()), SoundCodec.wav(clip.sound()));
    AtomicFile.writeCached(files.mask(clip.id()), MaskCodec.png(scene.annotation()));
  }

  private void requireOwnFolder(SceneIndex index) {
    if (Files.exists(files.annotations())) {
      SceneIndex.read(files.annotations()).requireSameSettings(index, files.folder());
    } else if (Files.exists(files.folder()) && !isEmpty(files.folder())) {
      throw new WhenceException(
          "Cannot compose scenes into " + files.folder(),
          "a folder with files but no annotations.json",
          "an empty folder, or one that holds scenes of the same settings",
          "choose another folder; nothing in it was changed");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot compose scenes into " + folder,
          String.valueOf(e),
          "a folder that can be listed",
          "choose another folder",
          e);
    }
  }
}
