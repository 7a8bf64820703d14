package whence.data.reader;

/** Why a video gave no clip. */
public enum Rejection {
  /** It cannot be opened or decoded, or is damaged where it matters. */
  UNREADABLE("unreadable"),
  /** It has no picture stream. */
  NO_PICTURES("no pictures"),
  /** It has no sound stream. */
  NO_SOUND("no audio stream"),
  /** It has sound, but nothing can be heard. */
  SILENT("silent"),
  /** Its picture does not change. */
  STILL_PICTURE("still picture"),
  /** It ends before the frame, or its sound is too short. */
  TOO_SHORT("too short"),
  /** Files could not be called by the clip's id. */
  NAME_TOO_LONG("name too long");

  private final String label;

  Rejection(String label) {
    this.label = label;
  }

  /** The words in reports, such as {@code no audio stream}. */
  public String label() {
    return label;
  }
}
