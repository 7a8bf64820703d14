package whence.data.reader;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/**
 * IS3: a JSON array of {@code {image, audio, gt_box: [x1, y1, x2, y2]}}, boxes in pixels of the 224
 * x 224 grid, one entry for each sounding object of an image.
 *
 * <p>The id is the name of the picture's file without folder and ending, such as {@code
 * dog_banjo_2689_banjo}: what comes before the last underscore names the image, what comes after it
 * the sound.
 *
 * <p>Source: A. Senocak, H. Ryu, J. Kim, T.-H. Oh, H. Pfister, J. S. Chung, "Sound source
 * localization is all about cross-modal alignment", ICCV 2023, and its code.
 */
final class Is3Truth {

  private static final String RULE =
      "one half-open box in pixels of 224, corners (int) v; g = 1 inside";

  private final JsonRows rows;
  private final BoxTruths truths;
  private final String source;

  private Is3Truth(Path file) {
    this.source = file.toString();
    this.rows = new JsonRows(file, "{\"image\", \"audio\", \"gt_box\": [x1, y1, x2, y2]}");
    this.truths = new BoxTruths("is3:" + file, RULE);
  }

  static TruthSet read(Path file) {
    Is3Truth reader = new Is3Truth(file);
    reader.rows.forEach(reader::add);
    reader.truths.silenceTheOthers();
    return reader.truths.complete();
  }

  private void add(JsonNode node) {
    String id = ClipIds.ofPath(rows.text(node, "image"), source);
    double[] v = rows.four(node.path("gt_box"), "the box");
    Box box = new Box((int) v[0], (int) v[1], (int) v[2], (int) v[3]);
    String text =
        "box [%d, %d, %d, %d]".formatted(box.left(), box.top(), box.right(), box.bottom());
    if (box.isEmpty()) {
      truths.odd(id, text + " has no area");
    }
    for (double coordinate : v) {
      if (coordinate < 0 || coordinate > ClipTruth.SIZE) {
        truths.odd(id, text + " reaches beyond the frame of 224");
        break;
      }
    }
    Is3Name name = Is3Name.of(id);
    Region region = new BoxRegion(List.of(box), Consensus.ONE_BOX);
    truths.add(new ClipTruth(id, name.picture(), name.sounding(), region, List.of()));
  }
}
