package whence.train;

import java.util.Random;
import java.util.stream.IntStream;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;

/**
 * Small made-up clips that can be learned in seconds: each class has a random feature vector and a
 * random spectrum; the sounding object covers two of sixteen cells, a silent one of another class
 * two more.
 */
public final class ToyClips {

  public static final ClipShape SHAPE = new ClipShape(4, 4, 8, 16, 16);
  private static final int CLASSES = 6;

  private final int count;
  private final float[][] features;
  private final float[][] sounds;
  private final int[] soundingCell;
  private final int[] classes;

  public ToyClips(int count, long seed) {
    this.count = count;
    this.features = new float[count][SHAPE.featureLength()];
    this.sounds = new float[count][SHAPE.soundLength()];
    this.soundingCell = new int[count];
    this.classes = new int[count];
    Random world = new Random(1);
    float[][] looks = gaussians(world, CLASSES, SHAPE.featureWidth());
    float[][] spectra = gaussians(world, CLASSES, SHAPE.bands());
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      compose(i, looks, spectra, random);
    }
  }

  private void compose(int clip, float[][] looks, float[][] spectra, Random random) {
    int sounding = random.nextInt(CLASSES);
    int silent = (sounding + 1 + random.nextInt(CLASSES - 1)) % CLASSES;
    classes[clip] = sounding;
    soundingCell[clip] = 2 * random.nextInt(4);
    int silentCell = 8 + 2 * random.nextInt(4);
    for (int k = 0; k < features[clip].length; k++) {
      features[clip][k] = (float) (0.1 * random.nextGaussian());
    }
    for (int d = 0; d < SHAPE.featureWidth(); d++) {
      for (int cell = 0; cell < 2; cell++) {
        features[clip][(soundingCell[clip] + cell) * SHAPE.featureWidth() + d] +=
            2 * looks[sounding][d];
        features[clip][(silentCell + cell) * SHAPE.featureWidth() + d] += 2 * looks[silent][d];
      }
    }
    for (int k = 0; k < sounds[clip].length; k++) {
      sounds[clip][k] =
          (float) (2 * spectra[sounding][k / SHAPE.frames()] + 0.1 * random.nextGaussian());
    }
  }

  public ClipBank bank() {
    return new ClipBank(
        Split.TRAIN,
        IntStream.range(0, count).mapToObj(i -> "toy" + i).toList(),
        SHAPE,
        (clip, to, offset) ->
            System.arraycopy(features[clip], 0, to, offset, features[clip].length),
        (clip, to, offset) -> System.arraycopy(sounds[clip], 0, to, offset, sounds[clip].length));
  }

  /** Whether a cell belongs to the clip's sounding object. */
  public boolean sounds(int clip, int cell) {
    return cell / 2 == soundingCell[clip] / 2;
  }

  public int classOf(int clip) {
    return classes[clip];
  }

  private static float[][] gaussians(Random random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int c = 0; c < columns; c++) {
        row[c] = (float) random.nextGaussian();
      }
    }
    return values;
  }
}
