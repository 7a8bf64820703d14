package whence.figure;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import whence.experiment.LocalizedVideo;
import whence.signal.LogMel;
import whence.signal.LogMelSpectrogram;

/**
 * The strip beside a video: its spectrogram, how sure the model is, what the colours mean, and a
 * playhead. Drawn once; only the playhead and the words of the moment change.
 */
final class SidePanel {
  /** Width in pixels. */
  static final int WIDTH = 240;

  private static final int MARGIN = 12;
  private static final int PLOT = WIDTH - 2 * MARGIN;
  private static final int LINE = 13;
  private static final Font SMALL = Typography.TEXT.deriveFont(10f);
  private static final Font STRONG = Typography.STRONG.deriveFont(11f);

  private final LocalizedVideo video;
  private final int height;
  private final int plotHeight;
  private final BufferedImage still;

  /** For a video and a height in pixels. */
  SidePanel(LocalizedVideo video, int height) {
    this.video = video;
    this.height = height;
    this.plotHeight = Math.max(30, (height - 8 * LINE) / 2);
    this.still = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = still.createGraphics();
    try {
      Raster.hint(g);
      drawStill(g);
    } finally {
      g.dispose();
    }
  }

  private void drawStill(Graphics2D g) {
    g.setColor(Palette.INK.colour());
    g.fillRect(0, 0, WIDTH, height);
    title(g, "sound", LINE);
    g.drawImage(spectrogram(), MARGIN, spectrogramTop(), null);
    title(g, "confidence", confidenceTop() - 4);
    confidence(g);
    legend(g);
  }

  private int spectrogramTop() {
    return LINE + 4;
  }

  private int confidenceTop() {
    return spectrogramTop() + plotHeight + LINE + 8;
  }

  private int wordsTop() {
    return confidenceTop() + plotHeight / 2 + LINE + 4;
  }

  private static void title(Graphics2D g, String text, int baseline) {
    g.setFont(STRONG);
    g.setColor(Palette.FAINT.colour());
    Typography.left(g, text, MARGIN, baseline);
  }

  private BufferedImage spectrogram() {
    BufferedImage image = new BufferedImage(PLOT, plotHeight, BufferedImage.TYPE_INT_RGB);
    float[] samples = video.sound().samples();
    LogMel logMel = new LogMel(video.card().sound());
    if (samples.length < logMel.settings().framing().windowSamples()) {
      return image;
    }
    LogMelSpectrogram values = logMel.transform(samples);
    double low = Math.log(logMel.settings().floor());
    double high = low + 1;
    for (float value : values.values()) {
      high = Math.max(high, value);
    }
    for (int x = 0; x < PLOT; x++) {
      int from = (int) ((long) x * values.frames() / PLOT);
      int to = Math.max(from + 1, (int) ((x + 1L) * values.frames() / PLOT));
      for (int y = 0; y < plotHeight; y++) {
        int band = (plotHeight - 1 - y) * values.bands() / plotHeight;
        double loudest = low;
        for (int t = from; t < to; t++) {
          loudest = Math.max(loudest, values.at(band, t));
        }
        image.setRGB(x, y, HeatColours.rgb((loudest - low) / (high - low)));
      }
    }
    return image;
  }

  private void confidence(Graphics2D g) {
    int bottom = confidenceTop() + plotHeight / 2;
    g.setStroke(Typography.solid(1));
    g.setColor(Palette.GREY.colour());
    g.draw(new Line2D.Double(MARGIN, bottom, MARGIN + PLOT, bottom));
    double needed = bottom - video.controlQuantile() * plotHeight / 2;
    g.setStroke(Typography.dashed(1, 3, 3));
    g.draw(new Line2D.Double(MARGIN, needed, MARGIN + PLOT, needed));
    Path2D curve = new Path2D.Double();
    for (int k = 0; k < video.size(); k++) {
      double x = x(k * video.stepSeconds());
      double y = bottom - video.confidence(k) * plotHeight / 2;
      if (k == 0) {
        curve.moveTo(x, y);
      } else {
        curve.lineTo(x, y);
      }
    }
    g.setStroke(new BasicStroke(1.5f));
    g.setColor(Palette.SKY.colour());
    g.draw(curve);
  }

  private void legend(Graphics2D g) {
    int top = wordsTop() + LINE;
    for (int x = 0; x < PLOT; x++) {
      int rgb = SoundingVideo.colour(x / (PLOT - 1.0));
      for (int y = 0; y < 6; y++) {
        still.setRGB(MARGIN + x, Math.min(height - 1, top + y), rgb);
      }
    }
    g.setFont(SMALL);
    g.setColor(Palette.FAINT.colour());
    Typography.left(g, "half of the map's range", MARGIN, top + 6 + LINE);
    Typography.right(g, "its peak", WIDTH - MARGIN, top + 6 + LINE);
    List<String> classes = video.card().classes();
    String model = String.format(Locale.ROOT, "model of %d classes", classes.size());
    Typography.left(g, model, MARGIN, top + 6 + 2 * LINE + 4);
  }

  private double x(double seconds) {
    double length = Math.max(video.lengthSeconds(), 1e-9);
    return MARGIN + Math.max(0, Math.min(1, seconds / length)) * PLOT;
  }

  /**
   * The strip at a time.
   *
   * @param seconds from the start of the video
   * @param moment index of the moment it belongs to
   * @param canvas as large as the strip; overwritten
   */
  void draw(double seconds, int moment, BufferedImage canvas) {
    Graphics2D g = canvas.createGraphics();
    try {
      Raster.hint(g);
      g.drawImage(still, 0, 0, null);
      double x = x(seconds);
      g.setColor(Palette.PAPER.colour());
      g.setStroke(Typography.solid(1.5));
      g.draw(new Line2D.Double(x, spectrogramTop() - 2, x, confidenceTop() + plotHeight / 2.0));
      g.setFont(SMALL);
      String time = String.format(Locale.ROOT, "%.1f s: %s", seconds, video.says(moment));
      Typography.left(g, time, MARGIN, wordsTop() + 4);
    } finally {
      g.dispose();
    }
  }

  /** A canvas to draw on. */
  BufferedImage canvas() {
    return new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
  }
}
