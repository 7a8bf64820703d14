package whence.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds, downloads, verifies and marks packages, one after the other. */
final class PackageDownloads {
  private final AptArchive apt;
  private final WheelIndex wheels;

  PackageDownloads(Home home, FetchTools tools) {
    apt = new AptArchive(tools, home);
    wheels = new WheelIndex(tools);
  }

  /** Fetches the packages into a folder; the listener hears names and size before the first. */
  Map<String, Path> fetch(Path store, List<PinnedPackage> wanted, FetchListener listener) {
    Map<String, Download> downloads = new LinkedHashMap<>();
    for (PinnedPackage one : wanted) {
      Located found =
          switch (one.kind()) {
            case DEB -> apt.locate(one);
            case WHEEL -> wheels.locate(one);
          };
      downloads.put(
          one.name(), new Download(found.uri(), store.resolve(found.fileName()), found.pin()));
    }
    listener.planned(
        downloads.values().stream().map(PackageDownloads::fileName).toList(),
        downloads.values().stream().mapToLong(PackageDownloads::bytesToGo).sum());
    Map<String, Path> files = new LinkedHashMap<>();
    downloads.forEach(
        (name, download) -> {
          Path file = download.run(listener);
          VerifiedFile.mark(file, download.pin());
          files.put(name, file);
        });
    return files;
  }

  private static String fileName(Download download) {
    return String.valueOf(download.target().getFileName());
  }

  private static long bytesToGo(Download download) {
    try {
      long have = Files.exists(download.part()) ? Files.size(download.part()) : 0;
      return Math.max(0, download.pin().bytes() - have);
    } catch (IOException e) {
      return download.pin().bytes(); // only an estimate; the download itself reports the fault
    }
  }
}
