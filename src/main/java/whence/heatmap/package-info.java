/** Geometry of one map: resize, normalise, threshold, overlap. The one home of these rules. */
@NullMarked
package whence.heatmap;

import org.jspecify.annotations.NullMarked;
