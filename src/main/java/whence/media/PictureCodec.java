package whence.media;

import static org.bytedeco.opencv.global.opencv_core.CV_16U;
import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_PNG_COMPRESSION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/**
 * Reads PNG, JPEG and WebP pictures and writes PNG and JPEG, by OpenCV.
 *
 * <ul>
 *   <li>The contents decide the format; the name is used in messages only.
 *   <li>The structure is checked before decoding ({@link PictureFormat}), because OpenCV fills the
 *       missing part of a truncated file with grey and says nothing.
 *   <li>Alpha is kept as stored, not premultiplied. A picture without alpha gives {@code alpha ==
 *       null}; one that is opaque everywhere but carries alpha gives an array of 255.
 *   <li>Grey becomes three equal channels, a palette its colours, 16 bits a channel the nearest 8.
 *   <li>A JPEG with EXIF orientation comes out upright. Colour profiles are ignored: values are
 *       taken as sRGB. Of an animation, the first frame is read.
 *   <li>The same picture gives the same bytes each time.
 * </ul>
 */
public final class PictureCodec {
  private static final int PNG_COMPRESSION = 6;

  private PictureCodec() {}

  /**
   * Decodes one picture.
   *
   * @throws MediaException for an empty, truncated or corrupt file, another format, or more than
   *     100 megapixels
   */
  public static Picture read(MediaSource source) {
    PictureFormat format = PictureFormat.checked(source);
    byte[] bytes = source.bytes();
    // IMREAD_COLOR turns a JPEG upright; IMREAD_UNCHANGED keeps the alpha of the other two.
    int flags = format == PictureFormat.JPEG ? IMREAD_COLOR : IMREAD_UNCHANGED;
    try (BytePointer data = new BytePointer(bytes);
        Mat encoded = new Mat(1, bytes.length, CV_8UC(1), data);
        Mat decoded = imdecode(encoded, flags)) {
      if (decoded.empty()) {
        throw undecodable(source, format, "OpenCV found no picture in it", null);
      }
      return toPicture(source, format, decoded);
    } catch (MediaException e) {
      throw e;
    } catch (RuntimeException e) {
      throw undecodable(source, format, String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Encodes an opaque picture as baseline JPEG.
   *
   * @param quality 1 (small) to 100 (good)
   * @throws MediaException if the picture has alpha, which JPEG cannot hold, or the quality is out
   *     of range
   */
  public static byte[] jpeg(Picture picture, int quality) {
    if (quality < 1 || quality > 100) {
      throw new MediaException(
          "Cannot write a JPEG", "quality " + quality, "1 to 100", "use about 90");
    }
    if (picture.alpha() != null) {
      throw new MediaException(
          "Cannot write a JPEG",
          "a picture with alpha",
          "an opaque picture",
          "write a PNG, or lay the picture on a background first");
    }
    return encode(picture, ".jpg", IMWRITE_JPEG_QUALITY, quality);
  }

  /** Encodes a picture as PNG of 8 bits a channel, with alpha if it has alpha; loses nothing. */
  public static byte[] png(Picture picture) {
    return encode(picture, ".png", IMWRITE_PNG_COMPRESSION, PNG_COMPRESSION);
  }

  private static byte[] encode(Picture picture, String extension, int parameter, int value) {
    byte[] pixels = Interleaved.bgr(picture);
    int channels = picture.alpha() == null ? 3 : 4;
    try (BytePointer data = new BytePointer(pixels);
        Mat mat = new Mat(picture.height(), picture.width(), CV_8UC(channels), data);
        IntPointer parameters = new IntPointer(parameter, value);
        BytePointer encoded = new BytePointer()) {
      if (!imencode(extension, mat, encoded, parameters)) {
        throw new IllegalStateException("OpenCV cannot encode " + extension);
      }
      byte[] bytes = new byte[(int) encoded.limit()];
      encoded.get(bytes);
      return bytes;
    }
  }

  private static Picture toPicture(MediaSource source, PictureFormat format, Mat decoded) {
    try (Mat eightBits = new Mat()) {
      switch (decoded.depth()) {
        case CV_8U -> decoded.copyTo(eightBits);
        // 65535 / 257 = 255; rounds to nearest
        case CV_16U -> decoded.convertTo(eightBits, CV_8U, 1.0 / 257, 0);
        default ->
            throw undecodable(source, format, "samples of OpenCV type " + decoded.depth(), null);
      }
      byte[] pixels = new byte[Math.toIntExact(eightBits.total() * eightBits.channels())];
      eightBits.data().get(pixels);
      return Interleaved.picture(eightBits.cols(), eightBits.rows(), eightBits.channels(), pixels);
    }
  }

  private static MediaException undecodable(
      MediaSource source, PictureFormat format, String got, @Nullable Throwable cause) {
    String what = "Cannot decode the " + format + " picture " + source.name();
    String expected = "a complete " + format + " file";
    String cure = "open it in a picture viewer and save it again, or leave it out";
    return cause == null
        ? new MediaException(what, got, expected, cure)
        : new MediaException(what, got, expected, cure, cause);
  }
}
