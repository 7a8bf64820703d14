package whence.data;

import java.util.Arrays;
import java.util.List;
import whence.engine.Tensors;

/**
 * The clips of one split as numbers: trunk features and log-mel spectrograms, in a fixed order.
 *
 * <p>Features stay on disk (about 43 kB a clip in half precision) and are read as batches ask for
 * them. Any frame may be paired with any sound, which the swapped-sound control needs.
 */
public final class ClipBank {

  private final Split split;
  private final List<String> ids;
  private final ClipShape shape;
  private final RowReader features;
  private final RowReader sounds;

  /**
   * Joins what is known about a split's clips.
   *
   * @param split what the clips may be used for
   * @param ids one a clip, in the order of the readers
   * @param shape sizes of every clip
   * @param features gives [h, w, D] raw trunk features of a clip
   * @param sounds gives the [M, T] log-mel spectrogram of a clip
   */
  public ClipBank(
      Split split, List<String> ids, ClipShape shape, RowReader features, RowReader sounds) {
    this.split = split;
    this.ids = List.copyOf(ids);
    this.shape = shape;
    this.features = features;
    this.sounds = sounds;
  }

  /**
   * Some of the clips.
   *
   * @param places their indices, in the order wanted
   */
  ClipBank subset(int[] places) {
    int[] at = places.clone();
    return new ClipBank(
        split,
        Arrays.stream(at).mapToObj(ids::get).toList(),
        shape,
        (clip, to, offset) -> features.read(at[clip], to, offset),
        (clip, to, offset) -> sounds.read(at[clip], to, offset));
  }

  /** The same frames, each with a sound that {@code other} gives. */
  public ClipBank withSounds(RowReader other) {
    return new ClipBank(split, ids, shape, features, other);
  }

  /** The same frames, each with the sound of the clip of an index. */
  public ClipBank withSoundsOf(int[] soundOf) {
    int[] other = soundOf.clone();
    return withSounds((clip, to, at) -> sounds.read(other[clip], to, at));
  }

  /** What the clips may be used for. */
  public Split split() {
    return split;
  }

  /** Ids in order. */
  public List<String> ids() {
    return ids;
  }

  /** Number of clips. */
  public int size() {
    return ids.size();
  }

  /** Sizes every clip shares. */
  public ClipShape shape() {
    return shape;
  }

  /**
   * The first clips as a bank of its own, for a shorter look.
   *
   * @param count how many, at least 0; all of them where there are fewer
   */
  public ClipBank first(int count) {
    return new ClipBank(split, ids.subList(0, Math.min(count, size())), shape, features, sounds);
  }

  /** Copies the features [N, h, w, D] of the clips {@code indices}. */
  public void readFeatures(int[] indices, float[] destination) {
    readRows(features, shape.featureLength(), indices, destination);
  }

  /** Copies the spectrograms [N, M, T] of the clips {@code indices}. */
  public void readSounds(int[] indices, float[] destination) {
    readRows(sounds, shape.soundLength(), indices, destination);
  }

  /** The clips from {@code first} (included) to {@code end} (excluded), each with its own sound. */
  public Batch batch(int first, int end) {
    int[] indices = new int[end - first];
    Arrays.setAll(indices, i -> first + i);
    return batch(indices, indices);
  }

  /**
   * A new batch, to be closed by the caller.
   *
   * @param frames index of the clip whose frame stands in each row
   * @param soundOf index of the clip whose sound is paired with it, as many as frames
   */
  public Batch batch(int[] frames, int[] soundOf) {
    float[] seen = new float[frames.length * shape.featureLength()];
    float[] heard = new float[frames.length * shape.soundLength()];
    readFeatures(frames, seen);
    readSounds(soundOf, heard);
    int n = frames.length;
    return new Batch(
        Arrays.stream(frames).mapToObj(ids::get).toList(),
        Tensors.of(seen, n, shape.gridHeight(), shape.gridWidth(), shape.featureWidth()),
        Tensors.of(heard, n, 1, shape.bands(), shape.frames()));
  }

  private static void readRows(RowReader reader, int length, int[] indices, float[] destination) {
    for (int row = 0; row < indices.length; row++) {
      reader.read(indices[row], destination, row * length);
    }
  }
}
