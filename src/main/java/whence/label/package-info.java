/** Pseudo-labels drawn by the previous iteration: regions in a frame, relations across clips. */
@NullMarked
package whence.label;

import org.jspecify.annotations.NullMarked;
