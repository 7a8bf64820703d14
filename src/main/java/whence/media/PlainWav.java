package whence.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import whence.media.PictureFormat.Bytes;

/**
 * Reads the plainest WAV without FFmpeg, which takes some milliseconds a file to open: 16-bit PCM,
 * mono, already at the wanted rate, with the samples at the end of the file. This is the form
 * {@link SoundCodec#wav} writes, so that thousands of clips are read fast.
 *
 * <p>Sample x becomes x / 32768, the value FFmpeg gives, bit for bit. Anything else about the file
 * leaves it to FFmpeg.
 *
 * <p>Source: Microsoft and IBM, Multimedia Programming Interface and Data Specifications 1.0, 1991.
 */
final class PlainWav {
  private static final int FIRST_CHUNK = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FORMAT_BYTES = 16;
  private static final int PCM = 1;

  private PlainWav() {}

  /**
   * The samples, or null for any other kind of file.
   *
   * @param bytes a file that {@link SoundStructure} has found whole
   */
  static @Nullable Waveform read(byte[] bytes, int sampleRateHz) {
    Bytes file = new Bytes(bytes);
    if (!file.startsWith(0, "RIFF") || !file.startsWith(8, "WAVE")) {
      return null;
    }
    boolean formatFits = false;
    long at = FIRST_CHUNK;
    while (at + CHUNK_HEADER <= bytes.length) {
      int chunk = (int) at;
      long length = file.u32Little(chunk + 4);
      if (file.startsWith(chunk, "data")) {
        return formatFits ? samples(bytes, chunk + CHUNK_HEADER, length, sampleRateHz) : null;
      }
      if (file.startsWith(chunk, "fmt ")) {
        formatFits =
            chunk + CHUNK_HEADER + FORMAT_BYTES <= bytes.length
                && fits(bytes, chunk + CHUNK_HEADER, sampleRateHz);
      }
      at += CHUNK_HEADER + length + (length & 1); // chunks start at even offsets
    }
    return null;
  }

  private static boolean fits(byte[] bytes, int at, int sampleRateHz) {
    ByteBuffer format = ByteBuffer.wrap(bytes, at, FORMAT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    boolean pcm = format.getShort() == PCM;
    boolean mono = format.getShort() == 1;
    boolean rate = format.getInt() == sampleRateHz && format.getInt() == 2 * sampleRateHz;
    boolean bits = format.getShort() == 2 && format.getShort() == 16;
    return pcm && mono && rate && bits;
  }

  private static @Nullable Waveform samples(byte[] bytes, int at, long length, int sampleRateHz) {
    if (length == 0 || length % 2 != 0 || at + length != bytes.length) {
      return null;
    }
    float[] samples = new float[(int) length / 2];
    ByteBuffer data = ByteBuffer.wrap(bytes, at, (int) length).order(ByteOrder.LITTLE_ENDIAN);
    for (int t = 0; t < samples.length; t++) {
      samples[t] = data.getShort() / 32768f;
    }
    return new Waveform(samples, sampleRateHz);
  }
}
