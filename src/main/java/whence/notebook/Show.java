package whence.notebook;

import java.nio.file.Path;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import whence.data.Clip;
import whence.data.scene.Scene;
import whence.data.scene.SceneFolder;
import whence.engine.GraphSketch;
import whence.evaluate.EvaluationReport;
import whence.figure.Figure;
import whence.figure.GraphDrawing;
import whence.figure.MarkedPicture;
import whence.figure.Overlay;
import whence.figure.PictureGrid;
import whence.figure.Plot;
import whence.figure.SpectrogramImage;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.label.PseudoLabels;
import whence.media.Picture;
import whence.media.Video;
import whence.media.VideoExcerpt;
import whence.media.Waveform;
import whence.model.DualEncoder;
import whence.model.EncoderSummary;
import whence.signal.LogMelSettings;
import whence.signal.LogMelSpectrogram;

/**
 * How each value of the library shows itself in a notebook cell. The kernel calls these for a
 * cell's last value; a cell may call them with other settings. {@code lib/README.md} lists them.
 */
public final class Show {
  /** Rows of a table that are shown before the rest is only counted. */
  public static final int TABLE_ROWS = 20;

  /** What the encoders hear unless told otherwise: 2 s. */
  private static final int USUAL_SECONDS = 2;

  /** Of a side of one value; a spectrogram of many bands would not fit a screen. */
  private static final int MEL_PIXELS = 4;

  private static final int MANY_BANDS = 128;

  private Show() {}

  /**
   * A picture at its own size; transparent where it has alpha. A large photograph is shown as JPEG.
   */
  public static CellOutput picture(Picture picture) {
    return Images.output(picture, "picture " + picture.width() + " x " + picture.height());
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
    return Images.output(Overlay.of(picture, map), Images.text(map));
  }

  /** A mask, its cells white on black. */
  public static CellOutput mask(Mask mask) {
    String text = "mask " + mask.height() + " x " + mask.width() + ", " + mask.count() + " cells";
    return CellOutput.png(Png.bytes(Images.of(mask)), text);
  }

  /** A picture with heat map, pseudo-labels and truth, as far as it has them. */
  public static CellOutput marked(MarkedPicture picture) {
    return figure(PictureGrid.of(List.of(picture), 1));
  }

  /** What a set of pseudo-labels says in all, and the cells of its first clips. */
  public static CellOutput labels(PseudoLabels labels) {
    return LabelsHtml.of(labels);
  }

  /** Waveform, log-mel picture and audio player. */
  public static CellOutput waveform(Waveform waveform) {
    return waveform(waveform, LogMelSettings.defaults());
  }

  /** The same with another log-mel picture. */
  public static CellOutput waveform(Waveform waveform, LogMelSettings settings) {
    return SoundHtml.of(waveform, settings);
  }

  /**
   * Several sounds to listen to one after the other, in rows of players.
   *
   * @param names one above each player
   * @param sounds as many
   */
  public static CellOutput sounds(List<String> names, List<Waveform> sounds) {
    return SoundHtml.of(names, sounds);
  }

  /** A log-mel picture, the lowest band at the bottom. */
  public static CellOutput logMel(LogMelSpectrogram mel) {
    String text = "log-mel spectrogram, " + mel.bands() + " bands, " + mel.frames() + " frames";
    int side = mel.bands() > MANY_BANDS ? MEL_PIXELS / 2 : MEL_PIXELS;
    return CellOutput.png(Png.bytes(SpectrogramImage.of(mel, side)), text);
  }

  /** Frame and sound of a clip, side by side. */
  public static CellOutput clip(Clip clip) {
    return ClipHtml.of(clip, MarkedPicture.of(clip.frame()), clip.id());
  }

  /** Frame with the true outline, classes and sound of a scene. */
  public static CellOutput scene(Scene scene) {
    MarkedPicture marked =
        MarkedPicture.of(scene.clip().frame()).withTruth(scene.annotation().sounding());
    return ClipHtml.of(scene.clip(), marked, ClipHtml.words(scene.annotation()));
  }

  /** The first scenes of a folder, each with the class of its sound. */
  public static CellOutput scenes(SceneFolder folder) {
    return ClipHtml.of(folder);
  }

  /** A video player. */
  public static CellOutput video(Video video) {
    return VideoHtml.of(video);
  }

  /** A video player with the first 10 s of a file; it says so where there is more. */
  public static CellOutput video(Path file) {
    return VideoHtml.ofStart(file);
  }

  /**
   * A video player with a part of a file.
   *
   * @param fromSeconds start
   * @param seconds length, at most 20
   */
  public static CellOutput video(Path file, double fromSeconds, double seconds) {
    return VideoHtml.of(VideoExcerpt.read(file, fromSeconds, seconds));
  }

  /** A chart as PNG, for an SVG stays hidden in a notebook that is not trusted. */
  public static CellOutput chart(Chart<?, ?> chart) {
    return Charts.png(chart);
  }

  /** A chart as SVG. */
  public static CellOutput svg(Chart<?, ?> chart) {
    return Charts.svg(chart);
  }

  /**
   * A figure at the size of a screen, as PNG, or as JPEG where photographs make the PNG large. The
   * file that is written has the resolution of paper.
   */
  public static CellOutput figure(Figure figure) {
    return Images.output(Html.onScreen(figure), text(figure));
  }

  /** A figure as SVG, sharp at every size. */
  public static CellOutput svg(Figure figure) {
    return CellOutput.svg(figure.svg(), text(figure));
  }

  /** A plot as PNG. */
  public static CellOutput plot(Plot plot) {
    return figure(plot.figure());
  }

  /** The first {@value #TABLE_ROWS} rows of a table and the number of those left out. */
  public static CellOutput table(Table table) {
    return table(table, TABLE_ROWS);
  }

  /**
   * The first rows of a table and the number of those left out.
   *
   * @param rows how many, 0 to 1,000
   */
  public static CellOutput table(Table table, int rows) {
    return TableHtml.of(table, rows);
  }

  /** A report with its protocol, intervals and number of clips. */
  public static CellOutput report(EvaluationReport report) {
    return ReportHtml.of(List.of(report));
  }

  /** Reports of one protocol and split side by side. */
  public static CellOutput reports(List<EvaluationReport> reports) {
    return ReportHtml.of(reports);
  }

  /** The layers of a dual encoder for two seconds of sound under the default settings. */
  public static CellOutput encoder(DualEncoder encoder) {
    LogMelSettings sound = LogMelSettings.defaults();
    int frames = sound.framing().frames(USUAL_SECONDS * sound.sampleRateHz());
    return encoder(encoder.summary(sound.bands().count(), frames));
  }

  /** The layers of a dual encoder: what each does, the shape it gives, its parameters. */
  public static CellOutput encoder(EncoderSummary summary) {
    return EncoderHtml.of(summary);
  }

  /** A SameDiff graph as a drawing. */
  public static CellOutput graph(GraphSketch graph) {
    return figure(GraphDrawing.of(graph));
  }

  /** Type, shape and the first values of an array; never all of them. */
  public static CellOutput array(INDArray array) {
    return CellOutput.text(ArrayText.of(array));
  }

  /** Versions and time, for the last cell of a notebook. */
  public static CellOutput versions(Versions versions) {
    return CellOutput.text(versions.toText());
  }

  private static String text(Figure figure) {
    int rows = figure.numbers().rowCount();
    return "figure with " + rows + (rows == 1 ? " row" : " rows") + " of numbers";
  }
}
