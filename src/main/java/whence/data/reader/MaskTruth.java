package whence.data.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import whence.WhenceException;
import whence.heatmap.Mask;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;

/**
 * A folder of PNG masks, one a clip, named by its id, as AVSBench and many others have them. Of any
 * size; read one by one, as they are asked for.
 *
 * <ul>
 *   <li>A pixel belongs to the mask if any of its channels is above 0.
 *   <li>A mask of more than two colours is refused, as a photograph or a mask with soft edges:
 *       which of its pixels belong to the source, its maker has to say.
 *   <li>A mask that is black everywhere is a clip whose source is not visible.
 *   <li>Other files and folders are left out and reported.
 * </ul>
 */
final class MaskTruth implements TruthSet {

  private static final String ENDING = ".png";

  private final String name;
  private final Map<String, Path> files = new LinkedHashMap<>();
  private final List<Oddity> oddities = new ArrayList<>();

  private MaskTruth(Path folder) {
    this.name = "masks:" + folder;
  }

  static TruthSet read(Path folder) {
    MaskTruth truth = new MaskTruth(folder);
    for (Path file : FlickrTruth.files(folder)) {
      String name = String.valueOf(file.getFileName());
      if (name.endsWith(ENDING) && Files.isRegularFile(file)) {
        String id = name.substring(0, name.length() - ENDING.length());
        truth.files.put(ClipIds.require(id, folder.toString()), file);
      } else {
        truth.oddities.add(new Oddity(name, "no " + ENDING + " file; left out"));
      }
    }
    if (truth.files.isEmpty()) {
      throw new WhenceException(
          "Cannot read the truth " + truth.name,
          "no " + ENDING + " file",
          "at least one mask, named by the id of its clip",
          "name the folder that holds the masks themselves");
    }
    return truth;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String rule() {
    return ClipTruth.MASK_RULE + "; g = 1 inside";
  }

  @Override
  public List<String> ids() {
    return List.copyOf(files.keySet());
  }

  @Override
  public boolean has(String id) {
    return files.containsKey(id);
  }

  @Override
  public ClipTruth truth(String id) {
    Path file = files.get(id);
    if (file == null) {
      throw new WhenceException(
          "Cannot give the truth of " + id,
          "no such mask in " + name,
          "one of its " + files.size() + " masks",
          "check the id against the names of the files");
    }
    return ClipTruth.alone(id, Optional.empty(), new MaskRegion(mask(file)));
  }

  /** Each clip has a picture of its own: no mask is read for that. */
  @Override
  public String image(String id) {
    return id;
  }

  @Override
  public List<Oddity> oddities() {
    return List.copyOf(oddities);
  }

  private static Mask mask(Path file) {
    Picture picture = PictureCodec.read(MediaSource.of(file));
    boolean[] cells = new boolean[picture.width() * picture.height()];
    int light = 0;
    for (int pixel = 0; pixel < cells.length; pixel++) {
      int colour = colour(picture.rgb(), pixel);
      cells[pixel] = colour != 0;
      if (colour != 0 && light != 0 && colour != light) {
        throw refusal(file, light, colour);
      }
      light = colour == 0 ? light : colour;
    }
    return new Mask(picture.height(), picture.width(), cells);
  }

  private static int colour(byte[] rgb, int pixel) {
    int at = 3 * pixel;
    return (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
  }

  private static WhenceException refusal(Path file, int one, int other) {
    return new WhenceException(
        "Cannot read the mask " + file,
        "the colours %06x and %06x besides black".formatted(one, other),
        "black and one other colour",
        "write the mask with two colours: black, and white where the source is");
  }
}
