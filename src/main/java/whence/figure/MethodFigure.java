package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.experiment.ExperimentSettings;
import whence.experiment.MethodNumbers;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.signal.LogMelSpectrogram;

/**
 * The method on one page, drawn from the settings of a run and one of its clips: two encoders, the
 * correlation of every cell with the sound, the pseudo-labels it gives, and the loop. Every number
 * in it is read from the settings; every picture is of the clip.
 */
public final class MethodFigure {
  private static final FigureSize SIZE = FigureSize.twoColumns(76);
  private static final double TILE = 84;
  private static final double TOP = 16;
  private static final double LOWER = 138;
  private static final double STRIP = 66;
  private static final double ENCODERS = 106;
  private static final double WIDE = 102;
  private static final double MAPS = 232;
  private static final double LABELS = 330;
  private static final double RELATED = 428;
  private static final double SMALL = 40;
  private static final int MOST_RELATED = 2;

  private final MethodNumbers numbers;
  private final MarkedPicture labelled;
  private final HeatMap map;
  private final Mask positive;
  private final BufferedImage sound;
  private final List<Picture> related;
  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  private MethodFigure(
      MethodNumbers numbers,
      MarkedPicture labelled,
      HeatMap map,
      Mask positive,
      LogMelSpectrogram sound,
      List<Picture> related) {
    this.numbers = numbers;
    this.labelled = labelled;
    this.map = map;
    this.positive = positive;
    this.sound = SpectrogramImage.of(sound, 4);
    this.related = related.subList(0, Math.min(MOST_RELATED, related.size()));
    number("bands of the spectrogram", sound.bands());
    number("frames of the spectrogram", sound.frames());
  }

  /**
   * Draws the method.
   *
   * @param settings of the run
   * @param labelled a clip of the run with its map and its pseudo-labels
   * @param sound the clip's sound as the network hears it
   * @param related frames of clips that the pseudo-labels relate to it; the first {@value
   *     #MOST_RELATED} are shown, and with none the figure says so
   * @return two columns wide; its numbers are those in the text
   * @throws WhenceException if the clip has no map or no labels
   */
  public static Figure of(
      ExperimentSettings settings,
      MarkedPicture labelled,
      LogMelSpectrogram sound,
      List<Picture> related) {
    HeatMap map = labelled.map();
    Mask positive = labelled.positive();
    if (map == null || positive == null) {
      throw new WhenceException(
          "Cannot draw the method",
          map == null ? "a clip without a heat map" : "a clip without pseudo-labels",
          "a clip with both",
          "mark the clip with withLabels(run.labels(1), clip)");
    }
    MethodFigure figure =
        new MethodFigure(MethodNumbers.of(settings), labelled, map, positive, sound, related);
    figure.readSettings();
    Table told =
        Table.create(
            "method",
            StringColumn.create("what", figure.names),
            StringColumn.create("value", figure.values));
    return new Figure(SIZE, figure::paint, told);
  }

  private void readSettings() {
    number("rows of cells", positive.height());
    number("columns of cells", positive.width());
    numbers.byName().forEach(this::number);
  }

  private void number(String name, Number value) {
    names.add(name);
    values.add(value.toString());
  }

  private void paint(Graphics2D g) {
    paintClip(g);
    paintEncoders(g);
    paintLabels(g);
    paintLoop(g);
  }

  private void paintClip(Graphics2D g) {
    title(g, "frame", 0, TOP);
    tile(g, MarkedPicture.of(labelled.frame(), labelled.geometry()), 0, TOP, TILE);
    title(g, "sound", 0, LOWER);
    AffineTransform place = AffineTransform.getTranslateInstance(0, LOWER);
    place.scale(TILE / sound.getWidth(), STRIP / sound.getHeight());
    g.drawImage(sound, place, null);
  }

  private void paintEncoders(Graphics2D g) {
    double middle = TOP + TILE / 2;
    title(g, "two encoders, one space", ENCODERS, TOP);
    box(
        g,
        new Rectangle2D.Double(ENCODERS, TOP, WIDE, 38),
        Palette.GREY,
        "image trunk",
        "frozen, pretrained",
        "%d x %d cells, %d channels"
            .formatted(positive.height(), positive.width(), numbers.trunkChannels()));
    box(
        g,
        new Rectangle2D.Double(ENCODERS, TOP + TILE - 38, WIDE, 38),
        Palette.BLUE,
        "image head",
        "every cell: %d, then".formatted(numbers.headWidth()),
        "%d, of unit length".formatted(numbers.embeddingWidth()));
    box(
        g,
        new Rectangle2D.Double(ENCODERS, LOWER + 8, WIDE, STRIP - 16),
        Palette.BLUE,
        "audio encoder",
        "%d convolutions, highest".formatted(numbers.audioConvolutions()),
        "of time and pitch,",
        "%d, of unit length".formatted(numbers.embeddingWidth()));
    arrow(g, TILE + 3, TOP + 19, ENCODERS - 2, TOP + 19);
    arrow(g, ENCODERS + WIDE / 2, TOP + 39, ENCODERS + WIDE / 2, TOP + TILE - 39);
    arrow(g, TILE + 3, LOWER + STRIP / 2, ENCODERS - 2, LOWER + STRIP / 2);
    arrow(g, ENCODERS + WIDE + 2, TOP + TILE - 19, MAPS - 2, TOP + TILE - 19);
    double bend = ENCODERS + WIDE + 13;
    arrow(
        g,
        ENCODERS + WIDE + 2,
        LOWER + STRIP / 2,
        bend,
        LOWER + STRIP / 2,
        bend,
        middle,
        MAPS - 2,
        middle);
  }

