package whence.figure;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Figures as vectors, in millimetres, numbers cut to what can be seen. */
final class Svg {
  /** A number with more decimals than can be seen; pictures inside have none. */
  private static final Pattern LONG_NUMBER =
      Pattern.compile("(?<![\\w.])-?\\d+\\.\\d{3,}(?:E-?\\d+)?(?![\\w.])");

  private static final Pattern CLIP_NAME = Pattern.compile("clip-?\\d+");

  private static final double MILLIS_PER_POINT = 25.4 / 72;

  private Svg() {}

  static byte[] svg(Figure figure) {
    FigureSize size = figure.size();
    VectorGraphics2D g = new VectorGraphics2D();
    g.setColor(Palette.PAPER.colour());
    g.scale(MILLIS_PER_POINT, MILLIS_PER_POINT);
    g.fill(new Rectangle2D.Double(0, 0, size.widthPoints(), size.heightPoints()));
    figure.painting().paint(g);
    PageSize page = new PageSize(size.widthMillis(), size.heightMillis());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      Processors.get("svg").getDocument(g.getCommands(), page).writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing an SVG to memory", e);
    }
    String text = stableNames(inMillis(bytes.toString(StandardCharsets.UTF_8), size));
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The library writes the page's millimetres as pixels. */
  private static String inMillis(String svg, FigureSize size) {
    String head =
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
                + " version=\"1.1\" width=\"%1$.2fmm\" height=\"%2$.2fmm\""
                + " viewBox=\"0 0 %1$.2f %2$.2f\">",
            size.widthMillis(),
            size.heightMillis());
    return LONG_NUMBER.matcher(svg.replaceFirst("<svg[^>]*>", head)).replaceAll(Svg::shorten);
  }

  /** The library names clips by hash codes, which differ from run to run: count them instead. */
  private static String stableNames(String svg) {
    Map<String, String> names = new HashMap<>();
    return CLIP_NAME
        .matcher(svg)
        .replaceAll(name -> names.computeIfAbsent(name.group(), n -> "clip" + names.size()));
  }

  /** Two decimals of a point are enough; factors below 1 keep six. */
  private static String shorten(MatchResult number) {
    double value = Double.parseDouble(number.group());
    double unit = Math.abs(value) < 1 ? 1e6 : 1e2;
    double rounded = Math.rint(value * unit) / unit;
    return BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
  }
}
