package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Boxes of the instruments in frames of MUSIC duets: {@code {"VIDEO_0_1000/frame_SSS/NNNNN.jpg":
 * {"bbox": [{"normbox": [x, y, w, h], "category_id": N}]}}}, boxes as fractions of width and
 * height.
 *
 * <ul>
 *   <li>Edges are {@code int(224 x)} and {@code int(224 (x + w))}, from the first inclusive to the
 *       second exclusive; boxes of one instrument are joined.
 *   <li>The instruments without a box, of the eleven of MUSIC, are silent.
 *   <li>Frames without any box are left out.
 *   <li>The clip is {@code VIDEO_SSSSSS}, with the second of the frame, as MUSIC is read here
 *       ({@link DataSet#MUSIC_DUET}).
 * </ul>
 *
 * <p>Source: {@code duettest.json} and {@code eval_duet.py} of
 * DTaoo/Discriminative-Sounding-Objects-Localization (D. Hu et al., NeurIPS 2020), which are not
 * part of this project.
 */
final class DuetTruth {
  private static final String FORM =
      "{\"VIDEO_0_1000/frame_SSS/NNNNN.jpg\": {\"bbox\": [{\"normbox\": [x, y, w, h],"
          + " \"category_id\": N}]}}";
  private static final Pattern NAME = Pattern.compile("(.+)_\\d+_\\d+/frame_(\\d{1,6})/\\d+\\.jpg");

  /** The numbers of the instruments that play in duets. */
  private static final Map<Integer, String> NUMBERED =
      Map.of(
          1, "cello",
          3, "acoustic_guitar",
          8, "saxophone",
          10, "trumpet",
          11, "violin",
          12, "flute",
          13, "accordion");

  private static final Set<String> UNHEARD = Set.of("clarinet", "erhu", "tuba", "xylophone");

  private final Path file;
  private final JsonRows rows;
  private final Map<String, ClassTruth> clips = new LinkedHashMap<>();
  private int empty;

  private DuetTruth(Path file) {
    this.file = file;
    this.rows = JsonRows.named(file, FORM);
  }

  static ClassTruthFormat.Annotations read(Path file) {
    DuetTruth reader = new DuetTruth(file);
    reader.rows.forEachNamed(reader::take);
    return new ClassTruthFormat.Annotations(List.copyOf(reader.clips.values()), reader.empty);
  }

  private void take(String name, JsonNode entry) {
    JsonNode boxes = entry.path("bbox");
    if (!boxes.isArray()) {
      throw rows.refusal("no array under 'bbox' of " + name, null);
    }
    if (boxes.isEmpty()) {
      empty++;
      return;
    }
    Map<String, List<Box>> sounding = new LinkedHashMap<>();
    for (JsonNode box : boxes) {
      JsonNode number = box.path("category_id");
      String instrument = NUMBERED.get(number.asInt(-1));
      if (instrument == null) {
        throw rows.refusal("the category_id " + number + " of " + name, null);
      }
      sounding
          .computeIfAbsent(instrument, key -> new ArrayList<>())
          .add(box(rows.four(box.path("normbox"), "the box")));
    }
    String id = id(name);
    if (clips.put(id, truth(id, sounding)) != null) {
      throw rows.refusal("the clip " + id + " twice", null);
    }
  }

  private String id(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      throw rows.refusal("the name " + name, null);
    }
    int second = Integer.parseInt(matcher.group(2));
    return ClipIds.require("%s_%06d".formatted(matcher.group(1), second), file.toString());
  }

  private static Box box(double[] v) {
    return new Box(pixel(v[0]), pixel(v[1]), pixel(v[0] + v[2]), pixel(v[1] + v[3]));
  }

  private static int pixel(double fraction) {
    return (int) (ClipTruth.SIZE * fraction);
  }

  private static ClassTruth truth(String id, Map<String, List<Box>> sounding) {
    Set<String> silent = new TreeSet<>(NUMBERED.values());
    silent.addAll(UNHEARD);
    silent.removeAll(sounding.keySet());
    return ClassTruth.of(id, sounding, silent);
  }
}
