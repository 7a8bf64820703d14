/** Opens files: pictures, sound, video and archives. Native handles never leave this package. */
@NullMarked
package whence.media;

import org.jspecify.annotations.NullMarked;
