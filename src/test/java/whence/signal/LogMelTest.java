package whence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class LogMelTest {
  /** librosa keeps its filter bank in float32; agreement ends there. */
  private static final double LIBROSA_FLOAT32 = 1e-4;

  @Test
  void agreesWithLibrosaInTwelveSettingsOnThreeSounds() throws IOException {
    JsonNode expected = Golden.expected("signal_logmel.json");
    int compared = 0;
    for (Map.Entry<String, JsonNode> entry : expected.properties()) {
      String[] name = entry.getKey().split(" \\| ");
      LogMelSettings settings = settings(name[1]);
      LogMelSpectrogram actual = new LogMel(settings).transform(Golden.wav(name[0]));
      compare(entry.getKey(), actual, entry.getValue(), settings.floor());
      compared++;
    }
    assertThat(compared).isEqualTo(36);
  }

  private static void compare(
      String name, LogMelSpectrogram actual, JsonNode expected, double floor) {
    assertThat(actual.bands()).as(name).isEqualTo(expected.at("/shape/0").asInt());
    assertThat(actual.frames()).as(name).isEqualTo(expected.at("/shape/1").asInt());
    for (JsonNode cell : expected.get("cells_ln")) {
      float value = actual.at(cell.get(0).asInt(), cell.get(1).asInt());
      assertThat((double) value)
          .as(name)
          .isCloseTo(cell.get(2).asDouble(), within(LIBROSA_FLOAT32));
    }
    double sum = 0;
    double power = 0;
    for (float value : actual.values()) {
      sum += value;
      power += Math.exp(value) - floor;
    }
    double cells = actual.values().length;
    assertThat(sum / cells)
        .as(name)
        .isCloseTo(expected.get("sum_ln").asDouble() / cells, within(LIBROSA_FLOAT32));
    double sumPower = expected.get("sum_power").asDouble();
    assertThat(power).as(name).isCloseTo(sumPower, within(LIBROSA_FLOAT32 * sumPower));
  }

  private static LogMelSettings settings(String name) {
    MelScale scale = name.contains("htk=True") ? MelScale.HTK : MelScale.SLANEY;
    BandWeight weight = name.contains("norm=slaney") ? BandWeight.EQUAL_AREA : BandWeight.PEAK_ONE;
    FrameAlignment alignment =
        name.contains("center=True") ? FrameAlignment.CENTRED : FrameAlignment.INSIDE;
    return LogMelSettings.defaults()
        .withFraming(
            Framing.defaults()
                .withHopSamples(name.contains("hop=160") ? 160 : 320)
                .withAlignment(alignment))
        .withBands(MelBands.defaults().withScale(scale).withWeight(weight));
  }

  @Test
  void twoSecondsGive64BandsAnd99Frames() {
    LogMel logMel = new LogMel(LogMelSettings.defaults());
    LogMelSpectrogram silence = logMel.transform(new float[32_000]);
    assertThat(silence.bands()).isEqualTo(64);
    assertThat(silence.frames()).isEqualTo(99);
    assertThat(silence.values()).containsOnly((float) Math.log(1e-5));
    assertThat(logMel.settings()).isEqualTo(LogMelSettings.defaults());
  }

  @Test
  void twiceAsLoudIsTwoLnTwoHigherWhereTheFloorDoesNotMatter() throws IOException {
    float[] quiet = Golden.wav("s_noise_16k.wav");
    float[] loud = quiet.clone();
    for (int i = 0; i < loud.length; i++) {
      loud[i] *= 2;
    }
    LogMel logMel = new LogMel(LogMelSettings.defaults().withFloor(1e-30));
    LogMelSpectrogram low = logMel.transform(quiet);
    LogMelSpectrogram high = logMel.transform(loud);
    for (int i = 0; i < low.values().length; i++) {
      assertThat(high.values()[i] - low.values()[i])
          .isCloseTo((float) (2 * Math.log(2)), within(1e-5f));
    }
  }

  @Test
  void nanStaysInItsFrames() {
    float[] samples = new float[32_000];
    samples[0] = Float.NaN;
    LogMelSpectrogram actual = new LogMel(LogMelSettings.defaults()).transform(samples);
    assertThat(actual.at(3, 0)).isNaN();
    assertThat(actual.at(3, 1)).isEqualTo((float) Math.log(1e-5));
  }

  @Test
  void refusesATooShortSound() {
    LogMel logMel = new LogMel(LogMelSettings.defaults());
    assertThatThrownBy(() -> logMel.transform(new float[511]))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot make a spectrogram\n  got:      a sound of 511 samples\n"
                + "  expected: at least 512 samples\n"
                + "  cure:     repeat or pad the sound, or leave it out");
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    LogMelSettings settings = LogMelSettings.defaults();
    assertThatThrownBy(() -> settings.withSampleRateHz(0)).hasMessageContaining("0 Hz");
    assertThatThrownBy(() -> settings.withFloor(0)).hasMessageContaining("a floor of 0.0");
    assertThatThrownBy(() -> settings.withFloor(Double.NaN)).hasMessageContaining("a floor of NaN");
    assertThatThrownBy(() -> new LogMel(settings.withSampleRateHz(8000)))
        .hasMessageContaining("at most half the sample rate, 4000.0 Hz");
  }
}
