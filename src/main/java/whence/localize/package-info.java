/** From a batch of clips to heat maps: the model and the trivial localizers. */
@NullMarked
package whence.localize;

import org.jspecify.annotations.NullMarked;
