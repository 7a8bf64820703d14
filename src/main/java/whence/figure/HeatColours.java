package whence.figure;

/**
 * A perceptually ordered colour map for heat maps: dark violet over red to pale yellow, lightness
 * rising evenly, so that order survives grey print and colour vision deficiencies.
 *
 * <p>Nine evenly spaced anchors of the map "inferno", joined by straight lines in sRGB (at most
 * 0.03 off it). Source: N. Smith and S. van der Walt, "A better default colormap for Matplotlib",
 * SciPy conference 2015; the map is in the public domain (CC0).
 */
public final class HeatColours {
  private static final int[] ANCHORS = {
    0x000004, 0x210C4A, 0x57106E, 0x8A226A, 0xBC3754, 0xE45A31, 0xF98E09, 0xF9CB35, 0xFCFFA4
  };

  private HeatColours() {}

  /**
   * The colour of a value.
   *
   * @param value in [0, 1]; below and above are clamped, NaN is the colour of 0
   * @return 0xRRGGBB, sRGB
   */
  public static int rgb(double value) {
    double place = Math.max(0, Math.min(1, Double.isNaN(value) ? 0 : value)) * (ANCHORS.length - 1);
    int below = Math.min((int) place, ANCHORS.length - 2);
    double share = place - below;
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = ANCHORS[below] >> shift & 0xff;
      int high = ANCHORS[below + 1] >> shift & 0xff;
      rgb |= (int) Math.round(low + share * (high - low)) << shift;
    }
    return rgb;
  }
}
