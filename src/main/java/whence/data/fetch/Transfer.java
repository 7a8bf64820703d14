package whence.data.fetch;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import whence.WhenceException;

/** Moves bytes from an address to the end of a part file, from where an earlier try stopped. */
final class Transfer {
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final int REDIRECTS = 5;
  private static final long REPORT_BYTES = 1 << 20;
  private static final int PARTIAL = 206;
  private static final int RANGE_REFUSED = 416;

  private final URI uri;
  private final Path part;
  private final long total;
  private final FetchListener listener;
  private final String name;
  private long reported;

  Transfer(URI uri, Path part, long total, FetchListener listener) {
    this.uri = uri;
    this.part = part;
    this.total = total;
    this.listener = listener;
    this.name = String.valueOf(part.getFileName()).replaceFirst("\\.part$", "");
  }

  /** Goes on until the part file has all bytes. */
  void run() throws IOException {
    try (FileChannel file =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      FileLock lock = lock(file); // closing the file releases it too
      long start = file.size() > total ? 0 : file.size();
      file.truncate(start).position(start);
      report(start);
      if (start < total) {
        receive(open(start), file);
      }
      if (file.position() < total) {
        throw new EOFException("ended after " + file.position() + " of " + total + " bytes");
      }
      lock.release();
      report(total);
    }
  }

  private FileLock lock(FileChannel file) throws IOException {
    try {
      FileLock lock = file.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      // this process downloads it already, in another thread: same answer as for another process
    }
    throw new WhenceException(
        "Cannot download to " + part,
        "another download into the same file is running",
        "one download at a time",
        "wait for the other run to finish its downloads, then start again");
  }

  private void receive(URLConnection connection, FileChannel file) throws IOException {
    try (InputStream in = connection.getInputStream()) {
      boolean continued = continues(connection, file.position());
      requireLength(connection, continued ? file.position() : 0);
      if (!continued) {
        file.truncate(0).position(0);
      }
      byte[] buffer = new byte[1 << 16];
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, got);
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        if (file.position() > total) {
          return; // longer than pinned: the length check refuses it
        }
        if (file.position() - reported >= REPORT_BYTES) {
          report(file.position());
        }
      }
    }
  }

  private void requireLength(URLConnection connection, long start) {
    long announced = connection.getContentLengthLong();
    if (announced >= 0 && start + announced != total) {
      throw new WhenceException(
          "The download is not the expected file: " + uri,
          start + announced + " bytes announced",
          total + " bytes",
          "the source serves another file: use --media DIR with the right one");
    }
  }

  /** Whether the answer begins at the byte asked for, and not at the first. */
  private static boolean continues(URLConnection connection, long start) throws IOException {
    if (start == 0 || !(connection instanceof HttpURLConnection http)) {
      return false;
    }
    String range = http.getHeaderField("Content-Range");
    return http.getResponseCode() == PARTIAL
        && range != null
        && range.startsWith("bytes " + start + "-");
  }

  private URLConnection open(long start) throws IOException {
    URI at = uri;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      URLConnection connection = at.toURL().openConnection(EnvironmentProxy.forUri(at));
      if (!(connection instanceof HttpURLConnection http)) {
        return connection;
      }
      http.setConnectTimeout(TIMEOUT_MILLIS);
      http.setReadTimeout(TIMEOUT_MILLIS);
      http.setInstanceFollowRedirects(false);
      if (start > 0) {
        http.setRequestProperty("Range", "bytes=" + start + "-");
      }
      int status = http.getResponseCode();
      if (status / 100 == 2) {
        return http;
      }
      if (status == RANGE_REFUSED && start > 0) {
        return open(0);
      }
      at = redirect(at, http, status);
    }
    throw new IOException("more than " + REDIRECTS + " redirects");
  }

  private static URI redirect(URI from, HttpURLConnection http, int status) throws IOException {
    String location = http.getHeaderField("Location");
    if (status / 100 != 3 || location == null) {
      throw new FileNotFoundException("the server answered " + status);
    }
    URI to = from.resolve(location);
    if (!String.valueOf(to.getScheme()).matches("https?")) {
      throw new IOException("redirected to " + to);
    }
    return to;
  }

  private void report(long done) {
    reported = done;
    listener.progress(name, done, total);
  }
}
