package whence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ResamplerTest {
  /** Two good resamplers differ by this much away from the ends and below the cut-off. */
  private static final double FILTERS_DIFFER = 1e-3;

  private static final int END = 400;

  @Test
  void agreesWithSoxrOnTonesAndInEnergyOnNoise() throws IOException {
    JsonNode expected = Golden.expected("signal_resample.json");
    Resampler resampler = new Resampler(44_100, 16_000);
    for (String sound : new String[] {"s_sine_44k.wav", "s_chirp_44k.wav", "s_noise_44k.wav"}) {
      float[] actual = resampler.resample(Golden.wav(sound));
      JsonNode reference = expected.get(sound).get("methods").get("librosa_soxr_hq");
      assertThat(actual).hasSize(16_000);
      double energy = 0;
      for (int i = END; i < actual.length - END; i++) {
        energy += (double) actual[i] * actual[i];
      }
      double wanted = reference.get("energy_interior_400").asDouble();
      boolean noise = sound.contains("noise");
      assertThat(energy).as(sound).isCloseTo(wanted, within((noise ? 0.03 : 0.002) * wanted));
      if (!noise) {
        compareCells(sound, actual, expected.get(sound).get("index"), reference.get("cells"));
      }
    }
  }

  private static void compareCells(String sound, float[] actual, JsonNode index, JsonNode cells) {
    for (int i = 0; i < index.size(); i++) {
      int at = index.get(i).asInt();
      if (at >= END && at < actual.length - END) {
        assertThat((double) actual[at])
            .as(sound + " " + at)
            .isCloseTo(cells.get(i).asDouble(), within(FILTERS_DIFFER));
      }
    }
  }

  @Test
  void keepsAToneWhenGoingUpAndSuppressesOneAboveTheNewLimit() {
    float[] up = new Resampler(11_025, 16_000).resample(tone(1000, 11_025));
    for (int i = END; i < up.length - END; i++) {
      double exact = Math.sin(2 * Math.PI * 1000 * i / 16_000.0);
      assertThat((double) up[i]).isCloseTo(exact, within(1e-4));
    }
    float[] aliased = new Resampler(44_100, 16_000).resample(tone(12_000, 44_100));
    for (int i = END; i < aliased.length - END; i++) {
      assertThat((double) aliased[i]).isCloseTo(0, within(1e-5));
    }
  }

  private static float[] tone(double hz, int rate) {
    float[] samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hz * i / rate);
    }
    return samples;
  }

  @Test
  void lengthsRoundUpAndSpecialSoundsComeThrough() {
    assertThat(new Resampler(44_100, 16_000).resample(new float[0])).isEmpty();
    assertThat(new Resampler(44_100, 16_000).resample(new float[1])).containsExactly(0);
    assertThat(new Resampler(3, 2).resample(new float[4])).hasSize(3);
    float[] same = {1, 2, 3};
    float[] copy = new Resampler(8000, 8000).resample(same);
    assertThat(copy).containsExactly(same).isNotSameAs(same);
    assertThat(new Resampler(2, 1).resample(new float[] {Float.NaN, 0})[0]).isNaN();
  }

  @Test
  void refusesRatesThatMakeNoSense() {
    assertThatThrownBy(() -> new Resampler(0, 16_000))
        .hasMessage(
            "Cannot resample\n  got:      from 0 Hz to 16000 Hz\n"
                + "  expected: rates of at least 1 Hz, at most 256 times apart\n"
                + "  cure:     check the sample rates");
    assertThatThrownBy(() -> new Resampler(48_000, 1)).hasMessageContaining("48000 Hz to 1 Hz");
    assertThatThrownBy(() -> new Resampler(1, 48_000)).hasMessageContaining("1 Hz to 48000 Hz");
    assertThatThrownBy(() -> new Resampler(1, 0)).hasMessageContaining("1 Hz to 0 Hz");
  }
}
