package whence.data.reader;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a list of a data set says.
 *
 * @param unit what it lists
 * @param entries clips in the order of the list, each once
 * @param notes what is odd about it, for people
 */
record ClipList(Coverage.Unit unit, List<ClipEntry> entries, List<String> notes) {
  ClipList {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  /** A list that names clips; of rows that name the same clip the first counts, which is noted. */
  static ClipList of(List<ClipEntry> rows) {
    return of(Coverage.Unit.CLIPS, rows);
  }

  /** The same for any unit. */
  static ClipList of(Coverage.Unit unit, List<ClipEntry> rows) {
    Map<String, ClipEntry> entries = new LinkedHashMap<>();
    Set<String> repeated = new LinkedHashSet<>();
    for (ClipEntry row : rows) {
      if (entries.putIfAbsent(row.id(), row) != null) {
        repeated.add(row.listed());
      }
    }
    List<String> notes =
        repeated.isEmpty()
            ? List.of()
            : List.of("listed again, the first row counts: " + String.join(", ", repeated));
    return new ClipList(unit, List.copyOf(entries.values()), notes);
  }
}
