package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
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
  private static final double UNDER = TOP + TILE;
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
    Diagram page = new Diagram(g);
    paintClip(page);
    paintEncoders(page);
    paintArrows(page);
    paintLabels(page);
    paintLoop(page);
  }

  private void paintClip(Diagram page) {
    page.title("frame", 0, TOP);
    page.tile(MarkedPicture.of(labelled.frame(), labelled.geometry()), 0, TOP, TILE);
    page.title("sound", 0, LOWER);
    page.image(sound, new Rectangle2D.Double(0, LOWER, TILE, STRIP));
  }

  private void paintEncoders(Diagram page) {
    page.title("two encoders, one space", ENCODERS, TOP);
    page.box(
        new Rectangle2D.Double(ENCODERS, TOP, WIDE, 38),
        Palette.GREY,
        "image trunk",
        "frozen, pretrained",
        "%d x %d cells, %d channels"
            .formatted(positive.height(), positive.width(), numbers.trunkChannels()));
    page.box(
        new Rectangle2D.Double(ENCODERS, TOP + TILE - 38, WIDE, 38),
        Palette.BLUE,
        "image head",
        "every cell: %d, then".formatted(numbers.headWidth()),
        "%d, of unit length".formatted(numbers.embeddingWidth()));
    page.box(
        new Rectangle2D.Double(ENCODERS, LOWER + 8, WIDE, STRIP - 16),
        Palette.BLUE,
        "audio encoder",
        "%d convolutions, highest".formatted(numbers.audioConvolutions()),
        "of time and pitch,",
        "%d, of unit length".formatted(numbers.embeddingWidth()));
  }

  private void paintArrows(Diagram page) {
    page.arrow(TILE + 3, TOP + 19, ENCODERS - 2, TOP + 19);
    page.arrow(ENCODERS + WIDE / 2, TOP + 39, ENCODERS + WIDE / 2, TOP + TILE - 39);
    page.arrow(TILE + 3, LOWER + STRIP / 2, ENCODERS - 2, LOWER + STRIP / 2);
    page.arrow(ENCODERS + WIDE + 2, TOP + TILE - 19, MAPS - 2, TOP + TILE - 19);
    double bend = ENCODERS + WIDE + 13;
    page.arrow(
        ENCODERS + WIDE + 2,
        LOWER + STRIP / 2,
        bend,
        LOWER + STRIP / 2,
        bend,
        TOP + TILE / 2,
        MAPS - 2,
        TOP + TILE / 2);
  }

  private void paintLabels(Diagram page) {
    page.title("correlation", MAPS, TOP);
    MarkedPicture plain = MarkedPicture.of(labelled.frame(), labelled.geometry());
    page.tile(plain.withMap(map), MAPS, TOP, TILE);
    page.lines(MAPS, UNDER, "cosine of each cell", "and the sound");
    page.title("pseudo-labels", LABELS, TOP);
    page.tile(labelled, LABELS, TOP, TILE);
    page.lines(
        LABELS,
        UNDER,
        "sounding: top %s %% at most".formatted(perCent(numbers.largestPositiveShare())),
        "silent: lowest %s %%".formatted(perCent(numbers.negativeQuantile())));
    page.arrow(MAPS + TILE + 2, TOP + TILE / 2, LABELS - 2, TOP + TILE / 2);
    page.title("sounds alike", RELATED, TOP);
    for (int i = 0; i < related.size(); i++) {
      MarkedPicture tile = MarkedPicture.of(related.get(i), labelled.geometry());
      page.tile(tile, RELATED + 8, TOP + i * (SMALL + 4), SMALL);
    }
    if (related.isEmpty()) {
      page.lines(RELATED, TOP, "none for this clip");
    }
    page.lines(
        RELATED, UNDER, "mutual: of the %d".formatted(numbers.neighbours()), "nearest sounds");
  }

  private void paintLoop(Diagram page) {
    double top = LOWER + 8;
    Rectangle2D box = new Rectangle2D.Double(MAPS, top, SIZE.widthPoints() - MAPS - 1, STRIP - 16);
    page.box(
        box,
        Palette.VERMILLION,
        "iteration t + 1 learns from the labels of iteration t",
        "in the frame: sounding region up, hardest silent cell down",
        "across frames: what sounds alike belongs together",
        "t = 0: best cell of each pair, %d epochs; t = 1 to %d: %d epochs each"
            .formatted(numbers.firstEpochs(), numbers.lastIteration(), numbers.epochs()));
    page.arrow(LABELS + TILE / 2, TOP + TILE + 24, LABELS + TILE / 2, top - 2);
    page.arrow(RELATED + 28, TOP + TILE + 24, RELATED + 28, top - 2);
    double under = LOWER + STRIP + 6;
    double back = ENCODERS + WIDE / 2;
    page.arrow(MAPS + 60, top + STRIP - 16, MAPS + 60, under, back, under, back, LOWER + STRIP - 7);
    page.lines(back + 6, under - 2 - Typography.LINE, "weights");
  }

  private static String perCent(double share) {
    double value = 100 * share;
    return value == Math.rint(value)
        ? Integer.toString((int) value)
        : String.format(Locale.ROOT, "%.1f", value);
  }
}
