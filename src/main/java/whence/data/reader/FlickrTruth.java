package whence.data.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import whence.WhenceException;

/**
 * Flickr-SoundNet: a folder of XML files, one a clip, named by its id, with the boxes of three
 * annotators in a frame of 256 x 256.
 *
 * <pre>
 * ROOT / annotator / bbox / label, xmin, ymin, xmax, ymax
 * v' = (int) (224 v / 256)
 * g = min(boxes over the pixel / 2, 1)
 * </pre>
 *
 * <ul>
 *   <li>The first child of a {@code bbox} is a label and is not looked at; the other four are whole
 *       numbers in this order, whatever their names. Another number of children is refused.
 *   <li>Boxes without area, and coordinates outside of 0 to 256, are kept as they are and reported.
 *   <li>Elements that are no {@code bbox} are left out and reported; a {@code bbox} directly under
 *       the root is refused, because no annotator drew it.
 *   <li>A file without boxes is a clip without visible source: its g is 0.
 * </ul>
 *
 * <p>Source of the rule: A. Senocak, T.-H. Oh, J. Kim, M.-H. Yang, I. S. Kweon, "Learning to
 * localize sound source in visual scenes", CVPR 2018, as the evaluation code of EZ-VSL, LVS and
 * SLAVC has it.
 */
final class FlickrTruth {

  private static final double FRAME = 256;
  private static final String ENDING = ".xml";
  private static final String RULE =
      "half-open boxes in a frame of 256, corners (int) (224 v / 256); g = min(boxes / 2, 1)";
  private static final String CURE =
      "fetch the file again, or correct it by hand and say so beside your numbers";

  private final BoxTruths truths;

  private FlickrTruth(Path folder) {
    this.truths = new BoxTruths("flickr:" + folder, RULE);
  }

  static TruthSet read(Path folder) {
    FlickrTruth reader = new FlickrTruth(folder);
    for (Path file : files(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(ENDING)) {
        String id = name.substring(0, name.length() - ENDING.length());
        reader.add(ClipIds.require(id, folder.toString()), file);
      } else {
        reader.truths.odd(name, "no " + ENDING + " file; left out");
      }
    }
    return reader.truths.complete();
  }

  /** Everything in a folder, sorted by name. */
  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the folder " + folder,
          e.toString(),
          "a folder that can be read",
          "check the path and its permissions",
          e);
    }
  }

  private void add(String id, Path file) {
    List<Box> boxes = new ArrayList<>();
    XmlElement root = XmlElement.read(file);
    for (XmlElement annotator : root.children()) {
      if (annotator.name().equals("bbox")) {
        throw refusal(file, "a bbox directly under " + root.name(), "one inside an annotator");
      }
      for (XmlElement element : annotator.children()) {
        if (element.name().equals("bbox")) {
          boxes.add(box(id, file, element));
        } else {
          truths.odd(id, "the element " + element.name() + " is no bbox; left out");
        }
      }
    }
    Region region = new BoxRegion(boxes, Consensus.TWO_BOXES);
    truths.add(ClipTruth.alone(id, Optional.empty(), region));
  }

  private Box box(String id, Path file, XmlElement bbox) {
    List<XmlElement> parts = bbox.children();
    if (parts.size() != 5) {
      throw refusal(
          file,
          "a bbox with " + Math.max(parts.size() - 1, 0) + " numbers",
          "a label, then xmin, ymin, xmax and ymax");
    }
    int[] drawn = new int[4];
    int[] scaled = new int[4];
    for (int i = 0; i < 4; i++) {
      drawn[i] = number(file, parts.get(i + 1));
      scaled[i] = (int) (ClipTruth.SIZE * (long) drawn[i] / FRAME);
    }
    Box box = new Box(scaled[0], scaled[1], scaled[2], scaled[3]);
    report(id, drawn, box);
    return box;
  }

  private void report(String id, int[] drawn, Box box) {
    String text = "box [%d, %d, %d, %d]".formatted(drawn[0], drawn[1], drawn[2], drawn[3]);
    if (box.isEmpty()) {
      truths.odd(id, text + " has no area");
    }
    for (int coordinate : drawn) {
      if (coordinate < 0 || coordinate > FRAME) {
        truths.odd(id, text + " reaches beyond the frame of 256");
        return;
      }
    }
  }

  private static int number(Path file, XmlElement element) {
    String text = element.text().toString().strip();
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      String shown = text.length() > 40 ? text.substring(0, 40) + "..." : text;
      throw new WhenceException(
          "Cannot read the annotation " + file,
          "'" + shown + "' as " + element.name(),
          "a whole number",
          CURE,
          e);
    }
  }

  private static WhenceException refusal(Path file, String got, String expected) {
    return new WhenceException("Cannot read the annotation " + file, got, expected, CURE);
  }
}
