package whence.signal;

import whence.WhenceException;

/**
 * Which mel bands are taken.
 *
 * @param count M, 1 to 1024
 * @param lowestHz lower edge of band 0, at least 0
 * @param highestHz upper edge of the last band, above {@code lowestHz}
 * @param scale on which the band edges are equally spaced
 * @param weight how high each band's triangle is
 */
public record MelBands(
    int count, double lowestHz, double highestHz, MelScale scale, BandWeight weight) {

  /** Checks ranges. */
  public MelBands {
    if (count < 1 || count > 1024) {
      throw new WhenceException(
          "Cannot make mel bands", count + " bands", "1 to 1024 bands", "use 64");
    }
    if (!(lowestHz >= 0 && highestHz > lowestHz && highestHz < Double.POSITIVE_INFINITY)) {
      throw new WhenceException(
          "Cannot make mel bands",
          "edges from " + lowestHz + " to " + highestHz + " Hz",
          "0 <= lowest < highest",
          "use 50 to 8000 Hz at a sample rate of 16 kHz");
    }
  }

  /** 64 HTK bands from 50 to 8,000 Hz, height 1. */
  public static MelBands defaults() {
    return new MelBands(64, 50, 8000, MelScale.HTK, BandWeight.PEAK_ONE);
  }

  /** The same with another number of bands. */
  public MelBands withCount(int other) {
    return new MelBands(other, lowestHz, highestHz, scale, weight);
  }

  /** The same over another range of frequencies. */
  public MelBands withRangeHz(double lowest, double highest) {
    return new MelBands(count, lowest, highest, scale, weight);
  }

  /** The same on another scale. */
  public MelBands withScale(MelScale other) {
    return new MelBands(count, lowestHz, highestHz, other, weight);
  }

  /** The same with another weight. */
  public MelBands withWeight(BandWeight other) {
    return new MelBands(count, lowestHz, highestHz, scale, other);
  }

  /**
   * The M + 2 edges in Hz, equally spaced in mel; band m rises from edge m to m + 1 and falls to m
   * + 2.
   */
  public double[] edgesHz() {
    double low = scale.toMel(lowestHz);
    double high = scale.toMel(highestHz);
    double[] edges = new double[count + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = scale.toHz(low + i * (high - low) / (count + 1));
    }
    return edges;
  }
}
