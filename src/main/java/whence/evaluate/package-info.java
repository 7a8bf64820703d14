/**
 * Named protocols, per-clip scores, intervals and reports. Sees localizers and annotations, never a
 * model or trainer.
 *
 * <p>The way of a score: {@link whence.evaluate.ClipMaps} gives annotations with heat maps, {@link
 * whence.evaluate.ClipScorer} scores each clip, {@link whence.evaluate.Metric} takes one number
 * from each clip's scores, {@link whence.evaluate.Bootstrap} turns those into an {@link
 * whence.evaluate.Estimate}, and {@link whence.evaluate.EvaluationReport} keeps them with the
 * protocol's name. Every metric is a mean over clips, the area under the success curve included.
 *
 * <p>Maps of anybody against the annotations of research sets are scored by {@link
 * whence.evaluate.ProtocolScorer} under any {@link whence.evaluate.Protocol}.
 */
@NullMarked
package whence.evaluate;

import org.jspecify.annotations.NullMarked;
