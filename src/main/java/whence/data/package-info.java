/** Clips, annotations, splits, the scene composer, and the scene folder. */
@NullMarked
package whence.data;

import org.jspecify.annotations.NullMarked;
