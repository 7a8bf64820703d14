package whence.media;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/** Small videos and sounds made in code by FFmpeg's encoders. */
final class TestVideos {
  static final int FRAMES = 20;
  static final int RATE_HZ = 16_000;

  private TestVideos() {}

  /**
   * Writes 2 seconds of 48 x 32 pixels at 10 frames a second; frame i has red 12 i, its left half
   * has green 200.
   */
  static Path video(Path file, int soundChannels, double rotation) throws Exception {
    SoundDecoder.quiet();
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toFile(), 48, 32, soundChannels)) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
      recorder.setFrameRate(10);
      recorder.setVideoBitrate(2_000_000);
      recorder.setSampleRate(RATE_HZ);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setDisplayRotation(rotation);
      recorder.start();
      for (int i = 0; i < FRAMES; i++) {
        recorder.record(frame(i));
        if (soundChannels > 0) {
          recorder.recordSamples(RATE_HZ, soundChannels, tone(i, soundChannels));
        }
      }
      recorder.stop();
    }
    return file;
  }

  private static Frame frame(int index) {
    Frame frame = new Frame(48, 32, Frame.DEPTH_UBYTE, 3);
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 48; x++) {
        int at = y * frame.imageStride + 3 * x;
        pixels.put(at, (byte) 0);
        pixels.put(at + 1, (byte) (x < 24 ? 200 : 0));
        pixels.put(at + 2, (byte) (12 * index));
      }
    }
    return frame;
  }

  /** A tenth of a second of 500 Hz at amplitude 0.5. */
  private static ShortBuffer tone(int index, int channels) {
    ShortBuffer samples = ShortBuffer.allocate(channels * RATE_HZ / 10);
    for (int i = 0; i < RATE_HZ / 10; i++) {
      double t = (index * RATE_HZ / 10 + i) / (double) RATE_HZ;
      for (int channel = 0; channel < channels; channel++) {
        samples.put((short) (16384 * Math.sin(2 * Math.PI * 500 * t)));
      }
    }
    return samples.flip();
  }

  /** Encodes interleaved float samples; the extension of the file chooses the container. */
  static Path sound(Path file, int codec, int channels, float[] interleaved) throws Exception {
    SoundDecoder.quiet();
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), channels)) {
      recorder.setAudioCodec(codec);
      recorder.setSampleRate(RATE_HZ);
      recorder.start();
      recorder.recordSamples(RATE_HZ, channels, FloatBuffer.wrap(interleaved));
      recorder.stop();
    }
    return file;
  }

  /** Raw frames of any size at 25 a second, which no encoder rounds; frame i has luma 20 + i. */
  static Path grey(Path file, int width, int height, int frames) throws Exception {
    int chroma = (width + 1) / 2 * ((height + 1) / 2);
    try (OutputStream out = Files.newOutputStream(file)) {
      String header = "YUV4MPEG2 W%d H%d F25:1 Ip A1:1 C420jpeg\n".formatted(width, height);
      out.write(header.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < frames; i++) {
        out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
        byte[] planes = new byte[width * height + 2 * chroma];
        Arrays.fill(planes, (byte) 128);
        Arrays.fill(planes, 0, width * height, (byte) (20 + i));
        out.write(planes);
      }
    }
    return file;
  }
}
