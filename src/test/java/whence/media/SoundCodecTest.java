package whence.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SoundCodecTest {
  @Test
  void wavComesBackWithinHalfAStep() {
    float[] samples = new float[1600];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 16000));
    }
    byte[] wav = SoundCodec.wav(new Waveform(samples, 16_000));
    Waveform back = SoundCodec.read(new MediaSource("a.wav", wav), 16_000);
    assertThat(back.samples()).hasSize(1600);
    for (int i = 0; i < samples.length; i++) {
      assertThat(back.samples()[i]).isCloseTo(samples[i], Offset.offset(1.0f / 32768));
    }
    assertThat(SoundCodec.read(new MediaSource("a.wav", wav), 8_000).samples()).hasSize(800);
  }
}
