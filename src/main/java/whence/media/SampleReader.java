package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Turns decoded sound of any sample format and number of channels into floats: as it is, or mono,
 * the mean of the channels, as {@link SoundCodec} has it, so that equal channels keep their level.
 * Owns native memory: close it.
 */
final class SampleReader implements AutoCloseable {
  private final String name;
  private final PointerPointer<FloatPointer> planes = new PointerPointer<>(1);
  private SwrContext context = new SwrContext(null);
  private FloatPointer out = new FloatPointer(1);
  private float[] interleaved = new float[0];
  private int format = -1;
  private int channels;

  SampleReader(String name) {
    this.name = name;
  }

  /** The samples of one frame, mono, at the frame's own rate. */
  float[] mono(AVFrame frame) {
    int count = read(frame);
    float[] mono = new float[count];
    for (int i = 0, at = 0; i < count; i++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved[at++];
      }
      mono[i] = (float) (sum / channels);
    }
    return mono;
  }

  /** The samples of one frame, one value a channel for each moment, at the frame's own rate. */
  float[] interleaved(AVFrame frame) {
    int count = read(frame);
    return Arrays.copyOf(interleaved, count * channels);
  }

  private int read(AVFrame frame) {
    prepare(frame);
    int count = frame.nb_samples();
    int length = count * channels;
    grow(length);
    int made = swr_convert(context, planes, count, frame.extended_data(), count);
    if (made != count) {
      throw new IllegalStateException("swr_convert gave " + made + " of " + count + ": " + name);
    }
    out.get(interleaved, 0, length);
    return count;
  }

  /** Native buffers are kept from frame to frame: there are a hundred frames a second. */
  private void grow(int length) {
    if (interleaved.length < length) {
      out.close();
      out = new FloatPointer(length);
      planes.put(0, out);
      interleaved = new float[length];
    }
  }

  private void prepare(AVFrame frame) {
    int channelsNow = frame.ch_layout().nb_channels();
    if (frame.format() == format && channelsNow == channels) {
      return;
    }
    free();
    format = frame.format();
    channels = channelsNow;
    context = new SwrContext(null);
    int rate = frame.sample_rate();
    try (AVChannelLayout layout = new AVChannelLayout()) {
      av_channel_layout_default(layout, channels);
      int error =
          swr_alloc_set_opts2(
              context, layout, AV_SAMPLE_FMT_FLT, rate, layout, format, rate, 0, (Pointer) null);
      if (error < 0 || swr_init(context) < 0) {
        throw new MediaException(
            "Cannot read the sound of " + name,
            channels + " channels of sample format number " + format,
            "a sample format that FFmpeg converts",
            "convert it with a media tool");
      }
    }
  }

  private void free() {
    if (!context.isNull()) {
      swr_free(context);
    }
  }

  @Override
  public void close() {
    free();
    out.close();
    planes.close();
  }
}
