package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tables of AVSBench, with a first line of names: {@code name} or {@code video_id}, {@code
 * split}, and for S4 {@code category}. A video {@code V} has the frames {@code V_1} to {@code V_5}
 * and one sound {@code V} of 5 seconds; each frame is a clip.
 */
final class AvsBenchList {
  private static final int FRAMES = 5;

  private AvsBenchList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Csv csv = Csv.read(Objects.requireNonNull(list));
    int name = csv.column("name", "video_id");
    int part = csv.column("split");
    boolean named = csv.rows().get(0).stream().anyMatch(c -> c.strip().equals("category"));
    List<ClipEntry> entries = new ArrayList<>();
    TreeSet<String> splits = new TreeSet<>();
    for (List<String> row : csv.rows().subList(1, csv.rows().size())) {
      splits.add(csv.field(row, part));
      if (csv.field(row, part).equals(split)) {
        String video = ClipIds.require(csv.field(row, name), list.toString());
        Optional<String> category =
            named ? Optional.of(csv.field(row, csv.column("category"))) : Optional.empty();
        for (int k = 1; k <= FRAMES; k++) {
          String frame = video + "_" + k;
          entries.add(new ClipEntry(frame, frame, frame, video, category, k - 0.5));
        }
      }
    }
    if (entries.isEmpty()) {
      throw csv.refusal("no clip of the split '" + split + "'", "one of the splits " + splits);
    }
    return ClipList.of(entries);
  }
}
