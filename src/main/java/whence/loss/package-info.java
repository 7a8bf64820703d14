/** The contrastive objectives as SameDiff graph fragments with named terms. */
@NullMarked
package whence.loss;

import org.jspecify.annotations.NullMarked;
