package whence.evaluate;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.heatmap.HeatMap;
import whence.localize.Localizer;

/**
 * The maps a localizer draws for the clips of a bank, a batch at a time. One batch and its maps are
 * in memory at once; annotations are asked for one by one.
 */
public final class LocalizerMaps implements ClipMaps {

  /** The name of the control whose frames are paired with sounds of other clips. */
  public static final String SWAPPED_SOUND = "swapped-sound";

  private static final int BATCH_SIZE = 32;

  private final String name;
  private final Localizer localizer;
  private final MapUnit unit;
  private final ClipBank bank;
  private final IntFunction<Annotation> annotations;
  private final int[] soundOf;

  private LocalizerMaps(
      String name,
      Localizer localizer,
      MapUnit unit,
      ClipBank bank,
      IntFunction<Annotation> annotations,
      int[] soundOf) {
    this.name = name;
    this.localizer = localizer;
    this.unit = unit;
    this.bank = bank;
    this.annotations = annotations;
    this.soundOf = soundOf;
  }

  /**
   * Each frame with its own sound.
   *
   * @param localizer draws the maps; its name is reported
   * @param unit what its numbers mean
   * @param bank the clips
   * @param annotations gives the truth of the bank's clip of an index
   */
  public static LocalizerMaps of(
      Localizer localizer, MapUnit unit, ClipBank bank, IntFunction<Annotation> annotations) {
    int[] own = new int[bank.size()];
    Arrays.setAll(own, i -> i);
    return new LocalizerMaps(localizer.name(), localizer, unit, bank, annotations, own);
  }

  /**
   * Each frame with the sound of another clip, against the truth of its own: what is left of the
   * score does not come from hearing. Reported as {@value #SWAPPED_SOUND}.
   *
   * @param localizer draws the maps
   * @param unit what its numbers mean
   * @param bank the clips
   * @param annotations gives the truth of the bank's clip of an index
   * @param soundOf index of the clip whose sound each frame gets, as {@link SoundSwap} draws it
   */
  public static LocalizerMaps swapped(
      Localizer localizer,
      MapUnit unit,
      ClipBank bank,
      IntFunction<Annotation> annotations,
      int[] soundOf) {
    if (soundOf.length != bank.size()) {
      throw new WhenceException(
          "Cannot swap the sounds of " + bank.size() + " clips",
          soundOf.length + " sounds",
          bank.size() + " sounds, one a frame",
          "draw the swap for the clips of this bank");
    }
    return new LocalizerMaps(SWAPPED_SOUND, localizer, unit, bank, annotations, soundOf.clone());
  }

  /**
   * The maps of all clips, without their truth.
   *
   * @param localizer draws the maps
   * @param bank the clips
   * @param take called with the index of each clip, in order, and its map [H, W]
   * @throws WhenceException if the thread is interrupted between two batches
   */
  public static void forEach(Localizer localizer, ClipBank bank, ObjIntConsumer<HeatMap> take) {
    int[] own = new int[bank.size()];
    Arrays.setAll(own, i -> i);
    LocalizerMaps maps =
        new LocalizerMaps(
            localizer.name(), localizer, MapUnit.ARBITRARY, bank, LocalizerMaps::unknown, own);
    for (int first = 0; first < bank.size(); first += BATCH_SIZE) {
      requireNotInterrupted(first, bank.size());
      List<HeatMap> drawn = maps.draw(first);
      for (int k = 0; k < drawn.size(); k++) {
        take.accept(drawn.get(k), first + k);
      }
    }
  }

  private static void requireNotInterrupted(int done, int all) {
    if (Thread.currentThread().isInterrupted()) {
      throw new WhenceException(
          "Drawing maps was interrupted",
          done + " of " + all + " clips",
          "all of them",
          "call it again",
          new InterruptedException());
    }
  }

  private static Annotation unknown(int clip) {
    throw new IllegalStateException("no truth is asked for");
  }

  @Override
  public String localizer() {
    return name;
  }

  @Override
  public MapUnit unit() {
    return unit;
  }

  @Override
  public Iterator<ClipMap> iterator() {
    return new Walk();
  }

  /** The maps of the clips from {@code first}, at most a batch of them. */
  private List<HeatMap> draw(int first) {
    int end = Math.min(first + BATCH_SIZE, bank.size());
    int[] frames = new int[end - first];
    Arrays.setAll(frames, i -> first + i);
    try (Batch batch = bank.batch(frames, Arrays.copyOfRange(soundOf, first, end))) {
      List<HeatMap> maps = localizer.localize(batch);
      if (maps.size() != frames.length) {
        throw new IllegalStateException(
            localizer.name() + " drew " + maps.size() + " maps for " + frames.length + " clips");
      }
      return maps;
    }
  }

  private Annotation annotation(int clip) {
    Annotation annotation = annotations.apply(clip);
    if (!annotation.id().equals(bank.ids().get(clip))) {
      throw new WhenceException(
          "Cannot score clip " + bank.ids().get(clip),
          "the annotation of " + annotation.id(),
          "its own annotation",
          "list clips and annotations in the same order");
    }
    return annotation;
  }

  private final class Walk implements Iterator<ClipMap> {
    private int next;
    private List<HeatMap> drawn = List.of();

    @Override
    public boolean hasNext() {
      return next < bank.size();
    }

    @Override
    public ClipMap next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int place = next % BATCH_SIZE;
      if (place == 0) {
        drawn = draw(next);
      }
      return new ClipMap(annotation(next++), drawn.get(place));
    }
  }
}
