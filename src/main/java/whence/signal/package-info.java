/** Pure arithmetic on sound: windows, spectrograms, mel bands. No files and no tensors. */
@NullMarked
package whence.signal;

import org.jspecify.annotations.NullMarked;
