package whence.media;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;
import whence.media.VideoFormat.SoundFormat;

/**
 * Encodes sounds and short videos in forms that every browser plays, and small: AAC, and H.264 with
 * AAC, in MP4, by FFmpeg.
 *
 * <ul>
 *   <li>H.264 is encoded by OpenH264, which the build of FFmpeg carries. Sides that are odd lose
 *       their last row or column, which H.264 cannot hold.
 *   <li>A sound longer than its video is cut at the video's end.
 *   <li>Both are lossy; what must be exact is written by {@link SoundCodec#wav}.
 * </ul>
 */
public final class Mp4 {
  /** Sample rates that AAC knows, in Hz. */
  private static final Set<Integer> RATES =
      Set.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000);

  private static final int SOUND_BITS = 48_000;

  private Mp4() {}

  /** Whether a sound can be encoded: AAC has only some sample rates. */
  public static boolean canEncode(Waveform sound) {
    return RATES.contains(sound.sampleRateHz()) && sound.samples().length > 0;
  }

  /**
   * Encodes a sound as AAC, about 6 kB a second.
   *
   * @throws MediaException if {@link #canEncode} says no
   */
  public static byte[] sound(Waveform sound) {
    requireRate(sound);
    return encoded(
        ".m4a",
        file -> {
          try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
            recorder.setFormat("ipod");
            prepareSound(recorder, sound);
            recorder.start();
            recorder.recordSamples(sound.sampleRateHz(), 1, FloatBuffer.wrap(clipped(sound)));
            recorder.stop();
          }
        });
  }

  /**
   * Encodes a video as H.264, with its sound as AAC; its player can start before all is there.
   *
   * @throws MediaException if it is smaller than 16 x 16 pixels, or its sound has a rate that
   *     {@link #canEncode} does not know
   */
  public static byte[] video(Video video) {
    if (video.width() < 16 || video.height() < 16) {
      throw new MediaException(
          "Cannot encode a video",
          video.width() + " x " + video.height() + " pixels",
          "at least 16 x 16 pixels",
          "enlarge its frames first");
    }
    Waveform sound = video.sound();
    if (sound != null) {
      requireRate(sound);
    }
    return encoded(
        ".mp4",
        file -> {
          try (VideoWriter writer = VideoWriter.create(file, format(video))) {
            record(writer, video);
            writer.finish();
          }
        });
  }

  private static VideoFormat format(Video video) {
    Waveform sound = video.sound();
    return new VideoFormat(
        video.width() & ~1,
        video.height() & ~1,
        video.framesPerSecond(),
        sound == null ? SoundFormat.NONE : new SoundFormat(sound.sampleRateHz(), 1));
  }

  private static void prepareSound(FFmpegFrameRecorder recorder, Waveform sound) {
    recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
    recorder.setSampleRate(sound.sampleRateHz());
    recorder.setAudioBitrate(SOUND_BITS);
  }

  private static void record(VideoWriter writer, Video video) {
    Waveform sound = video.sound();
    float[] samples = sound == null ? new float[0] : clipped(sound);
    int rate = sound == null ? 1 : sound.sampleRateHz();
    int done = 0;
    for (int i = 0; i < video.frames().size(); i++) {
      writer.write(
          PictureScaler.crop(video.frames().get(i), 0, 0, video.width() & ~1, video.height() & ~1));
      int end =
          (int) Math.min(samples.length, Math.round((i + 1) * rate / video.framesPerSecond()));
      if (end > done) {
        writer.write(Arrays.copyOfRange(samples, done, end));
        done = end;
      }
    }
  }

  private static float[] clipped(Waveform sound) {
    float[] samples = sound.samples().clone();
    for (int t = 0; t < samples.length; t++) {
      samples[t] = samples[t] >= -1 ? Math.min(1, samples[t]) : samples[t] < -1 ? -1 : 0;
    }
    return samples;
  }

  private static void requireRate(Waveform sound) {
    if (!canEncode(sound)) {
      throw new MediaException(
          "Cannot encode a sound as AAC",
          sound.samples().length + " samples at " + sound.sampleRateHz() + " Hz",
          "at least one sample, at a rate of " + RATES.stream().sorted().toList() + " Hz",
          "resample it, or write a WAV");
    }
  }

  private interface Encoding {
    void into(Path file) throws FrameRecorder.Exception;
  }

  /** MP4 is written with jumps back, so through a file. */
  private static byte[] encoded(String ending, Encoding encoding) {
    SoundDecoder.quiet();
    try {
      Path file = Files.createTempFile("whence", ending);
      try {
        encoding.into(file);
        return Files.readAllBytes(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new MediaException(
          "Cannot encode an MP4",
          String.valueOf(e.getMessage()),
          "FFmpeg with OpenH264 and AAC, and a temporary folder that can be written",
          "free some disk space, or set java.io.tmpdir to another folder",
          e);
    }
  }
}
