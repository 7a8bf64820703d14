package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clips of VGG-SS, from its JSON: {@code [{"file", "class", "bbox"}]}. */
final class VggssList {
  private VggssList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Path file = Objects.requireNonNull(list);
    JsonRows rows = new JsonRows(file, "{\"file\", \"class\", \"bbox\": [[x1, y1, x2, y2]]}");
    List<ClipEntry> entries = new ArrayList<>();
    rows.forEach(
        node -> {
          String id = ClipIds.require(rows.text(node, "file"), file.toString());
          entries.add(ClipEntry.of(id, Optional.of(rows.text(node, "class"))));
        });
    return ClipList.of(entries);
  }
}
