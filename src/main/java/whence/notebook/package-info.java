/**
 * The little a notebook needs: how each of the library's values shows itself in a cell, and
 * progress that is updated in place. It knows nothing of a kernel: {@code lib/whence.json} joins
 * the two.
 */
@NullMarked
package whence.notebook;

import org.jspecify.annotations.NullMarked;
