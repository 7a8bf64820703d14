/**
 * What a notebook needs: how each of the library's values shows itself in a cell ({@link
 * whence.notebook.Show}), training and long work in outputs that are updated in place, and outputs
 * that a reader can move ({@link whence.notebook.Explore}). It knows nothing of a kernel: {@code
 * lib/whence.json} joins the two.
 */
@NullMarked
package whence.notebook;

import org.jspecify.annotations.NullMarked;
