package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * VGG-SS: a JSON array of {@code {file, class, bbox: [[x1, y1, x2, y2]]}}, boxes as fractions of
 * the full frame.
 *
 * <pre>
 * v' = (int) (224 min(max(v, 0), 1))
 * g = 1 where there is a box
 * </pre>
 *
 * <p>Of the published file's 5,158 clips, 18 boxes are degenerate: 12 hold -2.88e16 as a maximum,
 * which becomes 0, and 6 have no area. They stay in, as in the field's code, and are reported; two
 * clips end with an empty g.
 *
 * <p>Source: H. Chen, W. Xie, T. Afouras, A. Nagrani, A. Vedaldi, A. Zisserman, "Localizing visual
 * sounds the hard way", CVPR 2021.
 */
final class VggssTruth {

  private static final String RULE =
      "half-open boxes in fractions v of the frame clipped to [0, 1], corners (int) (224 v);"
          + " g = 1 in their union";

  private final JsonRows rows;
  private final BoxTruths truths;
  private final String source;

  private VggssTruth(Path file) {
    this.source = file.toString();
    this.rows = new JsonRows(file, "{\"file\", \"class\", \"bbox\": [[x1, y1, x2, y2]]}");
    this.truths = new BoxTruths("vggss:" + file, RULE);
  }

  static TruthSet read(Path file) {
    VggssTruth reader = new VggssTruth(file);
    reader.rows.forEach(reader::add);
    return reader.truths.complete();
  }

  private void add(JsonNode node) {
    String id = ClipIds.require(rows.text(node, "file"), source);
    if (!node.path("bbox").isArray()) {
      throw rows.refusal("no array under 'bbox' of " + id, null);
    }
    List<Box> boxes = new ArrayList<>();
    for (JsonNode box : node.path("bbox")) {
      boxes.add(box(id, rows.four(box, "a box")));
    }
    Optional<String> soundClass = Optional.of(rows.text(node, "class"));
    truths.add(ClipTruth.alone(id, soundClass, new BoxRegion(boxes, Consensus.ONE_BOX)));
  }

  private Box box(String id, double[] fractions) {
    int[] v = new int[4];
    boolean beyond = false;
    for (int i = 0; i < 4; i++) {
      v[i] = (int) (ClipTruth.SIZE * Math.min(Math.max(fractions[i], 0), 1));
      beyond |= fractions[i] < 0 || fractions[i] > 1;
    }
    Box box = new Box(v[0], v[1], v[2], v[3]);
    String text = "box " + Arrays.toString(fractions);
    if (box.isEmpty()) {
      truths.odd(id, text + " has no area");
    } else if (beyond) {
      truths.odd(id, text + " reaches beyond the frame; cut off");
    }
    return box;
  }
}
