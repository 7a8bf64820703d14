package whence.data.reader;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The clips of VGG-SS, from its JSON: {@code [{"file", "class", "bbox"}]}. */
final class VggssList {
  private VggssList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Path file = Objects.requireNonNull(list);
    JsonRows rows = new JsonRows(file, "{\"file\", \"class\", \"bbox\": [[x1, y1, x2, y2]]}");
    Map<String, ClipEntry> entries = new LinkedHashMap<>();
    rows.forEach(
        node -> {
          String id = ClipIds.require(rows.text(node, "file"), file.toString());
          entries.putIfAbsent(id, ClipEntry.of(id, Optional.of(rows.text(node, "class"))));
        });
    return ClipList.of(List.copyOf(entries.values()));
  }
}
