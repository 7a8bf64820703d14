package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * The lists of MUSIC, solo or duet: {@code {"videos": {"INSTRUMENT": ["YOUTUBE", ...]}}}, in a duet
 * two instruments separated by a space. It lists videos, and coverage counts videos: one of which
 * no second is there is missing. A video has as many clips {@code YOUTUBE_SSSSSS} as have a frame,
 * or as the manifest says were looked at.
 */
final class MusicList {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECOND = "_\\d{6}$";

  private MusicList() {}

  static ClipList read(Path folder, @Nullable Path list, String split) {
    Path file = Objects.requireNonNull(list);
    Map<String, Set<String>> seconds = seconds(folder);
    List<ClipEntry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> instrument : videos(file).properties()) {
      Optional<String> sounding = Optional.of(instrument.getKey());
      for (JsonNode video : instrument.getValue()) {
        String id = ClipIds.require(video.asText(), file.toString());
        for (String clip : seconds.getOrDefault(id, Set.of(id))) {
          entries.add(ClipEntry.ofVideo(clip, id, sounding));
        }
      }
    }
    return ClipList.of(Coverage.Unit.VIDEOS, entries);
  }

  /** Ids of the seconds of each video that have a frame or were looked at, sorted. */
  private static Map<String, Set<String>> seconds(Path folder) {
    List<String> ids = new ArrayList<>(FolderList.frames(folder));
    ids.addAll(Manifest.read(new PreparedFolder(folder).manifest()).keySet());
    Map<String, Set<String>> seconds = new HashMap<>();
    for (String id : ids) {
      seconds.computeIfAbsent(id.replaceFirst(SECOND, ""), k -> new TreeSet<>()).add(id);
    }
    return seconds;
  }

  private static JsonNode videos(Path file) {
    try {
      JsonNode videos = JSON.readTree(file.toFile()).path("videos");
      if (!videos.isObject() || videos.isEmpty()) {
        throw refusal(file, "no object under 'videos'", null);
      }
      return videos;
    } catch (IOException e) {
      throw refusal(file, String.valueOf(e.getMessage()).replaceAll("\\s+", " "), e);
    }
  }

  private static WhenceException refusal(Path file, String got, @Nullable Exception cause) {
    String what = "Cannot read the list " + file;
    String expected = "{\"videos\": {\"INSTRUMENT\": [\"YOUTUBE\", ...]}}";
    String cure = "use the list as MUSIC has it, MUSIC_solo_videos.json or MUSIC_duet_videos.json";
    return cause == null
        ? new WhenceException(what, got, expected, cure)
        : new WhenceException(what, got, expected, cure, cause);
  }
}
