/**
 * From videos to clips: a frame and the sound around it, in parallel, resumable, with a manifest.
 */
@NullMarked
package whence.data.prepare;

import org.jspecify.annotations.NullMarked;
