package whence.data.reader;

/**
 * Something in a data set that is not as it should be and was read all the same.
 *
 * @param subject the clip's id, or the name of a file
 * @param finding what was found and what became of it
 */
public record Oddity(String subject, String finding) {

  /** One line. */
  public String text() {
    return subject + ": " + finding;
  }
}
