package whence.media;

import java.nio.FloatBuffer;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** Decodes the first sound stream of an opened grabber to mono at a wanted rate. */
final class SoundDecoder {
  private SoundDecoder() {}

  /** Keeps FFmpeg from writing on the console: what matters is in the errors thrown here. */
  static void quiet() {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
  }

  /**
   * Starts the grabber, decodes all sound, and releases the grabber.
   *
   * @throws MediaException if there is no sound stream or it cannot be decoded
   */
  static Waveform decode(FFmpegFrameGrabber grabber, String name, int sampleRateHz) {
    quiet();
    try (grabber) {
      grabber.setSampleMode(FrameGrabber.SampleMode.FLOAT);
      grabber.start();
      if (grabber.getAudioChannels() < 1 || grabber.getSampleRate() < 1) {
        throw new MediaException(
            "Cannot read the sound of " + name,
            "no sound stream",
            "a file with at least one sound stream",
            "choose another file, or give its sound separately");
      }
      return drain(grabber, name, sampleRateHz);
    } catch (FrameGrabber.Exception e) {
      throw new MediaException(
          "Cannot open the sound file " + name,
          "FFmpeg says: " + e.getMessage(),
          "an OGG, WAV, MP3 or M4A file",
          "play it in a media player; if that fails too, fetch or record it again",
          e);
    }
  }

  private static Waveform drain(FFmpegFrameGrabber grabber, String name, int sampleRateHz)
      throws FrameGrabber.Exception {
    int channels = grabber.getAudioChannels();
    float[] mono = new float[0];
    long decoded = 0;
    try (MonoResampler resampler = new MonoResampler(name, grabber.getSampleRate(), sampleRateHz)) {
      for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
        FloatBuffer interleaved = (FloatBuffer) frame.samples[0];
        int count = interleaved.remaining() / channels;
        mono = mono.length < count ? new float[count] : mono;
        mean(interleaved, channels, mono, count);
        resampler.accept(mono, count);
        decoded += count;
      }
      checkEnd(grabber, name, decoded / (double) grabber.getSampleRate());
      return new Waveform(resampler.finish(), sampleRateHz);
    }
  }

  /** MP4 states exact lengths; other containers are estimated by FFmpeg and not held to them. */
  private static void checkEnd(FFmpegFrameGrabber grabber, String name, double seconds) {
    String format = String.valueOf(grabber.getFormatContext().iformat().name().getString());
    double stated =
        format.contains("mp4") ? StreamLength.seconds(grabber, avutil.AVMEDIA_TYPE_AUDIO) : 0;
    if (seconds == 0 || seconds + 0.5 < 0.9 * stated) {
      throw new MediaException(
          "Cannot decode the sound stream of " + name,
          seconds == 0 ? "not a single sample" : "it ends after " + seconds + " s",
          stated > 0 ? stated + " s, as the file states" : "at least one sample",
          "fetch or record it again; it was cut short or changed on the way");
    }
  }

  /** The mean of the channels, so that mono made of equal channels keeps its level. */
  private static void mean(FloatBuffer interleaved, int channels, float[] mono, int count) {
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        sum += interleaved.get();
      }
      mono[i] = (float) (sum / channels);
    }
  }
}
