package whence.evaluate;

/**
 * By how much one localizer is better than another on the same clips.
 *
 * @param mean of first minus second, with the interval of the paired bootstrap
 * @param shareAbove share of draws in which the first is better, 0 to 1; NaN with the mean
 */
public record PairedDifference(Estimate mean, double shareAbove) {}
