package whence.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The members wanted from one package, collected while its tar archive passes by once. */
final class DebMembers {
  private final Path deb;
  private final String packageName;
  private final Set<String> wanted;
  private final ArchiveLimits limits;

  /** File name of a wanted resource archive -> path inside it -> member as asked. */
  private final Map<String, Map<String, String>> nested = new HashMap<>();

  private final Map<String, MediaSource> found = new LinkedHashMap<>();

  DebMembers(Path deb, Set<String> wanted, ArchiveLimits limits) {
    this.deb = deb;
    this.packageName = ArchiveNames.last(deb.toString()).replaceFirst("_.*", "");
    this.wanted = wanted;
    this.limits = limits;
    for (String member : wanted) {
      int bang = member.indexOf("!/");
      if (bang >= 0) {
        nested
            .computeIfAbsent(member.substring(0, bang), archive -> new TreeMap<>())
            .put(member.substring(bang + 1), member);
      }
    }
  }

  ArchiveLimits limits() {
    return limits;
  }

  /** Reads the tar archive to its end and returns what was found, keyed as asked. */
  Map<String, MediaSource> readAll(TarArchiveInputStream tar) throws IOException {
    int entries = 0;
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      if (++entries > limits.entries()) {
        throw refusal(
            "itself",
            "more than " + limits.entries() + " entries",
            "at most " + limits.entries() + " entries");
      }
      if (!entry.isCheckSumOK()) {
        throw new IOException("tar header " + entries + " has a wrong checksum");
      }
      take(
          entry,
          ArchiveNames.requireSafe(deb.toString(), ArchiveNames.plain(entry.getName())),
          tar);
    }
    if (entries == 0) {
      throw new IOException("data.tar is empty");
    }
    return found;
  }

  private void take(TarArchiveEntry entry, String name, TarArchiveInputStream tar)
      throws IOException {
    if (wanted.contains(name)) {
      put(name, bytes(entry, name, tar));
    }
    Map<String, String> inside = nested.get(ArchiveNames.last(name));
    if (inside != null && !entry.isDirectory()) {
      RccArchive rcc = RccArchive.parse(deb + ":" + name, bytes(entry, name, tar), limits);
      for (Map.Entry<String, String> path : inside.entrySet()) {
        if (rcc.contains(path.getKey())) {
          put(path.getValue(), rcc.read(path.getKey()));
        }
      }
    }
  }

  private void put(String member, byte[] bytes) {
    if (found.put(member, new MediaSource(packageName + ":" + member, bytes)) != null) {
      throw refusal(member, "the member twice", "each member once");
    }
  }

  private byte[] bytes(TarArchiveEntry entry, String name, TarArchiveInputStream tar)
      throws IOException {
    if (!entry.isFile() || entry.isLink() || entry.isSymbolicLink() || entry.isSparse()) {
      throw refusal(
          name,
          entry.isDirectory() ? "a folder" : "a link or special file",
          "a plain file; links are never followed");
    }
    if (entry.getSize() > limits.entryBytes()) {
      throw refusal(name, entry.getSize() + " bytes", "at most " + limits.entryBytes() + " bytes");
    }
    byte[] bytes = tar.readNBytes((int) entry.getSize());
    if (bytes.length != entry.getSize()) {
      throw new IOException(
          name + " ends after " + bytes.length + " of " + entry.getSize() + " bytes");
    }
    return bytes;
  }

  private MediaException refusal(String member, String got, String expected) {
    return new MediaException(
        "Refused " + member + " in " + deb,
        got,
        expected,
        "this package is malicious or damaged; get it again from where you trust it");
  }
}
