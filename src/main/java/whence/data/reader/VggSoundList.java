package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The table of VGG-Sound, without a first line of names: YouTube's id, second at which the clip
 * starts, label, split. The clip is called {@code YOUTUBE_SSSSSS}.
 */
final class VggSoundList {
  private VggSoundList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Csv csv = Csv.read(Objects.requireNonNull(list));
    List<ClipEntry> entries = new ArrayList<>();
    TreeSet<String> splits = new TreeSet<>();
    for (List<String> row : csv.rows()) {
      String start = csv.field(row, 1);
      String label = csv.field(row, 2);
      splits.add(csv.field(row, 3));
      if (!start.matches("\\d{1,6}")) {
        throw csv.refusal("a start of '" + start + "'", "whole seconds in the second column");
      }
      if (csv.field(row, 3).equals(split)) {
        String id =
            String.format(Locale.ROOT, "%s_%06d", csv.field(row, 0), Integer.parseInt(start));
        entries.add(ClipEntry.of(ClipIds.require(id, list.toString()), Optional.of(label)));
      }
    }
    if (entries.isEmpty()) {
      throw csv.refusal("no clip of the split '" + split + "'", "one of the splits " + splits);
    }
    return ClipList.of(entries);
  }
}
