package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.media.Picture;

/**
 * Pictures in a grid, row by row, each with a caption below: a look at many scenes or overlays at
 * once. All pictures are squashed to the shape of the first.
 */
public final class ContactSheet {
  private static final double GAP = 3;
  private static final double CAPTION = 10;

  private final List<Entry> entries;
  private final int columns;
  private final double wide;
  private final double high;
  private final FigureSize size;

  /**
   * One picture.
   *
   * @param caption one short line; cut with "..." where it is wider than the picture
   * @param picture any size
   */
  public record Entry(String caption, Picture picture) {}

  private ContactSheet(List<Entry> entries, int columns) {
    this.entries = List.copyOf(entries);
    this.columns = columns;
    Picture first = entries.get(0).picture();
    double page = FigureSize.twoColumns(100).widthPoints();
    wide = (page - (columns - 1) * GAP) / columns;
    high = wide * first.height() / first.width();
    int rows = (entries.size() + columns - 1) / columns;
    size = FigureSize.twoColumnsOfPoints(rows * (high + CAPTION + GAP));
  }

  /**
   * Draws the sheet, two columns of a page wide.
   *
   * @param entries at least one
   * @param columns pictures a row, 1 to 12
   * @return a figure whose numbers are row, column and caption of each picture
   */
  public static Figure of(List<Entry> entries, int columns) {
    if (entries.isEmpty() || columns < 1 || columns > 12) {
      throw new WhenceException(
          "Cannot lay out a contact sheet",
          entries.size() + " pictures in " + columns + " columns",
          "at least one picture, 1 to 12 columns",
          "pass some pictures, or fewer columns");
    }
    ContactSheet sheet = new ContactSheet(entries, columns);
    return new Figure(sheet.size, sheet::paint, sheet.numbers());
  }

  private void paint(Graphics2D g) {
    g.setFont(Typography.TEXT);
    g.setColor(Palette.INK.colour());
    for (int i = 0; i < entries.size(); i++) {
      Picture picture = entries.get(i).picture();
      double x = i % columns * (wide + GAP);
      double y = i / columns * (high + CAPTION + GAP);
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.scale(wide / picture.width(), high / picture.height());
      g.drawImage(Raster.image(picture), place, null);
      String caption = Typography.fitted(Typography.TEXT, entries.get(i).caption(), wide);
      Typography.left(g, caption, x, y + high + CAPTION - 2.5);
    }
  }

  private Table numbers() {
    IntColumn row = IntColumn.create("row");
    IntColumn column = IntColumn.create("column");
    StringColumn caption = StringColumn.create("caption");
    for (int i = 0; i < entries.size(); i++) {
      row.append(i / columns);
      column.append(i % columns);
      caption.append(entries.get(i).caption());
    }
    return Table.create("contact sheet", row, column, caption);
  }
}
