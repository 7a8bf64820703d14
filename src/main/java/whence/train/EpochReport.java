package whence.train;

import java.util.Map;

/**
 * What one epoch gave.
 *
 * @param iteration from 0
 * @param epoch from 0
 * @param terms mean of every loss term over the epoch's steps, nats, {@code loss} first
 * @param seconds wall time
 */
public record EpochReport(int iteration, int epoch, Map<String, Double> terms, double seconds) {}
