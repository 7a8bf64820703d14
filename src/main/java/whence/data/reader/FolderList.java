package whence.data.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * The clips of any folder: those of a list of ids, or all that its manifest took, or, without a
 * manifest, all that have a frame.
 */
final class FolderList {
  private FolderList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    if (list != null) {
      IdList ids = IdList.read(list);
      return new ClipList(Coverage.Unit.CLIPS, entries(ids.ids()), ids.notes());
    }
    Map<String, ManifestRow> rows = Manifest.read(new PreparedFolder(folder).manifest());
    List<String> taken = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          if (row.taken() != null) {
            taken.add(id);
          }
        });
    return ClipList.of(entries(rows.isEmpty() ? frames(folder) : taken));
  }

  static List<ClipEntry> entries(List<String> ids) {
    return ids.stream().map(id -> ClipEntry.of(id, Optional.empty())).toList();
  }

  /** Ids of all frames there are, sorted. */
  static List<String> frames(Path folder) {
    Path frames = new PreparedFolder(folder).frames();
    TreeSet<String> ids = new TreeSet<>();
    try (Stream<Path> files = Files.list(frames)) {
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.matches("[^.].*\\.(jpg|png)"))
          .forEach(name -> ids.add(ClipIds.ofPath(name, frames.toString())));
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot open the clips in " + folder,
          e.toString(),
          "a folder with frames/ and audio/",
          "check the path; videos have to be prepared first (whence prepare)",
          e);
    }
    return List.copyOf(ids);
  }
}