  private void paintLabels(Graphics2D g) {
    title(g, "correlation", MAPS, TOP);
    MarkedPicture plain = MarkedPicture.of(labelled.frame(), labelled.geometry());
    tile(g, plain.withMap(map), MAPS, TOP, TILE);
    below(g, "cosine of each cell", "and the sound", MAPS);
    title(g, "pseudo-labels", LABELS, TOP);
    tile(g, labelled, LABELS, TOP, TILE);
    below(
        g,
        "sounding: top %s %% at most".formatted(perCent(numbers.largestPositiveShare())),
        "silent: lowest %s %%".formatted(perCent(numbers.negativeQuantile())),
        LABELS);
    arrow(g, MAPS + TILE + 2, TOP + TILE / 2, LABELS - 2, TOP + TILE / 2);
    title(g, "sounds alike", RELATED, TOP);
    for (int i = 0; i < related.size(); i++) {
      MarkedPicture tile = MarkedPicture.of(related.get(i), labelled.geometry());
      tile(g, tile, RELATED + 8, TOP + i * (SMALL + 4), SMALL);
    }
    if (related.isEmpty()) {
      text(g, "none for this clip", RELATED, TOP + 12);
    }
    below(g, "mutual: of the %d".formatted(numbers.neighbours()), "nearest sounds", RELATED);
  }

  private void paintLoop(Graphics2D g) {
    double top = LOWER + 8;
    Rectangle2D box = new Rectangle2D.Double(MAPS, top, SIZE.widthPoints() - MAPS - 1, STRIP - 16);
    box(
        g,
        box,
        Palette.VERMILLION,
        "iteration t + 1 learns from the labels of iteration t",
        "in the frame: sounding region up, hardest silent cell down",
        "across frames: what sounds alike belongs together",
        "t = 0: best cell of each pair, %d epochs; t = 1 to %d: %d epochs each"
            .formatted(numbers.firstEpochs(), numbers.lastIteration(), numbers.epochs()));
    arrow(g, LABELS + TILE / 2, TOP + TILE + 24, LABELS + TILE / 2, top - 2);
    arrow(g, RELATED + 28, TOP + TILE + 24, RELATED + 28, top - 2);
    double under = LOWER + STRIP + 6;
    double back = ENCODERS + WIDE / 2;
    arrow(g, MAPS + 60, top + STRIP - 16, MAPS + 60, under, back, under, back, LOWER + STRIP - 7);
    g.setFont(Typography.TEXT);
    text(g, "weights", back + 6, under - 2);
  }

  private static String perCent(double share) {
    double value = 100 * share;
    return value == Math.rint(value)
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }

  private static void tile(Graphics2D g, MarkedPicture picture, double x, double y, double side) {
    new TilePainter(g, null).paint(picture, new Rectangle2D.Double(x, y, side, side));
  }

  private static void title(Graphics2D g, String text, double x, double top) {
    g.setFont(Typography.TITLE);
    text(g, text, x, top - 5);
  }

  private static void text(Graphics2D g, String text, double x, double baseline) {
    g.setColor(Palette.INK.colour());
    Typography.left(g, text, x, baseline);
  }

  /** Two lines under a tile of the upper row. */
  private static void below(Graphics2D g, String first, String second, double x) {
    g.setFont(Typography.TEXT);
    text(g, first, x, TOP + TILE + Typography.LINE);
    text(g, second, x, TOP + TILE + 2 * Typography.LINE);
  }

  private static void box(
      Graphics2D g, Rectangle2D place, Palette colour, String title, String... lines) {
    RoundRectangle2D box =
        new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), 6, 6);
    g.setColor(colour.at(0.12));
    g.fill(box);
    g.setColor(colour.colour());
    g.setStroke(Typography.solid(0.8));
    g.draw(box);
    double all = (1 + lines.length) * Typography.LINE;
    double y = place.getCenterY() - all / 2 + Typography.LINE - 2.4;
    g.setFont(Typography.STRONG);
    g.setColor(Palette.INK.colour());
    Typography.centred(g, title, place.getCenterX(), y);
    g.setFont(Typography.TEXT);
    for (String line : lines) {
      y += Typography.LINE;
      Typography.centred(g, line, place.getCenterX(), y);
    }
  }

  /** Straight pieces through points x, y, x, y, ..., with a head at the last. */
  private static void arrow(Graphics2D g, double... points) {
    g.setColor(Palette.INK.colour());
    g.setStroke(Typography.solid(0.9));
    Path2D line = new Path2D.Double();
    line.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      line.lineTo(points[i], points[i + 1]);
    }
    g.draw(line);
    int n = points.length;
    double angle = Math.atan2(points[n - 1] - points[n - 3], points[n - 2] - points[n - 4]);
    AffineTransform turned = AffineTransform.getTranslateInstance(points[n - 2], points[n - 1]);
    turned.rotate(angle);
    Path2D head = new Path2D.Double();
    head.moveTo(-4.5, -2.4);
    head.lineTo(0.6, 0);
    head.lineTo(-4.5, 2.4);
    head.closePath();
    g.fill(turned.createTransformedShape(head));
  }
}
