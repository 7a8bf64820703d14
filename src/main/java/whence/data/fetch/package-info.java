/** Gets the demo media and weights: where they are kept, how they come, what they must be. */
@NullMarked
package whence.data.fetch;

import org.jspecify.annotations.NullMarked;
