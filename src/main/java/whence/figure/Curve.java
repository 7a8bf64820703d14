package whence.figure;

import java.awt.BasicStroke;
import java.util.Comparator;
import java.util.List;
import whence.experiment.MetricRow;

/**
 * One metric of one localizer on one split over the iterations, and how it is drawn. Colour says
 * who; line and marker together say the second thing, so that neither needs colour.
 *
 * @param label for the legend
 * @param colour of line and marker
 * @param stroke solid with a filled marker, or dashed with an open one
 * @param rows by rising iteration; empty if the run has none
 */
record Curve(String label, Palette colour, Stroke stroke, List<MetricRow> rows) {

  /** The second thing a curve tells. */
  enum Stroke {
    /** Solid line, filled marker. */
    SOLID,
    /** Dashed line, open marker. */
    DASHED;

    /** The line at a width in points, drawn {@code unit} times larger. */
    BasicStroke line(double width, double unit) {
      return this == SOLID
          ? Typography.solid(width * unit)
          : Typography.dashed(width * unit, 3 * unit, 2 * unit);
    }
  }

  Curve {
    rows = rows.stream().sorted(Comparator.comparingInt(MetricRow::iteration)).toList();
  }
}
