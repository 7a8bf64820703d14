package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.figure.MarkLegend.Mark;
import whence.heatmap.HeatMap;

/**
 * Marked pictures in rows, with a legend of the marks that occur.
 *
 * <ul>
 *   <li>Each map is stretched over its own range, or all over one, so that they can be compared.
 *   <li>All pictures are squashed to the shape of the first.
 *   <li>A title too wide for its picture is cut with "...".
 * </ul>
 */
public final class PictureGrid {
  private static final double GAP = 2.5;
  private static final double WIDEST = 110;
  private static final double TITLE = 12;
  private static final double MARGIN = 4;

  private final List<MarkedPicture> tiles;
  private final int columns;
  private final @Nullable AxisRange range;
  private final MarkLegend legend;
  private final double wide;
  private final double high;
  private final double[] tops;
  private final double width;

  private PictureGrid(List<MarkedPicture> tiles, int columns, @Nullable AxisRange range) {
    this.tiles = List.copyOf(tiles);
    this.columns = Math.min(columns, tiles.size());
    this.range = range;
    this.legend = legend();
    double page = FigureSize.twoColumns(100).widthPoints();
    this.wide = Math.min(WIDEST, (page - (this.columns - 1) * GAP) / this.columns);
    this.high = wide * tiles.get(0).frame().height() / tiles.get(0).frame().width();
    this.tops = tops();
    double longest = legend.marks().stream().mapToDouble(legend::width).max().orElse(0);
    this.width = Math.max(this.columns * (wide + GAP) - GAP, longest + MARGIN);
  }

  /**
   * Draws pictures, each map stretched over its own range.
   *
   * @param tiles at least one
   * @param columns pictures a row, 1 to 12
   * @return a figure whose numbers are, for each picture, the range of its map and its cells
   */
  public static Figure of(List<MarkedPicture> tiles, int columns) {
    return grid(tiles, columns, null).figure();
  }

  /**
   * Draws pictures whose colours mean the same in all maps.
   *
   * @param tiles at least one
   * @param columns pictures a row, 1 to 12
   * @param low value of the darkest colour
   * @param high value of the lightest colour, above {@code low}
   */
  public static Figure of(List<MarkedPicture> tiles, int columns, double low, double high) {
    return grid(tiles, columns, new AxisRange(low, high)).figure();
  }

  private static PictureGrid grid(
      List<MarkedPicture> tiles, int columns, @Nullable AxisRange range) {
    if (tiles.isEmpty() || columns < 1 || columns > 12) {
      throw new WhenceException(
          "Cannot lay out pictures",
          tiles.size() + " pictures in " + columns + " columns",
          "at least one picture, 1 to 12 columns",
          "pass some pictures, or fewer columns");
    }
    return new PictureGrid(tiles, columns, range);
  }

  private Figure figure() {
    double height = tops[tops.length - 1] + legend.height(width);
    FigureSize size = FigureSize.ofPoints(width, height, FigureSize.PHOTOGRAPH_DPI);
    return new Figure(size, this::paint, GridNumbers.table(tiles));
  }

  private void paint(Graphics2D g) {
    double left = (width - columns * (wide + GAP) + GAP) / 2;
    TilePainter painter = new TilePainter(g, range);
    for (int i = 0; i < tiles.size(); i++) {
      double x = left + i % columns * (wide + GAP);
      double y = tops[i / columns];
      g.setFont(Typography.STRONG);
      g.setColor(Palette.INK.colour());
      String text = Typography.fitted(Typography.STRONG, tiles.get(i).title(), wide);
      Typography.centred(g, text, x + wide / 2, y - 4);
      painter.paint(tiles.get(i), new Rectangle2D.Double(x, y, wide, high));
    }
    legend.paint(g, width, tops[tops.length - 1]);
  }

  /**
   * Of the pictures of each row, and of the legend; a row without titles leaves no room for any.
   */
  private double[] tops() {
    int rows = (tiles.size() + columns - 1) / columns;
    double[] places = new double[rows + 1];
    double y = 0;
    for (int row = 0; row < rows; row++) {
      List<MarkedPicture> shown =
          tiles.subList(row * columns, Math.min(tiles.size(), (row + 1) * columns));
      y += shown.stream().allMatch(tile -> tile.title().isEmpty()) ? 0 : TITLE;
      places[row] = y;
      y += high + GAP;
    }
    places[rows] = y + 2;
    return places;
  }

  private MarkLegend legend() {
    List<Mark> marks = new ArrayList<>();
    add(marks, Mark.TRUTH, tile -> tile.truth() != null);
    add(marks, Mark.POSITIVE, tile -> tile.positive() != null);
    add(marks, Mark.NEGATIVE, tile -> tile.negative() != null);
    add(marks, Mark.HEAT, tile -> tile.map() != null);
    return new MarkLegend(marks, heatWords());
  }

  private void add(List<Mark> marks, Mark mark, Predicate<MarkedPicture> shows) {
    if (tiles.stream().anyMatch(shows)) {
      marks.add(mark);
    }
  }

  private String heatWords() {
    List<HeatMap> maps =
        tiles.stream().map(MarkedPicture::map).filter(Objects::nonNull).map(m -> m).toList();
    if (range == null && maps.size() != 1) {
      return "low to high in each map";
    }
    double low = range == null ? StripNumbers.end(maps.get(0), -1) : range.low();
    double top = range == null ? StripNumbers.end(maps.get(0), 1) : range.high();
    return String.format(Locale.ROOT, "%.3g to %.3g", low, top);
  }
}
