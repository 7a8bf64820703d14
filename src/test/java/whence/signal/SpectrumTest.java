package whence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumTest {
  private static final double ROUNDING = 1e-10;

  @Test
  void fftEqualsTheSlowTransform() {
    for (int length = 4; length <= 256; length *= 2) {
      long seed = 1000L + length;
      Random random = new Random(seed);
      double[] samples = random.doubles(length, -1, 1).toArray();
      RealFft fft = new RealFft(length);
      double[] power = new double[fft.bins()];
      fft.power(samples, power, new double[length]);
      for (int k = 0; k < power.length; k++) {
        assertThat(power[k])
            .as("seed %d, length %d, bin %d", seed, length, k)
            .isCloseTo(slowPower(samples, k), within(ROUNDING * length));
      }
    }
  }

  private static double slowPower(double[] samples, int bin) {
    double re = 0;
    double im = 0;
    for (int j = 0; j < samples.length; j++) {
      double angle = 2 * Math.PI * j * bin / samples.length;
      re += samples[j] * Math.cos(angle);
      im -= samples[j] * Math.sin(angle);
    }
    return re * re + im * im;
  }

  @Test
  void aPureToneOfABinFillsThatBinAndItsNeighbours() {
    float[] tone = new float[512];
    for (int i = 0; i < 512; i++) {
      tone[i] = (float) Math.cos(2 * Math.PI * 32 * i / 512);
    }
    Stft stft = new Stft(Framing.defaults());
    double[] power = stft.power(tone)[0];
    assertThat(power).hasSize(stft.bins());
    // Hann: the amplitude of a cosine is n/4 in its bin and n/8 beside it
    assertThat(power[32]).isCloseTo(128.0 * 128, within(0.01));
    assertThat(power[31]).isCloseTo(64.0 * 64, within(0.01));
    assertThat(power[33]).isCloseTo(64.0 * 64, within(0.01));
    assertThat(power[40]).isLessThan(1e-6);
  }

  @Test
  void centredFramesSeeZerosOutside() {
    Framing centred = Framing.defaults().withAlignment(FrameAlignment.CENTRED);
    assertThat(centred.frames(1)).isEqualTo(1);
    assertThat(centred.frames(0)).isZero();
    assertThat(centred.frames(32_000)).isEqualTo(101);
    float[] impulse = {1};
    // the impulse meets the top of the window, 1, in frame 0
    assertThat(new Stft(centred).power(impulse)[0]).containsOnly(1.0);
    assertThatThrownBy(() -> new Stft(centred).power(new float[0]))
        .hasMessageContaining("at least 1 samples");
  }

  @Test
  void densityAgreesWithScipy() throws IOException {
    JsonNode expected = Golden.expected("signal_spectrogram.json");
    Framing framing = new Framing(512, 238, FrameAlignment.INSIDE);
    for (String sound : new String[] {"s_sine_16k.wav", "s_chirp_16k.wav", "s_noise_16k.wav"}) {
      JsonNode reference = expected.get(sound + " | plain x=pcm/32768");
      double[][] density = new DensitySpectrogram(16_000, framing).transform(Golden.wav(sound));
      assertThat(density[0].length).isEqualTo(reference.at("/shape/0").asInt());
      assertThat(density.length).isEqualTo(reference.at("/shape/1").asInt());
      for (JsonNode cell : reference.get("cells_index_value")) {
        double value = density[cell.get(1).asInt()][cell.get(0).asInt()];
        assertThat(Math.log(value + 1e-7)).isCloseTo(cell.get(2).asDouble(), within(1e-6));
      }
      double sum = 0;
      for (double[] frame : density) {
        for (double value : frame) {
          sum += value;
        }
      }
      double wanted = reference.get("sum_S_linear").asDouble();
      assertThat(sum).isCloseTo(wanted, within(1e-6 * wanted));
    }
  }

  @Test
  void densityOfAConstantIsZero() {
    float[] constant = new float[600];
    java.util.Arrays.fill(constant, 0.5f);
    double[][] density = new DensitySpectrogram(16_000, Framing.defaults()).transform(constant);
    assertThat(density[0]).containsOnly(0.0);
  }

  @Test
  void refusesWindowsThatAreNoPowerOfTwo() {
    Framing framing = Framing.defaults();
    assertThatThrownBy(() -> framing.withWindowSamples(500))
        .hasMessageContaining("a window of 500 samples")
        .hasMessageContaining("a power of two");
    assertThatThrownBy(() -> framing.withHopSamples(0)).hasMessageContaining("a hop of 0 samples");
    assertThatThrownBy(() -> new RealFft(6)).hasMessageContaining("a window of 6 samples");
    assertThatThrownBy(() -> new RealFft(2)).hasMessageContaining("a window of 2 samples");
  }

  @Test
  void windowsHaveTheirKnownValues() {
    assertThat(Window.hannPeriodic(4))
        .containsExactly(new double[] {0, 0.5, 1, 0.5}, within(1e-15));
    assertThat(Window.hannSymmetric(5))
        .containsExactly(new double[] {0, 0.5, 1, 0.5, 0}, within(1e-15));
    assertThat(Window.hannSymmetric(1)).containsExactly(1);
    assertThat(Window.hannPeriodic(1)).containsExactly(1);
    assertThat(Window.tukeyPeriodic(8, 0)).containsOnly(1);
    assertThat(Window.tukeyPeriodic(8, 1)).containsExactly(Window.hannPeriodic(8), within(1e-15));
    assertThatThrownBy(() -> Window.hannPeriodic(0)).hasMessageContaining("a length of 0");
    assertThatThrownBy(() -> Window.tukeyPeriodic(8, 2)).hasMessageContaining("a taper of 2.0");
  }
}
