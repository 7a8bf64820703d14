/**
 * Everything SameDiff and ND4J are touchy about: compiled graphs, gradients, optimisers, weights on
 * disk, the device.
 */
@NullMarked
package whence.engine;

import org.jspecify.annotations.NullMarked;
