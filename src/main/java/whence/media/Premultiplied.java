package whence.media;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of {@link PictureScaler}: rows are read as colour times opacity, resampled along
 * x, then along y, and divided by opacity again.
 */
final class Premultiplied {
  private final Picture picture;
  private final int channels;

  Premultiplied(Picture picture) {
    this.picture = picture;
    this.channels = picture.alpha() == null ? 3 : 4;
  }

  Picture resample(AxisWeights columns, AxisWeights rows) {
    int width = columns.length();
    int height = rows.length();
    float[][] narrow = new float[picture.height()][];
    float[] line = new float[picture.width() * channels];
    for (int y = 0; y < picture.height(); y++) {
      readRow(y, line);
      narrow[y] = alongX(line, columns);
    }
    byte[] rgb = new byte[3 * width * height];
    byte[] alpha = channels == 4 ? new byte[width * height] : null;
    float[] sum = new float[width * channels];
    for (int y = 0; y < height; y++) {
      alongY(narrow, rows, y, sum);
      for (int x = 0; x < width; x++) {
        writePixel(sum, x, y * width + x, rgb, alpha);
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  /** Fills {@code line} [W, channels] with values 0 to 255, colours times opacity. */
  private void readRow(int y, float[] line) {
    byte[] rgb = picture.rgb();
    byte[] alpha = picture.alpha();
    int start = y * picture.width();
    for (int x = 0, to = 0; x < picture.width(); x++, to += channels) {
      int from = 3 * (start + x);
      int opacity = alpha == null ? 255 : alpha[start + x] & 0xff;
      float share = opacity / 255f;
      line[to] = (rgb[from] & 0xff) * share;
      line[to + 1] = (rgb[from + 1] & 0xff) * share;
      line[to + 2] = (rgb[from + 2] & 0xff) * share;
      if (alpha != null) {
        line[to + 3] = opacity;
      }
    }
  }

  private float[] alongX(float[] line, AxisWeights columns) {
    float[] out = new float[columns.length() * channels];
    int taps = columns.taps();
    for (int x = 0; x < columns.length(); x++) {
      for (int tap = x * taps; tap < (x + 1) * taps; tap++) {
        float weight = columns.weights()[tap];
        int from = columns.indices()[tap] * channels;
        for (int c = 0; c < channels; c++) {
          out[x * channels + c] += weight * line[from + c];
        }
      }
    }
    return out;
  }

  private static void alongY(float[][] narrow, AxisWeights rows, int y, float[] sum) {
    Arrays.fill(sum, 0);
    for (int tap = y * rows.taps(); tap < (y + 1) * rows.taps(); tap++) {
      float weight = rows.weights()[tap];
      float[] line = narrow[rows.indices()[tap]];
      for (int i = 0; i < sum.length; i++) {
        sum[i] += weight * line[i];
      }
    }
  }

  private void writePixel(float[] sum, int x, int pixel, byte[] rgb, byte @Nullable [] alpha) {
    int from = x * channels;
    float share = 1;
    if (alpha != null) {
      int opacity = toByte(sum[from + 3]);
      alpha[pixel] = (byte) opacity;
      share = opacity == 0 ? 0 : 255 / sum[from + 3];
    }
    for (int c = 0; c < 3; c++) {
      rgb[3 * pixel + c] = (byte) toByte(sum[from + c] * share);
    }
  }

  private static int toByte(float value) {
    return Math.min(255, Math.max(0, Math.round(value)));
  }
}
