package whence.data.reader;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import whence.WhenceException;
import whence.data.Clip;
import whence.data.fetch.Sha256;
import whence.media.Picture;
import whence.media.PictureScaler;
import whence.media.Waveform;

/**
 * Mosaics as MUSIC-Synthetic has them, made of solo clips.
 *
 * <p>The published rule: four solo clips of one second, of four different classes; two of them,
 * drawn at random, are heard, mixed after some jitter; the four frames stand in one picture.
 *
 * <p>What the jitter is was not published. Here each of the two sounds is turned down by 0 to 6 dB,
 * drawn uniformly, and shifted by up to a tenth of a second in a circle; the mix is the mean of the
 * two. Classes are drawn uniformly, then a clip of each, so that they are balanced.
 *
 * <p>Mosaic k depends on the solo clips, the seed and k alone.
 *
 * <p>Source: D. Hu, R. Qian, M. Jiang, X. Tan, S. Wen, E. Ding, W. Lin, D. Dou, "Discriminative
 * sounding objects localization via self-supervised audiovisual matching", NeurIPS 2020.
 */
public final class MosaicComposer {
  /** What a reading of the solo clips should take. */
  public static final double SOUND_SECONDS = 1;

  private static final int TILES = 4;
  private static final int SOUNDING = 2;
  private static final double SHIFT_SECONDS = 0.1;
  private static final double DOWN_DB = 6;
  private static final int STATE_DIGITS = 16;

  private final ClipSet solos;
  private final long seed;
  private final Map<String, List<Integer>> byClass = new TreeMap<>();

  /**
   * Prepares to compose.
   *
   * @param solos clips whose classes are known, read with {@value #SOUND_SECONDS} s of sound
   * @param seed equal seeds give equal mosaics
   * @throws WhenceException if there are fewer than four classes
   */
  public MosaicComposer(ClipSet solos, long seed) {
    this.solos = solos;
    this.seed = seed;
    for (int k = 0; k < solos.size(); k++) {
      int clip = k;
      solos
          .soundClass(k)
          .ifPresent(name -> byClass.computeIfAbsent(name, n -> new ArrayList<>()).add(clip));
    }
    if (byClass.size() < TILES) {
      throw new WhenceException(
          "Cannot compose mosaics",
          "clips of " + byClass.size() + " classes: " + byClass.keySet(),
          "at least " + TILES + " classes",
          "name the solo list of MUSIC, and a folder with clips of more instruments");
    }
  }

  /** All that mosaics depend on besides their number. */
  Origin origin() {
    String state = Sha256.of(solos.state().getBytes(StandardCharsets.UTF_8));
    return new Origin(seed, solos.reading(), state.substring(0, STATE_DIGITS));
  }

  /**
   * What mosaics are made of.
   *
   * @param seed of every draw
   * @param reading of the solo clips
   * @param solos changes with the solo clips, see {@link ClipSet#state}
   */
  record Origin(long seed, ClipReading reading, String solos) {}

  /** Composes one mosaic, called {@code mosaic-KKKKK}. */
  public Mosaic compose(int k) {
    // Numbers of mosaics are spread over the generator's states.
    SplittableRandom random = new SplittableRandom(seed ^ (k + 1) * 0x9e3779b97f4a7c15L);
    List<String> classes = draw(random, new ArrayList<>(byClass.keySet()), TILES);
    List<Integer> sounding = draw(random, new ArrayList<>(List.of(0, 1, 2, 3)), SOUNDING);
    List<Mosaic.Tile> tiles = new ArrayList<>();
    List<Picture> frames = new ArrayList<>();
    List<Waveform> heard = new ArrayList<>();
    for (int i = 0; i < TILES; i++) {
      List<Integer> clips = byClass.getOrDefault(classes.get(i), List.of());
      int solo = clips.get(random.nextInt(clips.size()));
      boolean sounds = sounding.contains(i);
      tiles.add(
          new Mosaic.Tile(
              solos.ids().get(solo),
              classes.get(i),
              sounds ? Mosaic.Role.SOUNDING : Mosaic.Role.SILENT));
      frames.add(solos.frame(solo));
      if (sounds) {
        heard.add(jittered(random, solos.sound(solo)));
      }
    }
    String id = String.format(Locale.ROOT, "mosaic-%05d", k);
    return new Mosaic(new Clip(id, picture(frames), mean(heard)), tiles);
  }

  private static <T> List<T> draw(SplittableRandom random, List<T> from, int count) {
    List<T> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(from.remove(random.nextInt(from.size())));
    }
    return drawn;
  }

  private static Waveform jittered(SplittableRandom random, Waveform sound) {
    float[] samples = sound.samples();
    double gain = Math.pow(10, -random.nextDouble() * DOWN_DB / 20);
    int reach = (int) (SHIFT_SECONDS * sound.sampleRateHz());
    int shift = random.nextInt(2 * reach + 1) - reach;
    float[] moved = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      moved[i] = (float) (gain * samples[Math.floorMod(i + shift, samples.length)]);
    }
    return new Waveform(moved, sound.sampleRateHz());
  }

  private static Waveform mean(List<Waveform> sounds) {
    float[] mixed = new float[sounds.get(0).samples().length];
    for (Waveform sound : sounds) {
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] += sound.samples()[i] / SOUNDING;
      }
    }
    return new Waveform(mixed, sounds.get(0).sampleRateHz());
  }

  private static Picture picture(List<Picture> frames) {
    int side = frames.get(0).width() / 2 * 2;
    int half = side / 2;
    byte[] rgb = new byte[3 * side * side];
    for (int i = 0; i < TILES; i++) {
      Picture tile = PictureScaler.resize(frames.get(i), half, half);
      int left = half * (i % 2);
      int top = half * (i / 2);
      for (int y = 0; y < half; y++) {
        int to = 3 * ((top + y) * side + left);
        System.arraycopy(tile.rgb(), 3 * half * y, rgb, to, 3 * half);
      }
    }
    return Picture.opaque(side, side, rgb);
  }
}
