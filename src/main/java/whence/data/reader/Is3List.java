package whence.data.reader;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clips of IS3, from its JSON: {@code [{"image", "audio", "gt_box"}]}. The frame is the file
 * that {@code image} names and the sound the one that {@code audio} names, each in its folder; the
 * clip is called by its image, whose part after the last underscore names the sound.
 */
final class Is3List {
  private Is3List() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Path file = Objects.requireNonNull(list);
    JsonRows rows = new JsonRows(file, "{\"image\", \"audio\", \"gt_box\": [x1, y1, x2, y2]}");
    List<ClipEntry> entries = new ArrayList<>();
    rows.forEach(
        node -> {
          String image = ClipIds.ofPath(rows.text(node, "image"), file.toString());
          String sound = ClipIds.ofPath(rows.text(node, "audio"), file.toString());
          Optional<String> sounding = Is3Name.of(image).sounding();
          entries.add(new ClipEntry(image, image, image, sound, sounding, Double.NaN));
        });
    return ClipList.of(entries);
  }
}
