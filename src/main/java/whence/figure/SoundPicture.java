package whence.figure;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import whence.media.Waveform;
import whence.signal.LogMel;
import whence.signal.LogMelSettings;
import whence.signal.LogMelSpectrogram;

/**
 * A sound to look at: the waveform, and below it on the same time axis the log-mel picture that the
 * audio network hears.
 *
 * <ul>
 *   <li>The waveform's height is [-1, 1]; each column shows its lowest and highest sample.
 *   <li>The picture is stretched from its own minimum (dark) to its maximum (light).
 *   <li>A sound too short for one frame, or of another rate than the settings', is drawn as a
 *       waveform alone.
 * </ul>
 */
public final class SoundPicture {
  private static final FigureSize SIZE = new FigureSize(120, 46, 110);
  private static final int ENLARGED = 4;
  private static final double LEFT = 34;
  private static final double RIGHT = 6;
  private static final double WAVE = 32;
  private static final double GAP = 5;
  private static final double BELOW = 24;
  private static final double[] MARKS_HZ = {200, 1000, 4000};

  private final Waveform sound;
  private final LogMelSettings settings;
  private final boolean pictured;

  private SoundPicture(Waveform sound, LogMelSettings settings) {
    this.sound = sound;
    this.settings = settings;
    this.pictured =
        sound.sampleRateHz() == settings.sampleRateHz()
            && sound.samples().length >= settings.framing().windowSamples();
  }

  /**
   * Draws a sound.
   *
   * @param settings of the log-mel picture
   * @return a figure whose numbers are the log-mel values, long form
   */
  public static Figure of(Waveform sound, LogMelSettings settings) {
    SoundPicture picture = new SoundPicture(sound, settings);
    return new Figure(SIZE, picture::paint, picture.numbers());
  }

  private void paint(Graphics2D g) {
    double width = SIZE.widthPoints() - LEFT - RIGHT;
    double waveHeight = pictured ? WAVE : SIZE.heightPoints() - BELOW - 4;
    Rectangle2D wave = new Rectangle2D.Double(LEFT, 4, width, waveHeight);
    waveform(g, wave);
    double bottom = wave.getMaxY();
    if (pictured) {
      double top = bottom + GAP;
      Rectangle2D mel = new Rectangle2D.Double(LEFT, top, width, SIZE.heightPoints() - BELOW - top);
      spectrogram(g, mel);
      bottom = mel.getMaxY();
    }
    seconds(g, width, bottom);
  }

  private void waveform(Graphics2D g, Rectangle2D box) {
    g.setFont(Typography.TEXT);
    g.setColor(Palette.INK.colour());
    Typography.right(g, "1", box.getX() - 3, box.getY() + 5);
    Typography.right(g, "-1", box.getX() - 3, box.getMaxY());
    g.setColor(Palette.BLUE.colour());
    g.setStroke(Typography.solid(0.5));
    float[] samples = sound.samples();
    int columns = (int) (2 * box.getWidth());
    for (int c = 0; c < columns && samples.length > 0; c++) {
      float low = 0;
      float high = 0;
      for (int i = edge(c, columns); i < edge(c + 1, columns); i++) {
        low = Math.min(low, Math.max(-1, samples[i]));
        high = Math.max(high, Math.min(1, samples[i]));
      }
      double x = box.getX() + (c + 0.5) / 2;
      double half = box.getHeight() / 2;
      g.draw(
          new Line2D.Double(x, box.getCenterY() - high * half, x, box.getCenterY() - low * half));
    }
  }

  private int edge(int column, int columns) {
    return (int) ((long) sound.samples().length * column / columns);
  }

  private void spectrogram(Graphics2D g, Rectangle2D box) {
    LogMelSpectrogram mel = new LogMel(settings).transform(sound.samples());
    BufferedImage image = SpectrogramImage.of(mel, ENLARGED);
    AffineTransform place = AffineTransform.getTranslateInstance(box.getX(), box.getY());
    place.scale(box.getWidth() / image.getWidth(), box.getHeight() / image.getHeight());
    g.drawImage(image, place, null);
    double[] edges = settings.bands().edgesHz();
    for (double hertz : MARKS_HZ) {
      int band = 0;
      while (band < mel.bands() && edges[band + 1] < hertz) {
        band++;
      }
      if (band < mel.bands()) {
        double y = box.getMaxY() - (band + 0.5) * box.getHeight() / mel.bands();
        g.setColor(Palette.INK.colour());
        String label = hertz >= 1000 ? (int) (hertz / 1000) + " kHz" : (int) hertz + " Hz";
        Typography.right(g, label, box.getX() - 3, y + 2.5);
      }
    }
  }

  private void seconds(Graphics2D g, double width, double bottom) {
    double length = Math.max(1e-6, sound.durationSeconds());
    Ticks ticks = Ticks.of(0, length, 8);
    List<String> labels = ticks.labels();
    g.setStroke(Typography.solid(0.5));
    for (int i = 0; i < labels.size(); i++) {
      double x = LEFT + width * ticks.at(i) / length;
      g.setColor(Palette.GREY.colour());
      g.draw(new Line2D.Double(x, bottom, x, bottom + 2.5));
      g.setColor(Palette.INK.colour());
      Typography.centred(g, labels.get(i), x, bottom + 10.5);
    }
    Typography.centred(g, "seconds", LEFT + width / 2, bottom + 20);
  }

  private Table numbers() {
    IntColumn band = IntColumn.create("band");
    IntColumn frame = IntColumn.create("frame");
    DoubleColumn value = DoubleColumn.create("log_energy");
    if (pictured) {
      LogMelSpectrogram mel = new LogMel(settings).transform(sound.samples());
      for (int i = 0; i < mel.values().length; i++) {
        band.append(i / mel.frames());
        frame.append(i % mel.frames());
        value.append(mel.values()[i]);
      }
    }
    return Table.create("sound", band, frame, value);
  }
}
