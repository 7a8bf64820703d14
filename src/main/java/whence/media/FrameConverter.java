package whence.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns decoded frames into pictures: RGB by the frame's own matrix and range, at most so many
 * pixels long, upright. Where it shrinks, it averages over areas. Owns native memory: close it.
 */
final class FrameConverter implements AutoCloseable {
  private static final int FLAGS = SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT;
  private static final int ALIGNMENT = 64;
  private static final int ONE = 1 << 16; // contrast and saturation of 1

  private final Path file;
  private final Rotation rotation;
  private SwsContext context = new SwsContext(null);

  FrameConverter(Path file, AVCodecParameters stream) {
    this.file = file;
    this.rotation = Rotation.ofDegrees(file, degrees(stream));
  }

  private static double degrees(AVCodecParameters stream) {
    AVPacketSideData matrix =
        av_packet_side_data_get(
            stream.coded_side_data(), stream.nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
    return matrix == null || matrix.isNull()
        ? 0
        : av_display_rotation_get(new IntPointer(matrix.data()));
  }

  /**
   * Converts a frame.
   *
   * @param longestSide pixels, at least 1; a smaller frame keeps its size
   */
  Picture convert(AVFrame frame, int longestSide) {
    VideoFacts.requirePixels(file, frame.width(), frame.height());
    double scale = Math.min(1, longestSide / (double) Math.max(frame.width(), frame.height()));
    int width = Math.max(1, (int) Math.round(scale * frame.width()));
    int height = Math.max(1, (int) Math.round(scale * frame.height()));
    prepare(frame, width, height);
    int stride = (3 * width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    try (BytePointer pixels = new BytePointer((long) stride * height + ALIGNMENT);
        PointerPointer<BytePointer> planes = new PointerPointer<>(pixels, null, null, null);
        IntPointer strides = new IntPointer(stride, 0, 0, 0)) {
      sws_scale(context, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
      byte[] rgb = new byte[3 * width * height];
      for (int y = 0; y < height; y++) {
        pixels.position((long) y * stride).get(rgb, 3 * width * y, 3 * width);
      }
      pixels.position(0);
      return rotation.apply(Picture.opaque(width, height, rgb));
    }
  }

  private void prepare(AVFrame frame, int width, int height) {
    context =
        sws_getCachedContext(
            context,
            frame.width(),
            frame.height(),
            frame.format(),
            width,
            height,
            AV_PIX_FMT_RGB24,
            FLAGS,
            null,
            null,
            (DoublePointer) null);
    if (context == null || context.isNull()) {
      throw new MediaException(
          "Cannot turn a frame of " + file + " into a picture",
          "pixel format number " + frame.format(),
          "a pixel format that FFmpeg converts to RGB",
          "convert the video with a media tool");
    }
    IntPointer matrix = sws_getCoefficients(frame.colorspace());
    int fullRange = frame.color_range() == AVCOL_RANGE_JPEG ? 1 : 0;
    sws_setColorspaceDetails(context, matrix, fullRange, matrix, 1, 0, ONE, ONE);
  }

  @Override
  public void close() {
    sws_freeContext(context);
  }
}
