package whence.media;

import java.io.Serial;
import whence.WhenceException;

/** A media file or archive that cannot be read: the message names the file, stream and offset. */
public final class MediaException extends WhenceException {
  @Serial private static final long serialVersionUID = 1L;

  /** As {@link WhenceException#WhenceException(String, String, String, String)}. */
  public MediaException(String what, String got, String expected, String cure) {
    super(what, got, expected, cure);
  }

  /** As {@link WhenceException#WhenceException(String, String, String, String, Throwable)}. */
  public MediaException(String what, String got, String expected, String cure, Throwable cause) {
    super(what, got, expected, cure, cause);
  }
}
