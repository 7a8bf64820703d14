/** One record declares a run; what a run writes down: settings, provenance, metrics. */
@NullMarked
package whence.experiment;

import org.jspecify.annotations.NullMarked;
