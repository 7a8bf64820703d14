package whence.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/** Small pictures made in code. */
final class TestPictures {
  private TestPictures() {}

  static Picture gradient(int width, int height, boolean withAlpha) {
    byte[] rgb = new byte[3 * width * height];
    byte[] alpha = withAlpha ? new byte[width * height] : null;
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (7 * i);
      rgb[3 * i + 1] = (byte) (255 - 3 * i);
      rgb[3 * i + 2] = (byte) (i * i);
      if (alpha != null) {
        alpha[i] = (byte) (i * 7);
      }
    }
    return new Picture(width, height, rgb, alpha);
  }

  static Picture plain(int width, int height, int red, int green, int blue) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
      rgb[i + 1] = (byte) green;
      rgb[i + 2] = (byte) blue;
    }
    return Picture.opaque(width, height, rgb);
  }

  static byte[] webp(Picture picture) {
    int channels = picture.alpha() == null ? 3 : 4;
    try (BytePointer data = new BytePointer(Interleaved.bgr(picture));
        Mat mat = new Mat(picture.height(), picture.width(), CV_8UC(channels), data)) {
      return encoded(".webp", mat);
    }
  }

  /** A grey PNG of one row, 16 bits a pixel. */
  static byte[] grey16(short... values) {
    try (ShortPointer data = new ShortPointer(values);
        Mat mat = new Mat(1, values.length, opencv_core.CV_16UC1, data)) {
      return encoded(".png", mat);
    }
  }

  /** A grey PNG of one row, 8 bits a pixel. */
  static byte[] grey8(byte... values) {
    try (BytePointer data = new BytePointer(values);
        Mat mat = new Mat(1, values.length, opencv_core.CV_8UC1, data)) {
      return encoded(".png", mat);
    }
  }

  private static byte[] encoded(String extension, Mat mat) {
    try (BytePointer out = new BytePointer()) {
      if (!imencode(extension, mat, out)) {
        throw new IllegalStateException(extension);
      }
      byte[] bytes = new byte[(int) out.limit()];
      out.get(bytes);
      return bytes;
    }
  }
}
