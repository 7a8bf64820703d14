package whence.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/** The numbers behind a grid of pictures; what a picture does not have is missing. */
final class GridNumbers {
  private GridNumbers() {}

  static Table table(List<MarkedPicture> tiles) {
    StringColumn title = StringColumn.create("title");
    DoubleColumn low = DoubleColumn.create("map_low");
    DoubleColumn high = DoubleColumn.create("map_high");
    IntColumn positive = IntColumn.create("positive_cells");
    IntColumn negative = IntColumn.create("negative_cells");
    DoubleColumn hit = DoubleColumn.create("positive_on_truth");
    for (MarkedPicture tile : tiles) {
      title.append(tile.title());
      HeatMap map = tile.map();
      low.append(map == null ? Double.NaN : StripNumbers.end(map, -1));
      high.append(map == null ? Double.NaN : StripNumbers.end(map, 1));
      append(positive, tile.positive());
      append(negative, tile.negative());
      hit.append(
          tile.truth() == null || tile.positive() == null
              ? Double.NaN
              : StripNumbers.onTruth(tile.truth(), tile.positive(), tile.geometry()));
    }
    return Table.create("pictures", title, low, high, positive, negative, hit);
  }

  private static void append(IntColumn column, @Nullable Mask cells) {
    if (cells == null) {
      column.appendMissing();
    } else {
      column.append(cells.count());
    }
  }
}
