package whence.data.reader;

import org.jspecify.annotations.Nullable;

/**
 * Where one clip came from, or why there is none. Either {@code taken} or {@code rejected} is
 * there.
 *
 * @param id the clip's id, which names its files
 * @param source the video it was cut from
 * @param taken what was taken of it; null if it was rejected
 * @param rejected why nothing was taken; null if something was
 */
public record ManifestRow(
    String id, SourceFile source, @Nullable Taken taken, @Nullable Rejected rejected) {

  /** Checks the id and that there is one outcome. */
  public ManifestRow {
    ClipIds.require(id, "a manifest");
    if ((taken == null) == (rejected == null)) {
      throw new IllegalArgumentException(id + ": either taken or rejected");
    }
  }

  /** A clip that was cut. */
  public static ManifestRow of(String id, SourceFile source, Taken taken) {
    return new ManifestRow(id, source, taken, null);
  }

  /** A clip that was not. */
  public static ManifestRow of(String id, SourceFile source, Rejection reason, String detail) {
    return new ManifestRow(id, source, null, new Rejected(reason, detail));
  }

  /**
   * The video a clip was cut from.
   *
   * @param name path below the folder of videos, with {@code /} between folders
   * @param bytes its length
   * @param modified when it was last changed, ISO 8601
   * @param sha256 64 hexadecimal digits; empty if it could not be read
   * @param clips how many rows of the manifest come from it
   */
  public record SourceFile(String name, long bytes, String modified, String sha256, int clips) {

    /** Whether it is the same file, not looked into, with the same number of clips. */
    public boolean unchanged(String otherName, long otherBytes, String otherModified) {
      return name.equals(otherName) && bytes == otherBytes && modified.equals(otherModified);
    }
  }

  /**
   * What was taken of a video. Times count from the start of the file.
   *
   * @param width of the frame as stored, pixels
   * @param height of the frame as stored, pixels
   * @param frameSeconds when the frame is first shown
   * @param soundFromSeconds where the sound begins
   * @param soundToSeconds where the sound ends
   * @param sampleRateHz rate of the sound as stored
   * @param loudnessDb power of the sound, dB full scale, see {@link whence.signal.Loudness}
   */
  public record Taken(
      int width,
      int height,
      double frameSeconds,
      double soundFromSeconds,
      double soundToSeconds,
      int sampleRateHz,
      double loudnessDb) {}

  /**
   * Why nothing was taken.
   *
   * @param reason one of few
   * @param detail what exactly was found
   */
  public record Rejected(Rejection reason, String detail) {}
}
