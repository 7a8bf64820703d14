package whence.data.fetch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import whence.media.MediaSource;

/**
 * The media of the demo: which files of which packages make which class, each pinned by its own
 * SHA-256, so that another version of a package is welcome as long as these files are the same.
 *
 * @param classes in a fixed order
 * @param backgrounds photographs to compose on, each {@code package:member}
 * @param pins every reference of the classes and backgrounds, in the order of the list
 */
public record DemoCatalogue(
    List<DemoClass> classes, List<String> backgrounds, Map<String, Pin> pins) {

  /** Copies the collections. */
  public DemoCatalogue {
    classes = List.copyOf(classes);
    backgrounds = List.copyOf(backgrounds);
    pins = Collections.unmodifiableMap(new LinkedHashMap<>(pins));
  }

  /** The catalogue that comes with this library. */
  public static DemoCatalogue load() {
    return CatalogueReader.read("demo-media.tsv");
  }

  /** The packages named by the references, in order of appearance. */
  public Set<String> packages() {
    Set<String> packages = new LinkedHashSet<>();
    pins.keySet().forEach(reference -> packages.add(packageOf(reference)));
    return packages;
  }

  /** The members wanted from one package. */
  public Set<String> membersOf(String packageName) {
    Set<String> members = new LinkedHashSet<>();
    for (String reference : pins.keySet()) {
      if (packageOf(reference).equals(packageName)) {
        members.add(reference.substring(packageName.length() + 1));
      }
    }
    return members;
  }

  /**
   * Compares files with their pins.
   *
   * @param files by reference; files that are not in the catalogue are ignored
   * @return one line for each reference that is missing or differs; empty if all is well
   */
  public List<String> verify(Map<String, MediaSource> files) {
    List<String> faults = new ArrayList<>();
    pins.forEach(
        (reference, pin) -> {
          MediaSource file = files.get(reference);
          if (file == null) {
            faults.add("missing " + reference);
          } else if (!pin.matches(file.bytes())) {
            faults.add("different " + reference);
          }
        });
    return faults;
  }

  private static String packageOf(String reference) {
    return reference.substring(0, reference.indexOf(':'));
  }
}
