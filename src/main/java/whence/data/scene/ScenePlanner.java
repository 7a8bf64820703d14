package whence.data.scene;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import whence.WhenceException;
import whence.data.Split;
import whence.data.scene.SceneOrigin.Backdrop;
import whence.data.scene.SceneOrigin.Box;
import whence.data.scene.SceneOrigin.Facing;
import whence.data.scene.SceneOrigin.HeardSound;
import whence.data.scene.SceneOrigin.Placed;
import whence.media.Picture;

/** Draws what a scene is made of; touches no pixel and no sample but to find an audible start. */
final class ScenePlanner {
  private static final int TRIES_PER_OBJECT = 20;
  private static final int TRIES_PER_SCENE = 1000;
  private static final int TRIES_FOR_START = 20;
  private static final int LEAST_BOX_PIXELS = 4;

  /** Least peak of the part that is heard, as a share of the recording's peak. */
  private static final float AUDIBLE = 0.1f;

  private final MediaLibrary library;
  private final SceneSettings settings;

  ScenePlanner(MediaLibrary library, SceneSettings settings) {
    this.library = library;
    this.settings = settings;
  }

  /**
   * Draws one clip of a scene. Picture and sound have generators of their own: sound settings never
   * change a picture.
   *
   * @param random of the scene
   * @param first which of the sounding objects is the louder one and to be found, from 0
   */
  SceneOrigin plan(SceneRandom random, Split split, int first) {
    SceneRandom seen = random.split();
    SceneRandom heard = random.split();
    int sounding = settings.cast().sounding();
    int count = sounding + settings.silentCount(split, seen.uniform());
    for (int attempt = 0; attempt < TRIES_PER_SCENE; attempt++) {
      Backdrop backdrop = backdrop(seen);
      List<MediaClass> classes = draw(count, seen);
      List<Placed> objects = place(classes, seen);
      if (objects.size() == classes.size()) {
        List<HeardSound> sounds = sounds(classes.subList(0, sounding), heard, first);
        Collections.rotate(objects.subList(0, sounding), -first);
        return new SceneOrigin(backdrop, objects, sounds.get(0), sounds.subList(1, sounding));
      }
    }
    throw new WhenceException(
        "Cannot place " + count + " objects in a scene",
        "no room in " + TRIES_PER_SCENE + " attempts",
        "objects small enough to lie beside one another",
        "lower objectSide or the number of silent objects");
  }

  private Backdrop backdrop(SceneRandom random) {
    Background background = library.backgrounds().get(random.below(library.backgrounds().size()));
    Picture picture = background.picture();
    int shorter = Math.min(picture.width(), picture.height());
    int side = Math.max(1, (int) (shorter * random.uniform(settings.backgroundSide())));
    int x = random.below(picture.width() - side + 1);
    int y = random.below(picture.height() - side + 1);
    return new Backdrop(background.reference(), x, y, side, facing(random));
  }

  /** {@code count} different classes, each order equally likely. */
  private List<MediaClass> draw(int count, SceneRandom random) {
    List<MediaClass> left = new ArrayList<>(library.classes());
    List<MediaClass> drawn = new ArrayList<>();
    while (drawn.size() < count) {
      drawn.add(left.remove(random.below(left.size())));
    }
    return drawn;
  }

  /** Fewer objects than classes where no room was found. */
  private List<Placed> place(List<MediaClass> classes, SceneRandom random) {
    List<Placed> placed = new ArrayList<>();
    for (MediaClass media : classes) {
      Optional<Placed> object = place(media, placed, random);
      if (object.isEmpty()) {
        return placed;
      }
      placed.add(object.get());
    }
    return placed;
  }

  private Optional<Placed> place(MediaClass media, List<Placed> others, SceneRandom random) {
    for (int attempt = 0; attempt < TRIES_PER_OBJECT; attempt++) {
      CutOut cutOut = media.cutOuts().get(random.below(media.cutOuts().size()));
      Box box = box(cutOut.picture(), random);
      Facing facing = facing(random);
      if (others.stream().noneMatch(other -> other.box().overlaps(box))) {
        return Optional.of(new Placed(media.name(), cutOut.reference(), box, facing));
      }
    }
    return Optional.empty();
  }

  private Box box(Picture picture, SceneRandom random) {
    double longer = settings.sidePixels() * random.uniform(settings.objectSide());
    double scale = longer / Math.max(picture.width(), picture.height());
    int width = boxSide(picture.width() * scale);
    int height = boxSide(picture.height() * scale);
    int x = random.below(settings.sidePixels() - width + 1);
    int y = random.below(settings.sidePixels() - height + 1);
    return new Box(x, y, width, height);
  }

  private int boxSide(double pixels) {
    return Math.min(settings.sidePixels(), Math.max(LEAST_BOX_PIXELS, (int) pixels));
  }

  /** The louder sound first; each is drawn in the order of the objects, whichever is louder. */
  private List<HeardSound> sounds(List<MediaClass> classes, SceneRandom random, int first) {
    List<HeardSound> sounds = new ArrayList<>();
    for (MediaClass media : classes) {
      sounds.add(sound(media, random));
    }
    Collections.rotate(sounds, -first);
    double loudest = sounds.get(0).gainDb();
    for (int k = 1; k < sounds.size(); k++) {
      double below = random.uniform(settings.cast().otherBelowDb());
      sounds.set(k, sounds.get(k).withGainDb(loudest - below));
    }
    return sounds;
  }

  private HeardSound sound(MediaClass media, SceneRandom random) {
    RecordingVariation variation = settings.recording();
    Recording recording = media.recordings().get(random.below(media.recordings().size()));
    double speed = random.uniform(variation.speed());
    boolean inRoom = random.uniform() < variation.roomShare();
    double roomSeconds = random.uniform(variation.roomMillis()) / 1000;
    List<Double> colours = variation.noiseColours();
    return new HeardSound(
        recording.reference(),
        start(recording.sound().samples(), speed, random),
        speed,
        random.uniform(variation.tilt()),
        inRoom ? (int) (roomSeconds * Recording.SAMPLE_RATE_HZ) : 0,
        colours.get(random.below(colours.size())),
        random.uniform(variation.noiseBelowDb()),
        random.uniform(variation.gainDb()),
        random.nextSeed());
  }

  /** A start after which something is heard; a pause in the recording is drawn again. */
  private int start(float[] samples, double speed, SceneRandom random) {
    int loop = SoundRenderer.lengthAt(speed, samples.length);
    int length = settings.soundSamples();
    if (loop < length) {
      return random.below(loop);
    }
    int start = 0;
    for (int attempt = 0; attempt < TRIES_FOR_START; attempt++) {
      start = random.below(loop - length + 1);
      if (isAudible(samples, (int) (start * speed), (int) ((start + length) * speed))) {
        return start;
      }
    }
    return start;
  }

  private static boolean isAudible(float[] samples, int from, int to) {
    for (int t = from; t < Math.min(to, samples.length); t++) {
      if (Math.abs(samples[t]) >= AUDIBLE) {
        return true;
      }
    }
    return false;
  }

  private static Facing facing(SceneRandom random) {
    return random.uniform() < 0.5 ? Facing.MIRRORED : Facing.AS_IT_CAME;
  }
}
