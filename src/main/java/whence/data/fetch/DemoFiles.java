package whence.data.fetch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;
import whence.media.DebArchive;
import whence.media.MediaSource;

/** Reads every file of the catalogue out of its package, and lets none pass that is not as pinned. */
public final class DemoFiles {
  private static final int FAULTS_SHOWN = 8;

  private DemoFiles() {}

  /**
   * Reads and verifies all files of the catalogue, about 15 MB.
   *
   * @param catalogue what is wanted
   * @param packages the {@code .deb} of each package the catalogue names
   * @return the files by reference ({@code package:member}), in the catalogue's order
   * @throws WhenceException naming each file that is missing or differs
   */
  public static Map<String, MediaSource> read(
      DemoCatalogue catalogue, Map<String, Path> packages) {
    Map<String, MediaSource> read = new LinkedHashMap<>();
    for (String name : catalogue.packages()) {
      Path deb = packages.get(name);
      if (deb != null) {
        DebArchive.read(deb, catalogue.membersOf(name))
            .forEach((member, file) -> read.put(name + ":" + member, file));
      }
    }
    requireAll(catalogue, read, packages.values().toString());
    Map<String, MediaSource> ordered = new LinkedHashMap<>();
    for (String reference : catalogue.pins().keySet()) {
      ordered.put(reference, read.get(reference));
    }
    return ordered;
  }

  private static void requireAll(
      DemoCatalogue catalogue, Map<String, MediaSource> read, String where) {
    List<String> faults = catalogue.verify(read);
    if (!faults.isEmpty()) {
      String shown = String.join(", ", faults.subList(0, Math.min(FAULTS_SHOWN, faults.size())));
      String more = faults.size() > FAULTS_SHOWN ? ", ..." : "";
      throw new WhenceException(
          "The demo packages do not hold all demo files: " + where,
          faults.size() + " of " + catalogue.pins().size() + " files wrong: " + shown + more,
          "each file as pinned in demo-media.tsv",
          "use the package versions named in environment/data.md, or --media DIR with them");
    }
  }
}
