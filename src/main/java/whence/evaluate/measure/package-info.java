/**
 * Measures beyond one score a clip, as the field's benchmarks define them: over images with several
 * sources, with clips that have no source, with sounds that belong to no picture, over masks, and
 * by class.
 */
@NullMarked
package whence.evaluate.measure;

import org.jspecify.annotations.NullMarked;
