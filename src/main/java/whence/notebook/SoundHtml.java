package whence.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import whence.media.SoundCodec;
import whence.media.Waveform;

/** A sound to see and to hear. */
final class SoundHtml {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 80;

  private SoundHtml() {}

  static CellOutput of(Waveform waveform) {
    String text =
        String.format(
            Locale.ROOT,
            "sound of %.2f s at %d Hz, peak %.3f",
            waveform.durationSeconds(),
            waveform.sampleRateHz(),
            waveform.peak());
    String html =
        "<figure style=\"margin:0\"><img alt=\""
            + text
            + "\" src=\"data:image/png;base64,"
            + CellOutput.base64(Png.bytes(drawing(waveform.samples())))
            + "\"><br><audio controls src=\"data:audio/wav;base64,"
            + CellOutput.base64(SoundCodec.wav(waveform))
            + "\"></audio></figure>";
    return CellOutput.html(html, text);
  }

  /** The lowest and highest sample of each column; the height is [-1, 1]. */
  private static BufferedImage drawing(float[] samples) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setColor(new Color(0x00, 0x72, 0xB2));
    for (int x = 0; x < WIDTH; x++) {
      int from = (int) ((long) samples.length * x / WIDTH);
      int to = (int) ((long) samples.length * (x + 1) / WIDTH);
      float low = 0;
      float high = 0;
      for (int i = from; i < to; i++) {
        low = Math.min(low, samples[i]);
        high = Math.max(high, samples[i]);
      }
      graphics.drawLine(x, row(high), x, row(low));
    }
    graphics.dispose();
    return image;
  }

  private static int row(float amplitude) {
    float clamped = Math.max(-1, Math.min(1, amplitude));
    return Math.round((1 - clamped) / 2 * (HEIGHT - 1));
  }
}
