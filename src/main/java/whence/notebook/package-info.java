/**
 * What a notebook needs: how each of the library's values shows itself in a cell ({@link
 * whence.notebook.Show}), training and long work in outputs that are updated in place, and outputs
 * that a reader can move ({@link whence.notebook.Explore}). {@link whence.notebook.Shown} lists
 * what shows itself; {@code lib/whence.json} joins that list to the Kotlin kernel, and {@link
 * whence.notebook.JavaKernelDisplay} to the Java kernel, whose cells call {@link
 * whence.notebook.JavaCells}. Nothing else here knows a kernel.
 */
@NullMarked
package whence.notebook;

import org.jspecify.annotations.NullMarked;
