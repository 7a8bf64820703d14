package whence.data.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.prepare.SourceVideos.SourceVideo;
import whence.data.reader.ManifestRow;
import whence.data.reader.ManifestRow.SourceFile;
import whence.data.reader.PreparedFolder;

/** Which videos are still to be cut. */
final class Remaining {
  private Remaining() {}

  /**
   * The videos that are not done, in order; what is left of videos that changed is removed.
   *
   * @throws WhenceException if a clip of the same id came from a video of another place
   */
  static List<SourceVideo> of(
      Collection<SourceVideo> videos, Journal journal, PreparedFolder folder) {
    Map<String, List<ManifestRow>> bySource =
        journal.rows().values().stream().collect(Collectors.groupingBy(r -> r.source().name()));
    Map<String, List<String>> byId =
        bySource.keySet().stream().collect(Collectors.groupingBy(SourceVideos::id));
    List<SourceVideo> open = new ArrayList<>();
    for (SourceVideo video : videos) {
      for (String other : byId.getOrDefault(video.id(), List.of())) {
        requireSame(video, other, folder);
      }
      List<ManifestRow> rows = bySource.getOrDefault(video.name(), List.of());
      if (!isDone(video, rows, folder)) {
        journal.remove(rows.stream().map(ManifestRow::id).toList());
        open.add(video);
      }
    }
    return open;
  }

  private static void requireSame(SourceVideo video, String other, PreparedFolder folder) {
    if (!other.equals(video.name())) {
      throw new WhenceException(
          "Cannot prepare " + video.name() + " into " + folder.path(),
          "clips of that id, cut from " + other,
          "one video for each id",
          "prepare the two into different folders; no clip takes the place of another");
    }
  }

  private static boolean isDone(SourceVideo video, List<ManifestRow> rows, PreparedFolder folder) {
    if (rows.isEmpty() || rows.get(0).source().clips() != rows.size()) {
      return false;
    }
    try {
      Path file = video.file();
      long bytes = Files.size(file);
      String modified = Files.getLastModifiedTime(file).toString();
      for (ManifestRow row : rows) {
        SourceFile source = row.source();
        if (!source.unchanged(video.name(), bytes, modified) || !hasFiles(row, folder)) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false; // cutting it will say why
    }
  }

  private static boolean hasFiles(ManifestRow row, PreparedFolder folder) {
    return row.taken() == null
        || (Files.isRegularFile(folder.frame(row.id()))
            && Files.isRegularFile(folder.audio(row.id())));
  }
}
