/** What the Java kernel needs mended; see {@link org.rapaio.jupyter.kernel.channels.LoopThread}. */
@NullMarked
package org.rapaio.jupyter.kernel.channels;

import org.jspecify.annotations.NullMarked;
