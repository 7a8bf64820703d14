package whence;

import java.io.Serial;

/**
 * A refusal a user can act on. Its message always has four parts: what failed, what was got, what
 * was expected, and the likely cure.
 *
 * <p>Every error caused by input, files, settings or the machine is thrown as this type; the
 * command line prints the message alone and exits with a non-zero code. Anything else that escapes
 * is a bug.
 */
public class WhenceException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * Makes a four-part error.
   *
   * @param what what could not be done, naming the file or setting
   * @param got what was found instead
   * @param expected the interval, shape or form that was expected
   * @param cure what to do about it
   */
  public WhenceException(String what, String got, String expected, String cure) {
    super(fourParts(what, got, expected, cure));
  }

  /**
   * Makes a four-part error with the failure that caused it.
   *
   * @param what what could not be done, naming the file or setting
   * @param got what was found instead
   * @param expected the interval, shape or form that was expected
   * @param cure what to do about it
   * @param cause the underlying failure
   */
  public WhenceException(String what, String got, String expected, String cure, Throwable cause) {
    super(fourParts(what, got, expected, cure), cause);
  }

  private static String fourParts(String what, String got, String expected, String cure) {
    return what + "\n  got:      " + got + "\n  expected: " + expected + "\n  cure:     " + cure;
  }
}
