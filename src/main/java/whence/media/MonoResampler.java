package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * Resamples mono floats a piece at a time by FFmpeg's swresample (windowed sinc, 32 taps, Kaiser
 * window, its defaults) and collects the result: n samples become ceil(n * to / from).
 */
final class MonoResampler implements AutoCloseable {
  /** About 4.6 hours at 16 kHz, one gigabyte. */
  private static final int MOST_SAMPLES = 1 << 28;

  private final String name;
  private final int fromHz;
  private final int toHz;
  private final SwrContext context = new SwrContext(null);
  private long taken;
  private float[] collected = new float[1 << 14];
  private int length;

  MonoResampler(String name, int fromHz, int toHz) {
    this.name = name;
    this.fromHz = fromHz;
    this.toHz = toHz;
    if (fromHz != toHz) {
      open();
    }
  }

  private void open() {
    try (AVChannelLayout mono = new AVChannelLayout()) {
      av_channel_layout_default(mono, 1);
      int error =
          swr_alloc_set_opts2(
              context, mono, AV_SAMPLE_FMT_FLT, toHz, mono, AV_SAMPLE_FMT_FLT, fromHz, 0, null);
      if (error < 0 || swr_init(context) < 0) {
        throw new MediaException(
            "Cannot resample the sound of " + name,
            "from " + fromHz + " Hz to " + toHz + " Hz",
            "rates that FFmpeg can convert between",
            "check the wanted rate");
      }
    }
  }

  /** Takes the first {@code count} samples of {@code samples}. */
  void accept(float[] samples, int count) {
    taken += count;
    if (fromHz == toHz) {
      append(samples, count);
      return;
    }
    try (FloatPointer input = new FloatPointer(count)) {
      input.put(samples, 0, count);
      convert(input, count);
    }
  }

  /** Flushes the filter and gives the whole result. */
  float[] finish() {
    if (fromHz != toHz) {
      convert(null, 0);
    }
    long wanted = (taken * toHz + fromHz - 1) / fromHz;
    return Arrays.copyOf(collected, Math.toIntExact(wanted));
  }

  private void convert(@Nullable FloatPointer input, int count) {
    int room = swr_get_out_samples(context, count) + 64;
    try (FloatPointer output = new FloatPointer(room);
        BytePointer outBytes = new BytePointer(output);
        BytePointer inBytes =
            input == null ? new BytePointer((Pointer) null) : new BytePointer(input)) {
      int made = swr_convert(context, outBytes, room, inBytes, count);
      if (made < 0) {
        throw new IllegalStateException("swr_convert returned " + made + " for " + name);
      }
      float[] samples = new float[made];
      output.get(samples);
      append(samples, made);
    }
  }

  private void append(float[] samples, int count) {
    if (length + (long) count > MOST_SAMPLES) {
      throw new MediaException(
          "Cannot read the sound of " + name,
          "more than " + MOST_SAMPLES + " samples at " + toHz + " Hz",
          "at most " + MOST_SAMPLES / toHz + " seconds at that rate",
          "cut the sound into shorter pieces");
    }
    if (length + count > collected.length) {
      collected = Arrays.copyOf(collected, Math.max(length + count, 2 * collected.length));
    }
    System.arraycopy(samples, 0, collected, length, count);
    length += count;
  }

  @Override
  public void close() {
    if (!context.isNull()) {
      swr_free(context);
    }
  }
}
