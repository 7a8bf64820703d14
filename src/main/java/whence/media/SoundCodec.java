package whence.media;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacv.FFmpegFrameGrabber;

/**
 * Reads OGG, WAV, MP3 and M4A sound as mono, by FFmpeg, and writes 16-bit WAV; what it wrote it
 * reads back without FFmpeg, to the same values.
 *
 * <ul>
 *   <li>Channels are averaged: m = (c_1 + ... + c_n) / n, in [-1, 1] up to what a lossy decoder
 *       overshoots; nothing is clipped.
 *   <li>The rate is changed by FFmpeg's swresample at its defaults (windowed sinc, Kaiser window),
 *       not by {@code whence.signal}, which this package may not use; n samples become ceil(n * to
 *       / from). An equal rate changes nothing.
 *   <li>The contents decide the format; the name is used in messages only. A cover picture inside a
 *       sound file is passed over.
 *   <li>The same file gives the same samples each time on one kind of processor.
 * </ul>
 */
public final class SoundCodec {
  private static final int WAV_HEADER = 44;

  private SoundCodec() {}

  /**
   * Decodes a sound.
   *
   * @param sampleRateHz the wanted rate, 1,000 to 384,000 Hz
   * @throws MediaException for an empty, truncated or corrupt file, a file without sound, or a rate
   *     out of range
   */
  public static Waveform read(MediaSource source, int sampleRateHz) {
    checkRate(sampleRateHz);
    SoundStructure.check(source);
    Waveform plain = PlainWav.read(source.bytes(), sampleRateHz);
    return plain != null ? plain : decode(source, sampleRateHz);
  }

  /** The way through FFmpeg, which any sound may go. */
  static Waveform decode(MediaSource source, int sampleRateHz) {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(new ByteArrayInputStream(source.bytes()));
    return SoundDecoder.decode(grabber, source.name(), sampleRateHz);
  }

  /**
   * Encodes as WAV, mono, 16-bit PCM: round(32768 x), clamped to [-32768, 32767]; NaN becomes 0.
   *
   * @throws MediaException if it would exceed the 4 GB a WAV can hold
   */
  public static byte[] wav(Waveform waveform) {
    float[] samples = waveform.samples();
    if (samples.length > (Integer.MAX_VALUE - WAV_HEADER) / 2) {
      throw new MediaException(
          "Cannot write a WAV", samples.length + " samples", "at most 2 GB", "cut it in pieces");
    }
    int dataBytes = 2 * samples.length;
    ByteBuffer out = ByteBuffer.allocate(WAV_HEADER + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put(ascii("RIFF")).putInt(WAV_HEADER - 8 + dataBytes).put(ascii("WAVE"));
    // format 1 = PCM, 1 channel, bytes a second, bytes a sample, bits a sample
    out.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
    out.putInt(waveform.sampleRateHz()).putInt(2 * waveform.sampleRateHz());
    out.putShort((short) 2).putShort((short) 16);
    out.put(ascii("data")).putInt(dataBytes);
    for (float sample : samples) {
      out.putShort((short) Math.max(-32768, Math.min(32767, Math.round(32768 * sample))));
    }
    return out.array();
  }

  static void checkRate(int sampleRateHz) {
    if (sampleRateHz < 1_000 || sampleRateHz > 384_000) {
      throw new MediaException(
          "Cannot resample sound",
          "a wanted rate of " + sampleRateHz + " Hz",
          "1,000 to 384,000 Hz",
          "use 16000 for speech and animals, 44100 for music");
    }
  }

  private static byte[] ascii(String tag) {
    return tag.getBytes(StandardCharsets.US_ASCII);
  }
}
