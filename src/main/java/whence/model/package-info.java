/** SameDiff graphs of the encoders and their correlation: settings in, graph out. */
@NullMarked
package whence.model;

import org.jspecify.annotations.NullMarked;
