package whence.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;

/**
 * Reads files out of a Debian package in place: an {@code ar} file that holds {@code data.tar.xz},
 * {@code .gz}, {@code .zst} or {@code data.tar}. Nothing is unpacked to disk and nothing is run.
 *
 * <p>A member is named by its path in the package, {@code usr/share/x/owl.png}, or, for a file in a
 * Qt resource archive, {@code NAME.rcc!/path/in/it}, where {@code NAME.rcc} is the last part of the
 * archive's path in the package.
 *
 * <ul>
 *   <li>All members are found in one pass, which also verifies the package's checksums to its end.
 *   <li>A package with an absolute name or a {@code ..} in a name is refused.
 *   <li>A link is never followed: a wanted member that is one is refused by name.
 *   <li>Packages that unfold beyond {@link ArchiveLimits} are refused.
 * </ul>
 */
public final class DebArchive {
  private static final int XZ_MEMORY_KIB = 256 * 1024;
  private static final int BUFFER_BYTES = 1 << 16;

  private DebArchive() {}

  /**
   * Reads the members with {@link ArchiveLimits#defaults()}.
   *
   * @param deb the package
   * @param members the wanted members; must be relative, without {@code ..}
   * @return the members that are there, keyed as asked; a missing member is simply absent
   * @throws MediaException if the package cannot be read, is damaged, or is refused
   */
  public static Map<String, MediaSource> read(Path deb, Set<String> members) {
    return read(deb, members, ArchiveLimits.defaults());
  }

  /** As {@link #read(Path, Set)}, within the limits given. */
  public static Map<String, MediaSource> read(Path deb, Set<String> members, ArchiveLimits limits) {
    members.forEach(member -> ArchiveNames.requireSafe(deb.toString(), member));
    long[] position = {0};
    try (InputStream file = Files.newInputStream(deb);
        CountingStream counted = new CountingStream(file);
        ArArchiveInputStream ar =
            new ArArchiveInputStream(new BufferedInputStream(counted, BUFFER_BYTES))) {
      try {
        return readData(deb, ar, counted, new DebMembers(deb, members, limits));
      } finally {
        position[0] = counted.count();
      }
    } catch (IOException | IllegalArgumentException e) {
      throw damaged(deb, position[0], e);
    }
  }

  private static Map<String, MediaSource> readData(
      Path deb, ArArchiveInputStream ar, CountingStream counted, DebMembers members)
      throws IOException {
    for (ArArchiveEntry entry = ar.getNextEntry(); entry != null; entry = ar.getNextEntry()) {
      if (entry.getName().startsWith("data.tar")) {
        CountingStream stored = new CountingStream(ar);
        Map<String, MediaSource> found = readTar(deb, entry.getName(), stored, counted, members);
        if (stored.count() != entry.getSize()) {
          throw new EOFException(
              entry.getName() + " has " + stored.count() + " of " + entry.getSize() + " bytes");
        }
        return found;
      }
    }
    throw new MediaException(
        "Cannot read " + deb,
        "an ar archive without data.tar",
        "a Debian binary package (.deb)",
        "check that the file is a .deb and complete");
  }

  private static Map<String, MediaSource> readTar(
      Path deb, String name, CountingStream stored, CountingStream counted, DebMembers members)
      throws IOException {
    InputStream plain = decompressed(deb, name, stored);
    BombGuard guard = new BombGuard(plain, deb.toString(), counted, members.limits());
    TarArchiveInputStream tar = new TarArchiveInputStream(guard, "UTF-8");
    Map<String, MediaSource> found = members.readAll(tar);
    guard.transferTo(OutputStream.nullOutputStream()); // so that all checksums are looked at
    stored.transferTo(OutputStream.nullOutputStream());
    return found;
  }

  private static InputStream decompressed(Path deb, String name, InputStream in)
      throws IOException {
    InputStream source = new BufferedInputStream(in, BUFFER_BYTES);
    switch (name) {
      case "data.tar":
        return source;
      case "data.tar.gz":
        return new GzipCompressorInputStream(source);
      case "data.tar.xz":
        return XZCompressorInputStream.builder()
            .setInputStream(source)
            .setDecompressConcatenated(true)
            .setMemoryLimitKiB(XZ_MEMORY_KIB)
            .get();
      case "data.tar.zst":
        return new ZstdCompressorInputStream(source);
      default:
        throw unsupported(deb, name);
    }
  }

  private static MediaException unsupported(Path deb, String name) {
    return new MediaException(
        "Cannot read " + name + " in " + deb,
        "a compression that is not supported here",
        "data.tar, data.tar.gz, data.tar.xz or data.tar.zst",
        "use the package as Debian publishes it; those are compressed with xz");
  }

  private static MediaException damaged(Path deb, long position, Exception cause) {
    return new MediaException(
        "Cannot read " + deb + " near byte " + position,
        cause.getMessage() == null ? cause.toString() : cause.getMessage(),
        "a complete Debian binary package (.deb)",
        "the file is missing, cut short or damaged; delete it and download it again",
        cause);
  }
}
