/**
 * The command line: options in, progress lines and exit codes out. No algorithm lives here.
 *
 * <p>Exit codes: 0 done; 1 refused (the four-part message is on standard error) or a check that
 * failed; 2 wrong usage; 70 a bug, with its stack trace; 130 interrupted.
 */
@NullMarked
package whence.cli;

import org.jspecify.annotations.NullMarked;
