package whence.data;

/** What a set of clips may be used for. A clip belongs to exactly one split. */
public enum Split {
  /** The only clips training and pseudo-labels may see. */
  TRAIN("train"),
  /** Scenes never seen, composed of cut-outs and recordings that training has seen. */
  NEW_SCENES("new-scenes"),
  /** Scenes composed only of cut-outs and recordings that training never saw. */
  NEW_OBJECTS("new-objects");

  private final String label;

  Split(String label) {
    this.label = label;
  }

  /** The name used in files and tables, such as {@code new-scenes}. */
  public String label() {
    return label;
  }
}
