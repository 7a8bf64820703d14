package whence.signal;

/** The two common maps from frequency in Hz to perceived pitch in mel, and back. */
public enum MelScale {
  /**
   * mel = 2595 log10(1 + f / 700).
   *
   * <p>Source: S. Young et al., The HTK Book, Cambridge University, 2006.
   */
  HTK {
    @Override
    public double toMel(double hz) {
      return 2595 * Math.log10(1 + hz / 700);
    }

    @Override
    public double toHz(double mel) {
      return 700 * (Math.pow(10, mel / 2595) - 1);
    }
  },

  /**
   * Linear up to 1,000 Hz (mel = 3 f / 200), then logarithmic (mel = 15 + 27 ln(f / 1000) / ln
   * 6.4).
   *
   * <p>Source: M. Slaney, Auditory Toolbox, Interval Research technical report 1998-010, 1998.
   */
  SLANEY {
    @Override
    public double toMel(double hz) {
      return hz < BREAK_HZ ? hz / HZ_A_MEL : BREAK_MEL + Math.log(hz / BREAK_HZ) / LOG_STEP;
    }

    @Override
    public double toHz(double mel) {
      return mel < BREAK_MEL ? mel * HZ_A_MEL : BREAK_HZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
  };

  private static final double HZ_A_MEL = 200.0 / 3;
  private static final double BREAK_HZ = 1000;
  private static final double BREAK_MEL = 15;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  /** The pitch in mel of a frequency of at least 0 Hz. */
  public abstract double toMel(double hz);

  /** The frequency in Hz of a pitch of at least 0 mel. */
  public abstract double toHz(double mel);
}
