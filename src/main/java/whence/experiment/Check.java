package whence.experiment;

/**
 * One thing a run needs, looked at.
 *
 * @param name what was looked at, such as {@code disk}
 * @param status how it is
 * @param detail what was found
 * @param cure what to do about it; empty where nothing is to be done
 */
public record Check(String name, Status status, String detail, String cure) {

  /** How a thing is. */
  public enum Status {
    /** As it should be. */
    OK("ok"),
    /** A run works, but something is worth knowing. */
    NOTE("note"),
    /** Not there yet; the next run gets it. */
    MISSING("miss"),
    /** A run would fail. */
    FAILED("FAIL");

    private final String label;

    Status(String label) {
      this.label = label;
    }

    /** The word in tables, at most four letters. */
    public String label() {
      return label;
    }
  }

  static Check ok(String name, String detail) {
    return new Check(name, Status.OK, detail, "");
  }

  static Check note(String name, String detail, String cure) {
    return new Check(name, Status.NOTE, detail, cure);
  }

  static Check missing(String name, String detail, String cure) {
    return new Check(name, Status.MISSING, detail, cure);
  }

  static Check failed(String name, String detail, String cure) {
    return new Check(name, Status.FAILED, detail, cure);
  }

  /** One line, and the cure on a second one where there is one. */
  public String text() {
    String line = "%-5s %-14s %s".formatted(status.label(), name, detail);
    return cure.isEmpty() ? line : line + "\n%-5s %-14s cure: %s".formatted("", "", cure);
  }
}
