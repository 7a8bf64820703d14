package whence.notebook;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import whence.evaluate.EvaluationReport;
import whence.figure.Figure;
import whence.figure.Overlay;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.PictureScaler;
import whence.media.Waveform;

/**
 * How each value of the library shows itself in a notebook cell. The kernel calls these for a
 * cell's last value; a cell may call them with other settings.
 */
public final class Show {
  /** Rows of a table that are shown before the rest is only counted. */
  public static final int TABLE_ROWS = 20;

  private static final int SCREEN_PIXELS = 1000;
  private static final int MOST_PNG_BYTES = 250_000;
  private static final int JPEG_QUALITY = 88;

  private Show() {}

  /** A picture at its own size; transparent where it has alpha. */
  public static CellOutput picture(Picture picture) {
    String text = "picture " + picture.width() + " x " + picture.height();
    return CellOutput.png(Png.bytes(Images.of(picture)), text);
  }

  /** A heat map, its lowest value dark and its highest light, cells as squares. */
  public static CellOutput heatMap(HeatMap map) {
    return CellOutput.png(Png.bytes(Images.of(map)), Images.text(map));
  }

  /**
   * A heat map over its picture, which turns grey so that colour means heat alone.
   *
   * @param picture H x W
   * @param map [H, W]
   */
  public static CellOutput heatMap(Picture picture, HeatMap map) {
    BufferedImage image = Images.of(Overlay.of(picture, map));
    return CellOutput.png(Png.bytes(image), Images.text(map));
  }

  /** A mask, its cells white on black. */
  public static CellOutput mask(Mask mask) {
    String text = "mask " + mask.height() + " x " + mask.width() + ", " + mask.count() + " cells";
    return CellOutput.png(Png.bytes(Images.of(mask)), text);
  }

  /** An audio player with the waveform above it. */
  public static CellOutput waveform(Waveform waveform) {
    return SoundHtml.of(waveform);
  }

  /** A chart as PNG, for an SVG stays hidden in a notebook that is not trusted. */
  public static CellOutput chart(Chart<?, ?> chart) {
    BufferedImage image =
        new BufferedImage(chart.getWidth(), chart.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    graphics.dispose();
    return CellOutput.png(Png.bytes(image), "chart " + chart.getTitle());
  }

  /**
   * A figure at the size of a screen, as PNG, or as JPEG where photographs make the PNG large. The
   * file that is written has the resolution of paper.
   */
  public static CellOutput figure(Figure figure) {
    String text = "figure with " + figure.numbers().rowCount() + " rows of numbers";
    Picture full = figure.picture();
    int width = Math.min(full.width(), SCREEN_PIXELS);
    Picture shown =
        PictureScaler.resize(full, width, Math.max(1, full.height() * width / full.width()));
    byte[] png = PictureCodec.png(shown);
    return png.length <= MOST_PNG_BYTES
        ? CellOutput.png(png, text)
        : CellOutput.jpeg(PictureCodec.jpeg(shown, JPEG_QUALITY), text);
  }

  /** The first {@value #TABLE_ROWS} rows of a table and the number of those left out. */
  public static CellOutput table(Table table) {
    return table(table, TABLE_ROWS);
  }

  /**
   * The first rows of a table and the number of those left out.
   *
   * @param rows how many, at least 0
   */
  public static CellOutput table(Table table, int rows) {
    return TableHtml.of(table, rows);
  }

  /** A report as its own text, with protocol, intervals and number of clips. */
  public static CellOutput report(EvaluationReport report) {
    String text = report.toText();
    return CellOutput.html("<pre>" + CellOutput.escape(text) + "</pre>", text);
  }

  /** Type, shape and the first values of an array; never all of them. */
  public static CellOutput array(INDArray array) {
    return CellOutput.text(ArrayText.of(array));
  }
}
