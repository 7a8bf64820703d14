package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import whence.media.Waveform;
import whence.signal.LogMelSettings;
import whence.signal.LogMelSpectrogram;

final class SoundPictureTest {

  private static Waveform tone(int samples, int rate) {
    float[] values = new float[samples];
    for (int t = 0; t < samples; t++) {
      values[t] = (float) Math.sin(0.2 * t);
    }
    return new Waveform(values, rate);
  }

  @Test
  void numbersAreTheLogMelValues() {
    Figure figure = SoundPicture.of(tone(16_000, 16_000), LogMelSettings.defaults());
    assertThat(figure.numbers().rowCount() % 64).isZero();
    assertThat(figure.numbers().rowCount()).isPositive();
    assertThat(figure.svg()).isNotEmpty();
  }

  @Test
  void shortSilentAndForeignSoundsAreDrawnWithoutThePicture() {
    LogMelSettings settings = LogMelSettings.defaults();
    assertThat(SoundPicture.of(tone(100, 16_000), settings).numbers().rowCount()).isZero();
    assertThat(SoundPicture.of(tone(44_100, 44_100), settings).numbers().rowCount()).isZero();
    assertThat(SoundPicture.of(tone(0, 16_000), settings).image().getWidth()).isPositive();
    assertThat(
            SoundPicture.of(new Waveform(new float[16_000], 16_000), settings).numbers().rowCount())
        .isPositive();
  }

  @Test
  void spectrogramHasItsLowestBandAtTheBottom() {
    BufferedImage image = SpectrogramImage.of(new LogMelSpectrogram(2, 1, new float[] {-1, 4}), 3);
    assertThat(image.getHeight()).isEqualTo(6);
    assertThat(image.getRGB(0, 5) & 0xffffff).isEqualTo(HeatColours.rgb(0));
    assertThat(image.getRGB(2, 0) & 0xffffff).isEqualTo(HeatColours.rgb(1));
  }
}
