package whence.media;

import whence.WhenceException;

/**
 * How much an archive may unfold to before it is taken for a decompression bomb and refused.
 *
 * @param entryBytes most bytes of one file inside the archive, at least 1
 * @param totalBytes most decompressed bytes of the whole archive, at least 1
 * @param ratio most decompressed bytes for each compressed byte, at least 1; looked at only once
 *     the first {@value #RATIO_FREE_BYTES} bytes are out, as small archives of text compress very
 *     well
 * @param entries most files and folders, at least 1
 */
public record ArchiveLimits(long entryBytes, long totalBytes, double ratio, int entries) {
  static final long RATIO_FREE_BYTES = 1 << 20;

  /** Checks that every limit is at least 1. */
  public ArchiveLimits {
    if (entryBytes < 1 || totalBytes < 1 || !(ratio >= 1) || entries < 1) {
      throw new WhenceException(
          "Cannot limit an archive",
          entryBytes
              + " bytes an entry, "
              + totalBytes
              + " in all, ratio "
              + ratio
              + ", "
              + entries
              + " entries",
          "every limit at least 1",
          "start from ArchiveLimits.defaults()");
    }
  }

  /** 64 MiB an entry, 2 GiB in all, 100 to 1, 100 000 entries: four times what the demo needs. */
  public static ArchiveLimits defaults() {
    return new ArchiveLimits(64L << 20, 2L << 30, 100, 100_000);
  }
}
