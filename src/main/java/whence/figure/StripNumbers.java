package whence.figure;

import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/** The numbers behind the strips. */
final class StripNumbers {
  private StripNumbers() {}

  static Table table(List<StripScene> scenes, GridGeometry geometry) {
    StringColumn id = StringColumn.create("scene");
    IntColumn iteration = IntColumn.create("iteration");
    DoubleColumn low = DoubleColumn.create("map_low");
    DoubleColumn high = DoubleColumn.create("map_high");
    IntColumn positive = IntColumn.create("positive_cells");
    IntColumn negative = IntColumn.create("negative_cells");
    DoubleColumn hit = DoubleColumn.create("positive_on_truth");
    for (StripScene scene : scenes) {
      for (int t = 0; t < scene.iterations().size(); t++) {
        StripCell cell = scene.iterations().get(t);
        id.append(scene.id());
        iteration.append(t);
        low.append(end(cell.map(), -1));
        high.append(end(cell.map(), 1));
        positive.append(cell.positive().count());
        negative.append(cell.negative().count());
        hit.append(onTruth(scene.truth(), cell.positive(), geometry));
      }
    }
    return Table.create("strips", id, iteration, low, high, positive, negative, hit);
  }

  /** The largest value for sign 1, the smallest for sign -1. */
  static double end(HeatMap map, int sign) {
    double end = Double.NEGATIVE_INFINITY;
    for (float value : map.values()) {
      end = Math.max(end, sign * value);
    }
    return sign * end;
  }

  /** Share of cells whose centre lies on the truth; NaN where there are no cells. */
  static double onTruth(Mask truth, Mask cells, GridGeometry geometry) {
    int hits = 0;
    for (int row = 0; row < cells.height(); row++) {
      for (int column = 0; column < cells.width(); column++) {
        int y = (int) Math.round(geometry.centreOf(row));
        int x = (int) Math.round(geometry.centreOf(column));
        boolean inside = y >= 0 && x >= 0 && y < truth.height() && x < truth.width();
        hits += cells.at(row, column) && inside && truth.at(y, x) ? 1 : 0;
      }
    }
    return cells.count() == 0 ? Double.NaN : hits / (double) cells.count();
  }
}
