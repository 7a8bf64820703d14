package whence.notebook;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of XChart, which a cell may make itself. */
final class Charts {
  private Charts() {}

  static CellOutput png(Chart<?, ?> chart) {
    if (isEmpty(chart)) {
      return nothing(chart);
    }
    BufferedImage image =
        new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    return CellOutput.png(Png.bytes(image), text(chart));
  }

  static CellOutput svg(Chart<?, ?> chart) {
    if (isEmpty(chart)) {
      return nothing(chart);
    }
    VectorGraphics2D graphics = new VectorGraphics2D();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      PageSize page = new PageSize(chart.getWidth(), chart.getHeight());
      Processors.get("svg").getDocument(graphics.getCommands(), page).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("a byte array cannot fail", e);
    }
    return CellOutput.svg(bytes.toByteArray(), text(chart));
  }

  /** XChart fails when it paints a chart without series. */
  private static boolean isEmpty(Chart<?, ?> chart) {
    return chart.getSeriesCollection().isEmpty();
  }

  private static CellOutput nothing(Chart<?, ?> chart) {
    String text = text(chart) + ": no data. Add a series to it: chart.addSeries(name, x, y)";
    return CellOutput.html(Html.line(text), text);
  }

  private static String text(Chart<?, ?> chart) {
    return "chart " + chart.getTitle();
  }
}
