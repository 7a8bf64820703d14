package whence.data.scene;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.WhenceException;
import whence.data.Split;
import whence.data.fetch.DemoCatalogue;
import whence.media.MediaSource;

/**
 * Everything scenes are composed of, read once and kept in memory.
 *
 * @param classes in a fixed order, no name twice, at least one
 * @param backgrounds at least one
 * @param leftOut one line for each file that was not used: reference and reason
 * @param credits who made the media, under which licence
 */
public record MediaLibrary(
    List<MediaClass> classes,
    List<Background> backgrounds,
    List<String> leftOut,
    List<String> credits) {

  /** Copies the lists and refuses a library without classes or backgrounds. */
  public MediaLibrary {
    classes = List.copyOf(classes);
    backgrounds = List.copyOf(backgrounds);
    leftOut = List.copyOf(leftOut);
    credits = List.copyOf(credits);
    long names = classes.stream().map(MediaClass::name).distinct().count();
    if (classes.isEmpty() || names != classes.size()) {
      throw new WhenceException(
          "Cannot make a media library",
          classes.size() + " classes of " + names + " names",
          "at least one class, each name once",
          "give every class its own folder with a PNG and a sound");
    }
    if (backgrounds.isEmpty()) {
      throw new WhenceException(
          "Cannot make a media library",
          "no backgrounds",
          "at least one photograph",
          "put JPEG files into backgrounds/");
    }
  }

  /**
   * Reads the demo media. A cut-out without transparency is left out, as is a file whose content
   * was met before, and a class that so loses its last picture or sound.
   *
   * @param catalogue which file makes which class
   * @param files every file of the catalogue by reference, verified: what {@link
   *     whence.data.fetch.DemoFiles#load} returns
   * @throws WhenceException if a file is missing or cannot be used
   */
  public static MediaLibrary fromDemo(DemoCatalogue catalogue, Map<String, MediaSource> files) {
    return DemoLibrary.read(catalogue, files);
  }

  /**
   * Reads a folder of the user's own media: {@code CLASS/*.png} with alpha, {@code
   * CLASS/*.{wav,ogg,mp3}} and {@code backgrounds/*.jpg}, in alphabetical order. Files of other
   * kinds and files whose content was met before are left out and listed.
   *
   * @throws WhenceException if the folder is empty, a class lacks pictures or sounds, there are no
   *     backgrounds, or a file cannot be used
   */
  public static MediaLibrary fromFolder(Path folder) {
    return FolderLibrary.read(folder);
  }

  /** Number of cut-outs of all classes. */
  public int cutOutCount() {
    return classes.stream().mapToInt(c -> c.cutOuts().size()).sum();
  }

  /** Number of recordings of all classes. */
  public int recordingCount() {
    return classes.stream().mapToInt(c -> c.recordings().size()).sum();
  }

  /** SHA-256 of names, references, pixels and samples: 64 hexadecimal digits. */
  public String hash() {
    return LibraryHash.of(this);
  }

  /**
   * This with at most so many classes, in the same order: those with two cut-outs and two
   * recordings first, of these the ones with the most recordings, then the most cut-outs.
   *
   * @param most at least 1
   */
  public MediaLibrary withMostClasses(int most) {
    if (most >= classes.size()) {
      return this;
    }
    Comparator<MediaClass> richest =
        Comparator.comparing((MediaClass c) -> c.cutOuts().size() < 2 || c.recordings().size() < 2)
            .thenComparing(c -> -c.recordings().size())
            .thenComparing(c -> -c.cutOuts().size());
    Set<MediaClass> kept = new HashSet<>(classes.stream().sorted(richest).limit(most).toList());
    return withClasses(classes.stream().filter(kept::contains).toList());
  }

  /** This with other classes. */
  MediaLibrary withClasses(List<MediaClass> value) {
    return new MediaLibrary(value, backgrounds, leftOut, credits);
  }

  /**
   * Refuses to compose where the largest scene would repeat a class.
   *
   * @throws WhenceException if there are too few classes
   */
  void requireClassesFor(SceneSettings settings, Split split) {
    int needed = settings.classesNeeded(split);
    if (classes.size() < needed) {
      throw new WhenceException(
          "Cannot compose scenes of the split " + split.label(),
          classes.size() + " classes",
          "at least %d: %d sounding and %d silent objects"
              .formatted(needed, settings.cast().sounding(), needed - settings.cast().sounding()),
          "add classes, or ask for fewer objects in the scene settings");
    }
  }
}
