/** One record declares a run; the run folder keeps all that is needed to rebuild it. */
@NullMarked
package whence.experiment;

import org.jspecify.annotations.NullMarked;
