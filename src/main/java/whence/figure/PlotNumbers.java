package whence.figure;

import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The numbers of plots in long form. */
final class PlotNumbers {
  private PlotNumbers() {}

  static Table table(Plot plot) {
    StringColumn name = StringColumn.create("series");
    DoubleColumn x = DoubleColumn.create("x");
    DoubleColumn y = DoubleColumn.create("y");
    for (Plot.Series series : plot.series()) {
      for (int i = 0; i < series.y().length; i++) {
        name.append(series.name());
        x.append(series.x()[i]);
        y.append(series.y()[i]);
      }
    }
    return Table.create(plot.title(), name, x, y);
  }
}
