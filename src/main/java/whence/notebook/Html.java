package whence.notebook;

import java.util.List;
import whence.figure.Figure;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.PictureScaler;

/** Fragments of HTML that hold their pictures themselves. */
final class Html {
  /** Dots per inch of paper: two columns are 1,000 pixels wide, one column 483. */
  private static final double SCREEN_DPI = 146;

  private static final double MILLIS_PER_INCH = 25.4;
  private static final int SHEET_PIXELS = 760;
  private static final int MOST_PNG_BYTES = 60_000;
  private static final int JPEG_QUALITY = 76;

  private Html() {}

  /** A picture as {@code img}. */
  static String image(Picture picture, String alternative) {
    return image(picture, alternative, picture.width());
  }

  /** A picture as {@code img}, shown so many pixels wide. */
  static String image(Picture picture, String alternative, int width) {
    return "<img alt=\""
        + CellOutput.escape(alternative)
        + "\" width=\""
        + width
        + "\" style=\"max-width:100%;height:auto\" src=\""
        + source(picture)
        + "\">";
  }

  /** A figure at the size of a screen. */
  static String image(Figure figure, String alternative) {
    return image(onScreen(figure), alternative);
  }

  /** A picture's bytes as a source: PNG, or JPEG where a photograph makes the PNG large. */
  static String source(Picture picture) {
    byte[] png = PictureCodec.png(picture);
    return png.length <= MOST_PNG_BYTES || picture.alpha() != null
        ? "data:image/png;base64," + CellOutput.base64(png)
        : jpeg(picture);
  }

  /** A picture's bytes as a JPEG source. */
  static String jpeg(Picture opaque) {
    return "data:image/jpeg;base64," + CellOutput.base64(PictureCodec.jpeg(opaque, JPEG_QUALITY));
  }

  /** A figure as pixels, at the resolution of a screen or its own, if that is lower. */
  static Picture onScreen(Figure figure) {
    Picture full = figure.picture();
    int screen = (int) Math.round(figure.size().widthMillis() / MILLIS_PER_INCH * SCREEN_DPI);
    int width = Math.min(full.width(), screen);
    return noWider(full, width);
  }

  /** A figure of many photographs, smaller: a page with all its outputs must stay below 1 MB. */
  static Picture sheet(Figure figure) {
    return noWider(onScreen(figure), SHEET_PIXELS);
  }

  private static Picture noWider(Picture picture, int pixels) {
    int width = Math.min(picture.width(), pixels);
    int height = Math.max(1, picture.height() * width / picture.width());
    return PictureScaler.resize(picture, width, height);
  }

  /** Fragments side by side, wrapped where the page is narrow. */
  static String row(List<String> fragments) {
    StringBuilder html =
        new StringBuilder(
            "<div style=\"display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start\">");
    fragments.forEach(fragment -> html.append("<div>").append(fragment).append("</div>"));
    return html.append("</div>").toString();
  }

  /** A line of text below or above something. */
  static String line(String text) {
    return "<div style=\"font-size:90%\">" + CellOutput.escape(text) + "</div>";
  }
}
