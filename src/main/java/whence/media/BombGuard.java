package whence.media;

import java.io.InputStream;

/** The decompressed side of an archive: refuses to go on once it unfolds beyond the limits. */
final class BombGuard extends CountingStream {
  private final String file;
  private final CountingStream compressed;
  private final ArchiveLimits limits;

  BombGuard(InputStream in, String file, CountingStream compressed, ArchiveLimits limits) {
    super(in);
    this.file = file;
    this.compressed = compressed;
    this.limits = limits;
  }

  @Override
  void grown() {
    long out = count();
    if (out > limits.totalBytes()) {
      throw refusal(out + " bytes unpacked so far", "at most " + limits.totalBytes() + " bytes");
    }
    long in = Math.max(1, compressed.count());
    if (out > ArchiveLimits.RATIO_FREE_BYTES && out > limits.ratio() * in) {
      throw refusal(
          out + " bytes unpacked from " + in, "at most " + limits.ratio() + " bytes for each byte");
    }
  }

  private MediaException refusal(String got, String expected) {
    return new MediaException(
        "Refused to unpack " + file + " at byte " + compressed.count(),
        got,
        expected,
        "this looks like a decompression bomb; get the file again from where you trust it");
  }
}
