package whence.data.reader;

import java.util.List;

/**
 * What a list of a data set says.
 *
 * @param entries clips in the order of the list
 * @param notes what is odd about it, for people
 */
record ClipList(List<ClipEntry> entries, List<String> notes) {
  ClipList {
    entries = List.copyOf(entries);
    notes = List.copyOf(notes);
  }

  static ClipList of(List<ClipEntry> entries) {
    return new ClipList(entries, List.of());
  }
}
