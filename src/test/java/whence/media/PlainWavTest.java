package whence.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

class PlainWavTest {
  private static final int RATE = 16_000;

  /** Every possible sample, in random order. */
  private static byte[] everySample() {
    ByteBuffer wav = ByteBuffer.wrap(SoundCodec.wav(new Waveform(new float[65_536], RATE)));
    wav.order(ByteOrder.LITTLE_ENDIAN).position(44);
    for (int x = -32_768; x < 32_768; x++) {
      wav.putShort((short) x);
    }
    return wav.array();
  }

  private static byte[] noise(int length, long seed) {
    Random random = new Random(seed);
    float[] samples = new float[length];
    for (int t = 0; t < length; t++) {
      samples[t] = (float) random.nextGaussian() / 3;
    }
    return SoundCodec.wav(new Waveform(samples, RATE));
  }

  @Test
  void everySampleHasTheValueThatFfmpegGives() {
    byte[] wav = everySample();
    Waveform plain = PlainWav.read(wav, RATE);
    assertThat(plain).isNotNull();
    assertThat(plain.samples())
        .isEqualTo(SoundCodec.decode(new MediaSource("all.wav", wav), RATE).samples());
    assertThat(plain.samples()[0]).isEqualTo(-1);
  }

  @Test
  void everyLengthIsThatOfFfmpeg() {
    for (int length : new int[] {1, 2, 3, 1023, 1024, 1025, 32_000}) {
      byte[] wav = noise(length, length);
      Waveform plain = PlainWav.read(wav, RATE);
      assertThat(plain).as("%d samples", length).isNotNull();
      assertThat(plain.samples())
          .as("%d samples, seed %d", length, length)
          .isEqualTo(SoundCodec.decode(new MediaSource("n.wav", wav), RATE).samples());
    }
  }

  @Test
  void chunksBeforeTheSamplesArePassedOver() {
    byte[] wav = noise(100, 7);
    byte[] odd = insert(wav, 12, "LIST", new byte[] {1, 2, 3, 0}, 3);
    Waveform plain = PlainWav.read(odd, RATE);
    assertThat(plain).isNotNull();
    assertThat(plain.samples()).isEqualTo(PlainWav.read(wav, RATE).samples());
  }

  private static byte[] insert(byte[] wav, int at, String tag, byte[] content, int length) {
    ByteBuffer out = ByteBuffer.allocate(wav.length + 8 + content.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put(wav, 0, at);
    out.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(length).put(content);
    return out.put(wav, at, wav.length - at).array();
  }

  @Test
  void anythingElseIsLeftToFfmpeg() {
    byte[] wav = noise(100, 8);
    assertThat(PlainWav.read(wav, 44_100)).as("another rate").isNull();
    assertThat(PlainWav.read(with(wav, 20, 3), RATE)).as("floats").isNull();
    assertThat(PlainWav.read(with(wav, 22, 2), RATE)).as("stereo").isNull();
    assertThat(PlainWav.read(with(wav, 34, 8), RATE)).as("8 bits").isNull();
    assertThat(PlainWav.read(Arrays.copyOf(wav, wav.length + 2), RATE)).as("a tail").isNull();
    assertThat(PlainWav.read(Arrays.copyOf(wav, 40), RATE)).as("no samples").isNull();
    assertThat(PlainWav.read(with(wav, 40, 0), RATE)).as("unknown length").isNull();
    assertThat(PlainWav.read(with(wav, 12, 'x'), RATE)).as("no format").isNull();
    assertThat(PlainWav.read(with(wav, 8, 'x'), RATE)).as("no WAV").isNull();
    assertThat(PlainWav.read(new byte[0], RATE)).as("nothing").isNull();
  }

  private static byte[] with(byte[] wav, int at, int value) {
    byte[] changed = wav.clone();
    changed[at] = (byte) value;
    return changed;
  }

  @Test
  void ffmpegKeepsItsMessagesToItself() {
    SoundCodec.decode(new MediaSource("n.wav", noise(10, 9)), RATE);
    assertThat(avutil.av_log_get_level()).isEqualTo(avutil.AV_LOG_QUIET);
  }
}
