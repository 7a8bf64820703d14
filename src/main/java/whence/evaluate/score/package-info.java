/**
 * Heat maps that anybody drew, from files, scored under the named protocols.
 *
 * <p>{@link whence.evaluate.score.MapSource} reads the maps one by one, {@link
 * whence.evaluate.score.MapScoring} scores each against its truth with the trivial localizers
 * beside it, and {@link whence.evaluate.score.ScoreReport} is what comes out for one protocol.
 */
@NullMarked
package whence.evaluate.score;

import org.jspecify.annotations.NullMarked;
