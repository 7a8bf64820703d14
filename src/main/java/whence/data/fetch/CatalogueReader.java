package whence.data.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.WhenceException;

/** Reads the catalogue's table: class, kind, reference, SHA-256 and length, divided by tabs. */
final class CatalogueReader {
  private static final String HEADER = "class\tkind\treference\tsha256\tbytes";

  private enum Kind {
    PHOTO,
    DRAWN,
    RECORDING
  }

  private final Map<String, Map<Kind, List<String>>> classes = new LinkedHashMap<>();
  private final List<String> backgrounds = new ArrayList<>();
  private final Map<String, Pin> pins = new LinkedHashMap<>();

  private CatalogueReader() {}

  static DemoCatalogue read(String resource) {
    return parse(resource, Resources.text(resource));
  }

  /** Reads the text of a table; {@code #} begins a comment line. */
  static DemoCatalogue parse(String name, String text) {
    CatalogueReader reader = new CatalogueReader();
    boolean headerSeen = false;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      if (headerSeen) {
        reader.row(name + ", line " + number, line);
      } else if (!line.equals(HEADER)) {
        throw damaged(name + ", line " + number, line, HEADER);
      }
      headerSeen = true;
    }
    return reader.catalogue();
  }

  private void row(String where, String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != 5 || !cells[2].matches("[a-z0-9+.-]+:.+") || !cells[4].matches("\\d+")) {
      throw damaged(where, line, "class, kind, package:member, SHA-256 and length");
    }
    String reference = cells[2];
    if (pins.put(reference, new Pin(cells[3], Long.parseLong(cells[4]))) != null) {
      throw damaged(where, reference + " a second time", "each file once");
    }
    switch (cells[1]) {
      case "photo" -> add(cells[0], Kind.PHOTO, reference);
      case "drawn" -> add(cells[0], Kind.DRAWN, reference);
      case "recording" -> add(cells[0], Kind.RECORDING, reference);
      case "background" -> backgrounds.add(reference);
      default -> throw damaged(where, cells[1], "photo, drawn, recording or background");
    }
  }

  private void add(String className, Kind kind, String reference) {
    classes
        .computeIfAbsent(className, key -> new LinkedHashMap<>())
        .computeIfAbsent(kind, key -> new ArrayList<>())
        .add(reference);
  }

  private DemoCatalogue catalogue() {
    List<DemoClass> list = new ArrayList<>();
    classes.forEach(
        (name, files) ->
            list.add(
                new DemoClass(
                    name,
                    files.getOrDefault(Kind.PHOTO, List.of()),
                    files.getOrDefault(Kind.DRAWN, List.of()),
                    files.getOrDefault(Kind.RECORDING, List.of()))));
    return new DemoCatalogue(list, backgrounds, pins);
  }

  private static WhenceException damaged(String where, String got, String expected) {
    return new WhenceException(
        "Cannot read " + where, got, expected, "restore the file from the project's history");
  }
}
