package whence.signal;

import whence.WhenceException;

/**
 * Triangular filters that gather the bins of a power spectrum into mel bands.
 *
 * <p>With edges e_0 .. e_{M+1} in Hz and bin frequencies f_k = k * rate / n, band m weighs bin k by
 * max(0, min((f_k - e_m) / (e_{m+1} - e_m), (e_{m+2} - f_k) / (e_{m+2} - e_{m+1}))), times 2 /
 * (e_{m+2} - e_m) for equal area.
 *
 * <ul>
 *   <li>A band so narrow that no bin falls inside would always be empty; it is refused.
 *   <li>Bands above half the sample rate are refused.
 * </ul>
 *
 * <p>Source: M. Slaney, Auditory Toolbox, Interval Research technical report 1998-010, 1998; agrees
 * with {@code librosa.filters.mel}.
 */
public final class MelBank {
  private final int bins;
  private final int[] first; // [M] first bin with weight
  private final double[][] weights; // [M][bins with weight]

  /**
   * Makes the filters.
   *
   * @param bands which bands
   * @param sampleRateHz rate of the sound
   * @param windowSamples n, length of the transform
   */
  public MelBank(MelBands bands, int sampleRateHz, int windowSamples) {
    if (bands.highestHz() > sampleRateHz / 2.0) {
      throw new WhenceException(
          "Cannot make mel bands",
          "a highest edge of " + bands.highestHz() + " Hz",
          "at most half the sample rate, " + sampleRateHz / 2.0 + " Hz",
          "lower the edge or raise the sample rate");
    }
    this.bins = windowSamples / 2 + 1;
    this.first = new int[bands.count()];
    this.weights = new double[bands.count()][];
    double[] edges = bands.edgesHz();
    double binHz = sampleRateHz / (double) windowSamples;
    for (int m = 0; m < bands.count(); m++) {
      double height = bands.weight() == BandWeight.EQUAL_AREA ? 2 / (edges[m + 2] - edges[m]) : 1;
      fill(m, edges, binHz, height);
    }
  }

  private void fill(int m, double[] edges, double binHz, double height) {
    // strictly inside the triangle: a bin on an edge weighs nothing
    int from = (int) Math.floor(edges[m] / binHz) + 1;
    int to = Math.min(bins, (int) Math.ceil(edges[m + 2] / binHz));
    if (from >= to) {
      throw new WhenceException(
          "Cannot make mel bands",
          "band " + m + " lies between two bins of " + binHz + " Hz and would always be empty",
          "at least one bin in each band",
          "take fewer bands or a longer window");
    }
    first[m] = from;
    weights[m] = new double[to - from];
    for (int k = from; k < to; k++) {
      double rise = (k * binHz - edges[m]) / (edges[m + 1] - edges[m]);
      double fall = (edges[m + 2] - k * binHz) / (edges[m + 2] - edges[m + 1]);
      weights[m][k - from] = height * Math.max(0, Math.min(rise, fall));
    }
  }

  /** M. */
  public int bands() {
    return first.length;
  }

  /** The weight of bin {@code bin}, 0 to n / 2, in band {@code band}. */
  public double weight(int band, int bin) {
    int at = bin - first[band];
    return at < 0 || at >= weights[band].length ? 0 : weights[band][at];
  }

  /**
   * The energy in each band.
   *
   * @param power [n / 2 + 1] power spectrum, not changed
   * @param energies [M], overwritten
   */
  public void apply(double[] power, double[] energies) {
    for (int m = 0; m < first.length; m++) {
      double[] row = weights[m];
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += row[i] * power[first[m] + i];
      }
      energies[m] = sum;
    }
  }
}
