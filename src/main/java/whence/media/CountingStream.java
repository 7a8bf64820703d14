package whence.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that pass, so that an error can say where in the file it happened. */
class CountingStream extends FilterInputStream {
  private long count;

  CountingStream(InputStream in) {
    super(in);
  }

  /** Bytes read or skipped so far. */
  final long count() {
    return count;
  }

  /** Called after the count has grown; may refuse. */
  void grown() throws IOException {}

  @Override
  public final int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      add(1);
    }
    return value;
  }

  @Override
  public final int read(byte[] buffer, int offset, int length) throws IOException {
    int got = in.read(buffer, offset, length);
    add(Math.max(0, got));
    return got;
  }

  @Override
  public final long skip(long wanted) throws IOException {
    long skipped = in.skip(wanted);
    add(skipped);
    return skipped;
  }

  @Override
  public final boolean markSupported() {
    return false;
  }

  private void add(long bytes) throws IOException {
    count += bytes;
    grown();
  }
}
