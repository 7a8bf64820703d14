package whence.figure;

import whence.WhenceException;

/**
 * The printed size of a figure. All drawing is in points (1/72 inch), so a font of 7 is 7 pt on
 * paper.
 *
 * @param widthMillis width on paper in mm, 20 to 400
 * @param heightMillis height on paper in mm, 5 to 600
 * @param dotsPerInch resolution of PNG files, 72 to 1200
 */
public record FigureSize(double widthMillis, double heightMillis, int dotsPerInch) {
  /** Width of one column of a two-column journal page, mm. */
  public static final double ONE_COLUMN_MILLIS = 84;

  /** Width of the whole text block, mm. */
  public static final double TWO_COLUMNS_MILLIS = 174;

  /** Resolution of lines and text, dots per inch. */
  public static final int DPI = 300;

  /** Resolution of photographs: frames of 224 pixels gain nothing from more, but files grow. */
  public static final int PHOTOGRAPH_DPI = 200;

  private static final double MILLIS_PER_INCH = 25.4;
  private static final double POINTS_PER_INCH = 72;

  /** Checks the ranges. */
  public FigureSize {
    if (!(widthMillis >= 20
        && widthMillis <= 400
        && heightMillis >= 5
        && heightMillis <= 600
        && dotsPerInch >= 72
        && dotsPerInch <= 1200)) {
      throw new WhenceException(
          "Cannot make a figure of that size",
          widthMillis + " x " + heightMillis + " mm at " + dotsPerInch + " dots per inch",
          "20 to 400 mm wide, 5 to 600 mm high, 72 to 1200 dots per inch",
          "use oneColumn or twoColumns; show fewer rows if the figure is too high");
    }
  }

  /** A figure one column wide. */
  public static FigureSize oneColumn(double heightMillis) {
    return new FigureSize(ONE_COLUMN_MILLIS, heightMillis, DPI);
  }

  /** A figure as wide as the text block. */
  public static FigureSize twoColumns(double heightMillis) {
    return new FigureSize(TWO_COLUMNS_MILLIS, heightMillis, DPI);
  }

  /** Two columns wide and so many points high. */
  static FigureSize twoColumnsOfPoints(double heightPoints) {
    return twoColumns(heightPoints / POINTS_PER_INCH * MILLIS_PER_INCH);
  }

  /** So many points wide and high. */
  static FigureSize ofPoints(double widthPoints, double heightPoints, int dotsPerInch) {
    return new FigureSize(
        widthPoints / POINTS_PER_INCH * MILLIS_PER_INCH,
        heightPoints / POINTS_PER_INCH * MILLIS_PER_INCH,
        dotsPerInch);
  }

  /** The same at another resolution. */
  public FigureSize withDotsPerInch(int dots) {
    return new FigureSize(widthMillis, heightMillis, dots);
  }

  /** Width in points. */
  public double widthPoints() {
    return widthMillis / MILLIS_PER_INCH * POINTS_PER_INCH;
  }

  /** Height in points. */
  public double heightPoints() {
    return heightMillis / MILLIS_PER_INCH * POINTS_PER_INCH;
  }

  /** Width in pixels at the resolution, rounded. */
  public int widthPixels() {
    return (int) Math.round(widthMillis / MILLIS_PER_INCH * dotsPerInch);
  }

  /** Height in pixels at the resolution, rounded. */
  public int heightPixels() {
    return (int) Math.round(heightMillis / MILLIS_PER_INCH * dotsPerInch);
  }
}
