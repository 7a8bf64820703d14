package whence.data.scene;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Clip;
import whence.data.Split;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/**
 * A set of scenes of one split on disk; clips are read when asked for.
 *
 * <ul>
 *   <li>{@code frames/ID.jpg}: frame [H, W], quality 92
 *   <li>{@code audio/ID.wav}: mono, 16 bits, 16 kHz
 *   <li>{@code masks/ID.png}: [H, W] grey: 0 background, 255 the sounding object, k the k-th silent
 *       object from 1
 *   <li>{@code annotations.json}: split, seed, hash of the media, settings, credits, and the id,
 *       classes and origin of each scene
 * </ul>
 */
public final class SceneFolder {
  private final SceneFiles files;
  private final SceneIndex index;

  private SceneFolder(SceneFiles files, SceneIndex index) {
    this.files = files;
    this.index = index;
  }

  /**
   * Composes scenes 0 to {@code count} - 1 into a folder and opens it. Scenes that are there whole
   * are kept, so an interrupted call goes on where it stopped, and a folder can grow.
   *
   * @param folder empty, missing, or holding scenes of the same composer
   * @param count at least 1
   * @param threads at least 1; changes the time only
   * @throws WhenceException if the folder holds something else, if a file cannot be written, or if
   *     the calling thread is interrupted (its interrupt flag is kept)
   */
  public static SceneFolder compose(
      Path folder, SceneComposer composer, int count, int threads, SceneListener listener) {
    new SceneWriter(folder, composer).write(count, threads, listener);
    return open(folder);
  }

  /**
   * Opens a folder and checks that every file it names is there.
   *
   * @throws WhenceException if the index cannot be read or files are missing, naming the first
   */
  public static SceneFolder open(Path folder) {
    SceneFiles files = new SceneFiles(folder);
    if (!Files.isRegularFile(files.annotations())) {
      throw new WhenceException(
          "Cannot open the scenes in " + folder,
          "no annotations.json",
          "a folder with frames/, audio/, masks/ and annotations.json",
          "compose the scenes first, or check the path");
    }
    SceneIndex index = SceneIndex.read(files.annotations());
    List<Path> missing =
        index.scenes().stream().flatMap(scene -> files.missing(scene.id()).stream()).toList();
    if (!missing.isEmpty()) {
      throw new WhenceException(
          "Cannot open the scenes in " + folder,
          missing.size() + " files missing, the first " + missing.get(0),
          3 * index.scenes().size() + " files of " + index.scenes().size() + " scenes",
          "compose the scenes again: those that are there are kept");
    }
    return new SceneFolder(files, index);
  }

  /** Where the scenes lie. */
  public Path path() {
    return files.folder();
  }

  /** Number of scenes. */
  public int size() {
    return index.scenes().size();
  }

  /** What the scenes may be used for. */
  public Split split() {
    return index.splitValue();
  }

  /** How they were composed. */
  public SceneSettings settings() {
    return index.settings();
  }

  /** What their draws started from. */
  public long seed() {
    return index.seed();
  }

  /** Hash of the media they were composed of, see {@link MediaLibrary#hash}. */
  public String libraryHash() {
    return index.library();
  }

  /** Who made the media, under which licence. */
  public List<String> credits() {
    return index.credits();
  }

  /** The ids, in order of their index. */
  public List<String> ids() {
    return index.scenes().stream().map(SceneIndex.Entry::id).toList();
  }

  /**
   * Reads frame and sound of one scene.
   *
   * @param k 0 to {@link #size()} - 1
   * @throws whence.media.MediaException if a file is gone or corrupt
   */
  public Clip clip(int k) {
    String id = index.scenes().get(k).id();
    return new Clip(id, frame(k), sound(k));
  }

  /** Reads only the frame of one scene; see {@link #clip}. */
  public Picture frame(int k) {
    return PictureCodec.read(MediaSource.of(files.frame(index.scenes().get(k).id())));
  }

  /** Reads only the sound of one scene; see {@link #clip}. */
  public Waveform sound(int k) {
    MediaSource file = MediaSource.of(files.audio(index.scenes().get(k).id()));
    return SoundCodec.read(file, Recording.SAMPLE_RATE_HZ);
  }

  /**
   * Index of the frame of one scene: clips whose frame is the same have the same, so that a score
   * of whole frames can ask for all of their sources.
   *
   * @param k 0 to {@link #size()} - 1
   */
  public int frameIndex(int k) {
    return k / settings().clipsPerFrame(split());
  }

  /** Class of one scene's sound, without reading its mask. */
  public String soundClass(int k) {
    return index.scenes().get(k).soundClass();
  }

  /** Classes of all that sounds in one scene: the sounding object's, and those mixed in. */
  public Set<String> sounding(int k) {
    SceneIndex.Entry scene = index.scenes().get(k);
    return objects(scene, 1 + scene.origin().mixedIn().size());
  }

  /** Classes of all that can be seen pasted into one scene, whether it sounds or not. */
  public Set<String> visible(int k) {
    SceneIndex.Entry scene = index.scenes().get(k);
    return objects(scene, scene.origin().objects().size());
  }

  private static Set<String> objects(SceneIndex.Entry scene, int first) {
    return scene.origin().objects().stream()
        .limit(first)
        .map(SceneOrigin.Placed::className)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Reads the classes and masks of one scene.
   *
   * @param k 0 to {@link #size()} - 1
   * @throws WhenceException if the mask is gone, corrupt, or has a level without an object
   */
  public Annotation annotation(int k) {
    SceneIndex.Entry scene = index.scenes().get(k);
    return MaskCodec.read(MediaSource.of(files.mask(scene.id())), scene);
  }

  /** What one scene was made of. */
  public SceneOrigin origin(int k) {
    return index.scenes().get(k).origin();
  }
}
