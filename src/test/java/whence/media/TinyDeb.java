package whence.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;

/** Builds tiny Debian packages for tests, honest and malicious ones. */
public final class TinyDeb {
  private final ByteArrayOutputStream tarBytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(tarBytes, "UTF-8");

  /** Adds a file; {@code ./} is put before its name as Debian's tools do. */
  public TinyDeb file(String name, byte[] content) {
    return entry(new TarArchiveEntry("./" + name), content);
  }

  TinyDeb rawName(String name) {
    return entry(new TarArchiveEntry(name, true), new byte[3]);
  }

  TinyDeb link(String name, byte type, String target) {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setLinkName(target);
    return entry(entry, new byte[0]);
  }

  TinyDeb symbolicLink(String name, String target) {
    return link(name, TarConstants.LF_SYMLINK, target);
  }

  TinyDeb hardLink(String name, String target) {
    return link(name, TarConstants.LF_LINK, target);
  }

  /** Writes the package, compressed with xz. */
  public Path write(Path deb) {
    return write(deb, "data.tar.xz");
  }

  Path write(Path deb, String member) {
    return write(deb, member, compress(member, tar()));
  }

  static Path write(Path deb, String member, byte[] content) {
    try (OutputStream out = Files.newOutputStream(deb);
        ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
      put(ar, "debian-binary", "2.0\n".getBytes(StandardCharsets.US_ASCII));
      put(ar, member, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return deb;
  }

  byte[] tar() {
    try {
      tar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tarBytes.toByteArray();
  }

  static byte[] compress(String member, byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressor(member, bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static OutputStream compressor(String member, OutputStream bytes) throws IOException {
    return switch (member.substring(member.lastIndexOf('.') + 1)) {
      case "xz" -> new XZCompressorOutputStream(bytes);
      case "gz" -> new GZIPOutputStream(bytes);
      case "zst" -> new ZstdCompressorOutputStream(bytes);
      default -> bytes;
    };
  }

  private TinyDeb entry(TarArchiveEntry entry, byte[] content) {
    try {
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(ArArchiveOutputStream ar, String name, byte[] content)
      throws IOException {
    ar.putArchiveEntry(new ArArchiveEntry(name, content.length));
    ar.write(content);
    ar.closeArchiveEntry();
  }
}
