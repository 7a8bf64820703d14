package whence.train;

import java.util.Map;

/**
 * What one step gave.
 *
 * @param terms named loss terms in nats, {@code loss} first
 * @param gradientNorm length of the whole gradient before clipping
 */
public record StepReport(Map<String, Double> terms, double gradientNorm) {}
