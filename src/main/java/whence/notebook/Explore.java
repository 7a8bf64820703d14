package whence.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.WhenceException;
import whence.evaluate.Metric;
import whence.figure.MarkedPicture;
import whence.figure.PictureGrid;
import whence.figure.StripCell;
import whence.figure.StripScene;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;
import whence.media.Picture;

/**
 * Outputs that a reader moves with mouse or keyboard, without asking the kernel: a threshold over a
 * heat map, the iterations of a clip, the sounds of a scene, a map of sounds. They keep working in
 * a saved page.
 */
public final class Explore {
  /** The fixed threshold of this project's protocol, where the slider begins. */
  private static final double THRESHOLD = 0.5;

  private Explore() {}

  /**
   * A heat map under a threshold that can be moved, with the predicted mask, its IoU with the
   * truth, and whether that is a success. The map is stretched over [0, 1] first, as the protocol
   * does.
   *
   * @param frame H x W
   * @param cells [h, w]
   * @param geometry where the cells lie in the frame
   * @param truth [H, W] pixels of the sounding object
   */
  public static CellOutput threshold(
      Picture frame, HeatMap cells, GridGeometry geometry, Mask truth) {
    MarkedPicture still = MarkedPicture.of(frame, geometry).withMap(cells).withTruth(truth);
    ScriptData data =
        of(frame, cells, geometry)
            .map("map", cells)
            .mask("truth", truth)
            .number("threshold", THRESHOLD)
            .number("success", Metric.SUCCESS_CIOU);
    String text =
        String.format(
            Locale.ROOT,
            "heat map of %d x %d cells, IoU %.3f at threshold %.1f",
            cells.height(),
            cells.width(),
            iou(cells, geometry, truth),
            THRESHOLD);
    return Widget.of("threshold", data, PictureGrid.of(List.of(still), 1), text);
  }

  /**
   * A clip through the iterations, one at a time: heat map, cells taken as sounding and as
   * non-sounding, truth, and the IoU at the protocol's threshold.
   *
   * @param scene its maps are of cells
   * @param geometry where the cells lie in the frame
   */
  public static CellOutput iterations(StripScene scene, GridGeometry geometry) {
    List<ScriptData> steps = new ArrayList<>();
    List<MarkedPicture> tiles = new ArrayList<>();
    for (int t = 0; t < scene.iterations().size(); t++) {
      StripCell cell = scene.iterations().get(t);
      requireCells(cell);
      steps.add(
          new ScriptData()
              .map("map", cell.map())
              .mask("positive", cell.positive())
              .mask("negative", cell.negative()));
      tiles.add(
          MarkedPicture.of(scene.frame(), geometry)
              .withMap(cell.map())
              .withCells(cell.positive(), cell.negative())
              .withTruth(scene.truth())
              .withTitle("iteration " + t));
    }
    ScriptData data =
        of(scene.frame(), scene.iterations().get(0).map(), geometry)
            .mask("truth", scene.truth())
            .number("threshold", THRESHOLD)
            .list("iterations", steps);
    String text = scene.id() + " through iterations 0 to " + (steps.size() - 1);
    return Widget.of("iterations", data, PictureGrid.of(tiles, Math.min(6, tiles.size())), text);
  }

  /**
   * A scene with several sounds: a click on a sound plays it and shows where the network takes it
   * to come from. All maps share one range of colours.
   *
   * @param frame H x W
   * @param geometry where the cells lie in the frame
   * @param sounds at least one, such as those of {@link SoundChoice#inScene}
   */
  public static CellOutput sounds(Picture frame, GridGeometry geometry, List<SoundChoice> sounds) {
    if (sounds.isEmpty()) {
      throw new WhenceException(
          "Cannot let a sound be chosen",
          "no sounds",
          "at least one",
          "pass the sounds of the scene: SoundChoice.inScene(...)");
    }
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    List<ScriptData> choices = new ArrayList<>();
    List<MarkedPicture> tiles = new ArrayList<>();
    for (SoundChoice sound : sounds) {
      for (float value : sound.cells().values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      choices.add(sound.data());
      tiles.add(sound.marked(frame, geometry));
    }
    high = high > low ? high : low + 1;
    ScriptData data =
        of(frame, sounds.get(0).cells(), geometry).pair("range", low, high).list("sounds", choices);
    String text = "one frame, " + sounds.size() + " sounds: " + names(sounds);
    return Widget.of("sounds", data, PictureGrid.of(tiles, tiles.size(), low, high), text);
  }

  /**
   * Sounds as points of a plane, such as an embedding brought down to two numbers: a click, or the
   * slider, chooses one, plays it and joins it to its neighbours.
   *
   * @param points in the order of the slider; at least one with a sound, at most 12 groups
   * @throws WhenceException also if the sounds are too long for a page
   */
  public static CellOutput soundMap(List<SoundPoint> points) {
    return SoundMap.of(points);
  }

  private static ScriptData of(Picture frame, HeatMap cells, GridGeometry geometry) {
    return new ScriptData()
        .text("frame", Html.jpeg(opaque(frame)))
        .size("size", frame.height(), frame.width())
        .grid("grid", cells, geometry)
        .colours("colours");
  }

  private static Picture opaque(Picture picture) {
    return picture.alpha() == null
        ? picture
        : Picture.opaque(picture.width(), picture.height(), picture.rgb());
  }

  private static double iou(HeatMap cells, GridGeometry geometry, Mask truth) {
    HeatMap pixels = Resize.bilinear(cells, geometry, truth.height(), truth.width());
    return Overlap.iou(Threshold.atLeast(MinMax.of(pixels), THRESHOLD), truth);
  }

  private static void requireCells(StripCell cell) {
    if (cell.map().values().length != cell.positive().cells().length) {
      throw new WhenceException(
          "Cannot walk through the iterations of a clip",
          "a map of " + cell.map().height() + " x " + cell.map().width(),
          cell.positive().height() + " x " + cell.positive().width() + ", the grid of its cells",
          "pass maps of cells, as pseudo-labels hold them");
    }
  }

  private static String names(List<SoundChoice> sounds) {
    return String.join(", ", sounds.stream().map(SoundChoice::name).toList());
  }
}
