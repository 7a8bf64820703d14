package whence.data.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whence.data.Annotation;
import whence.data.Clip;
import whence.data.Split;
import whence.data.scene.SceneOrigin.HeardSound;
import whence.data.scene.SceneOrigin.Placed;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.media.Waveform;

/**
 * Composes scenes of one split: a crop of a background, one object that sounds and some that do
 * not, and a recording of the sounding object's class; or two that sound, see {@link Cast}.
 *
 * <p>Scene {@code k} depends on the library, the settings, the seed, the split and {@code k} only,
 * byte for byte, and may be composed by any thread. Ground truth is every pixel where the pasted
 * object's opacity is at least 128 of 255; objects' boxes do not overlap.
 */
public final class SceneComposer {

  /**
   * Raised whenever equal settings and media give other scenes, so that old ones are not reused.
   */
  public static final int VERSION = 1;

  private final MediaLibrary library;
  private final SceneSettings settings;
  private final Split split;
  private final long seed;
  private final ScenePlanner planner;
  private final Map<String, Picture> pictures = new HashMap<>();
  private final Map<String, float[]> recordings = new HashMap<>();

  /**
   * A composer.
   *
   * @param library media of the split, see {@link LibrarySplit#libraryOf}
   * @param seed any number; another seed makes other scenes
   * @throws whence.WhenceException if the library has fewer classes than the largest scene needs
   */
  public SceneComposer(MediaLibrary library, SceneSettings settings, Split split, long seed) {
    library.requireClassesFor(settings, split);
    this.library = library;
    this.settings = settings;
    this.split = split;
    this.seed = seed;
    this.planner = new ScenePlanner(library, settings);
    library.backgrounds().forEach(b -> pictures.put(b.reference(), b.picture()));
    for (MediaClass media : library.classes()) {
      media.cutOuts().forEach(c -> pictures.put(c.reference(), c.picture()));
      media.recordings().forEach(r -> recordings.put(r.reference(), r.sound().samples()));
    }
  }

  /** What the scenes are composed of. */
  public MediaLibrary library() {
    return library;
  }

  /** How they are composed. */
  public SceneSettings settings() {
    return settings;
  }

  /** What they are for. */
  public Split split() {
    return split;
  }

  /** What the draws start from. */
  public long seed() {
    return seed;
  }

  /** The id of scene {@code index}, such as {@code new-scenes-00042}. */
  public String id(int index) {
    return "%s-%05d".formatted(split.label(), index);
  }

  /**
   * The draws of scene {@code index}, without composing it.
   *
   * @param index at least 0
   */
  public SceneOrigin origin(int index) {
    int clips = settings.clipsPerFrame(split);
    return planner.plan(SceneRandom.of(seed, split, index / clips), split, index % clips);
  }

  /**
   * Scene {@code index}: frame [H, W] of {@code sidePixels}, sound of {@code soundSeconds}.
   *
   * @param index at least 0
   */
  public Scene compose(int index) {
    SceneOrigin origin = origin(index);
    SceneCanvas canvas =
        SceneCanvas.on(
            picture(origin.background().reference()), origin.background(), settings.sidePixels());
    List<Mask> masks = new ArrayList<>();
    for (Placed object : origin.objects()) {
      masks.add(canvas.paste(picture(object.reference()), object.box(), object.facing()));
    }
    Waveform waveform = new Waveform(sound(origin), Recording.SAMPLE_RATE_HZ);
    List<String> classes = origin.objects().stream().map(Placed::className).toList();
    return new Scene(
        new Clip(id(index), canvas.frame(), waveform),
        new Annotation(
            id(index),
            classes.get(0),
            masks.get(0),
            classes.subList(1, classes.size()),
            masks.subList(1, masks.size())),
        origin);
  }

  private float[] sound(SceneOrigin origin) {
    float[] first = render(origin.sound());
    return origin.mixedIn().isEmpty()
        ? first
        : SoundRenderer.mix(first, origin.mixedIn().stream().map(this::render).toList());
  }

  private float[] render(HeardSound heard) {
    float[] recording = Objects.requireNonNull(recordings.get(heard.reference()));
    return SoundRenderer.render(recording, heard, settings.soundSamples());
  }

  private Picture picture(String reference) {
    return Objects.requireNonNull(pictures.get(reference));
  }
}
