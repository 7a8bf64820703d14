/** Learning: one step, one round under fixed pseudo-labels, and the iterations. */
@NullMarked
package whence.train;

import org.jspecify.annotations.NullMarked;
