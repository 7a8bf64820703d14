package whence.media;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;

/**
 * A small video made in code, of which tests change one thing each. Frame i has grey 8 (i mod 30),
 * a white square that moves to the right, and the sound is a tone of amplitude 0.5.
 */
public record TestClip(
    Pictures pictures,
    Sound sound,
    double seconds,
    double rotation,
    IntToLongFunction stampMicros,
    IntUnaryOperator shown) {

  /** What the pictures are. */
  public record Pictures(
      int codec, int format, int width, int height, double rate, Motion motion) {}

  /** Whether anything changes in the pictures. */
  public enum Motion {
    MOVING,
    STILL
  }

  /** What the sound is, and when it ends. */
  public record Sound(
      int codec, int format, int channels, int rate, double amplitude, double until) {
    public static final Sound NONE = new Sound(0, 0, 0, 0, 0);

    public Sound(int codec, int format, int channels, int rate, double amplitude) {
      this(codec, format, channels, rate, amplitude, Double.POSITIVE_INFINITY);
    }
  }

  /** 64 x 48 pixels of MPEG-4 at 25 frames a second, 4 seconds, AAC in stereo. */
  public static TestClip plain() {
    return new TestClip(
        new Pictures(
            avcodec.AV_CODEC_ID_MPEG4, avutil.AV_PIX_FMT_YUV420P, 64, 48, 25, Motion.MOVING),
        new Sound(avcodec.AV_CODEC_ID_AAC, avutil.AV_SAMPLE_FMT_FLTP, 2, 16_000, 0.5),
        4,
        0,
        i -> -1,
        IntUnaryOperator.identity());
  }

  /** 320 x 240 pixels of FFV1 without sound: in Matroska, its stamps are whole milliseconds. */
  public static TestClip exact() {
    return plain()
        .withCodec(avcodec.AV_CODEC_ID_FFV1, avutil.AV_PIX_FMT_YUV420P)
        .withSize(320, 240)
        .withSound(Sound.NONE);
  }

  public TestClip withSeconds(double other) {
    return new TestClip(pictures, sound, other, rotation, stampMicros, shown);
  }

  public TestClip withRotation(double degrees) {
    return new TestClip(pictures, sound, seconds, degrees, stampMicros, shown);
  }

  public TestClip withStamps(IntToLongFunction micros) {
    return new TestClip(pictures, sound, seconds, rotation, micros, shown);
  }

  /** With frame {@code picture(i)} in the place of frame i. */
  public TestClip withShown(IntUnaryOperator picture) {
    return new TestClip(pictures, sound, seconds, rotation, stampMicros, picture);
  }

  public TestClip withSound(Sound other) {
    return new TestClip(pictures, other, seconds, rotation, stampMicros, shown);
  }

  public TestClip withAmplitude(double amplitude) {
    return withSound(new Sound(sound.codec, sound.format, sound.channels, sound.rate, amplitude));
  }

  /** With a sound stream that ends before the pictures. */
  public TestClip withSoundUntil(double until) {
    return withSound(
        new Sound(sound.codec, sound.format, sound.channels, sound.rate, sound.amplitude, until));
  }

  public TestClip silent() {
    return withAmplitude(0);
  }

  /** With another number of frames a second. */
  public TestClip withRate(double rate) {
    Pictures other =
        new Pictures(
            pictures.codec,
            pictures.format,
            pictures.width,
            pictures.height,
            rate,
            pictures.motion);
    return new TestClip(other, sound, seconds, rotation, stampMicros, shown);
  }

  public TestClip withSize(int width, int height) {
    return withPictures(pictures.codec, pictures.format, width, height, pictures.motion);
  }

  public TestClip still() {
    return withPictures(
        pictures.codec, pictures.format, pictures.width, pictures.height, Motion.STILL);
  }

  public TestClip withCodec(int codec, int format) {
    return withPictures(codec, format, pictures.width, pictures.height, pictures.motion);
  }

  private TestClip withPictures(int codec, int format, int width, int height, Motion motion) {
    Pictures other = new Pictures(codec, format, width, height, pictures.rate, motion);
    return new TestClip(other, sound, seconds, rotation, stampMicros, shown);
  }

  /** Encodes it; the extension of the file chooses the container. */
  public Path write(Path file) throws Exception {
    SoundDecoder.quiet();
    try (FFmpegFrameRecorder recorder =
        new FFmpegFrameRecorder(file.toFile(), pictures.width, pictures.height, sound.channels)) {
      recorder.setVideoCodec(pictures.codec);
      recorder.setPixelFormat(pictures.format);
      recorder.setFrameRate(pictures.rate);
      recorder.setGopSize(12);
      recorder.setVideoBitrate(2_000_000);
      if (rotation != 0) {
        recorder.setDisplayRotation(rotation);
      }
      if (sound.channels > 0) {
        recorder.setAudioCodec(sound.codec);
        recorder.setSampleFormat(sound.format);
        recorder.setSampleRate(sound.rate);
        recorder.setAudioBitrate(128_000);
      }
      recorder.start();
      int frames = (int) Math.round(seconds * pictures.rate);
      long heard = 0;
      for (int i = 0; i < frames; i++) {
        if (stampMicros.applyAsLong(i) >= 0) {
          recorder.setTimestamp(stampMicros.applyAsLong(i));
        }
        recorder.record(frame(shown.applyAsInt(i)));
        long until = Math.round((i + 1) / pictures.rate * sound.rate);
        if (sound.channels > 0 && (i + 1) / pictures.rate <= sound.until) {
          recorder.recordSamples(sound.rate, sound.channels, tone(heard, until));
        }
        heard = until;
      }
      recorder.stop();
    }
    return file;
  }

  private Frame frame(int i) {
    Frame frame = new Frame(pictures.width, pictures.height, Frame.DEPTH_UBYTE, 3);
    ByteBuffer pixels = (ByteBuffer) frame.image[0];
    int at = pictures.motion == Motion.STILL ? 0 : i;
    byte[] row = new byte[3 * pictures.width];
    for (int y = 0; y < pictures.height; y++) {
      Arrays.fill(row, (byte) grey(at));
      if (y < 16) {
        Arrays.fill(row, 3 * (at % 48), 3 * (at % 48 + 16), (byte) 255);
      }
      pixels.put(y * frame.imageStride, row);
    }
    return frame;
  }

  /** The grey of frame i below the square. */
  public static int grey(int i) {
    return 8 * (i % 30);
  }

  /** 500 Hz; the phase goes on from piece to piece. */
  private FloatBuffer tone(long from, long until) {
    float[] samples = new float[(int) (until - from) * sound.channels];
    for (int i = 0; i < samples.length; i++) {
      double t = (from + i / sound.channels) / (double) sound.rate;
      samples[i] = (float) (sound.amplitude * Math.sin(2 * Math.PI * 500 * t));
    }
    return FloatBuffer.wrap(samples);
  }
}
