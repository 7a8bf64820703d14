package whence.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MelBankTest {
  /** The reference was printed with ten significant digits. */
  private static final double PRINTED = 1e-8;

  @Test
  void agreesWithLibrosaInFourSettings() throws IOException {
    JsonNode expected = Golden.expected("signal_melbank.json");
    for (MelScale scale : MelScale.values()) {
      for (BandWeight weight : BandWeight.values()) {
        String name =
            "htk="
                + (scale == MelScale.HTK ? "True" : "False")
                + " norm="
                + (weight == BandWeight.EQUAL_AREA ? "slaney" : "None");
        MelBands bands = MelBands.defaults().withScale(scale).withWeight(weight);
        compare(name, new MelBank(bands, 16_000, 512), expected.get(name));
      }
    }
  }

  private static void compare(String name, MelBank bank, JsonNode expected) {
    assertThat(bank.bands()).isEqualTo(64);
    for (int m = 0; m < 64; m++) {
      double sum = 0;
      int first = -1;
      int last = -1;
      for (int k = 0; k <= 256; k++) {
        double weight = bank.weight(m, k);
        sum += weight;
        first = weight > 0 && first < 0 ? k : first;
        last = weight > 0 ? k : last;
      }
      assertThat(sum).as(name).isCloseTo(at(expected, "row_sums", m), within(PRINTED));
      assertThat(first).as(name).isEqualTo((int) at(expected, "first_nonzero", m));
      assertThat(last).as(name).isEqualTo((int) at(expected, "last_nonzero", m));
      assertThat(bank.weight(m, (int) at(expected, "peak_bins", m)))
          .as(name)
          .isCloseTo(at(expected, "peak_values", m), within(PRINTED));
    }
  }

  private static double at(JsonNode expected, String list, int index) {
    return expected.get(list).get(index).asDouble();
  }

  @Test
  void edgesAgreeWithLibrosa() throws IOException {
    JsonNode expected = Golden.expected("signal_melbank.json");
    for (MelScale scale : MelScale.values()) {
      String name = scale == MelScale.HTK ? "htk" : "slaney";
      double[] edges = MelBands.defaults().withScale(scale).edgesHz();
      JsonNode hz = expected.get("mel_band_edges_hz_66_" + name).get("hz");
      assertThat(edges).hasSize(66);
      for (int i = 0; i < 66; i++) {
        assertThat(edges[i]).isCloseTo(hz.get(i).asDouble(), within(1e-5));
      }
    }
  }

  @Test
  void scalesInvertEachOtherAndMeetAtTheBreak() {
    for (MelScale scale : MelScale.values()) {
      for (double hz : new double[] {0, 1, 700, 999.999, 1000, 1000.001, 22050}) {
        assertThat(scale.toHz(scale.toMel(hz))).isCloseTo(hz, within(1e-8));
      }
    }
    assertThat(MelScale.SLANEY.toMel(1000)).isEqualTo(15);
    assertThat(MelScale.SLANEY.toMel(6400)).isCloseTo(42, within(1e-12));
    assertThat(MelScale.HTK.toMel(700)).isCloseTo(2595 * Math.log10(2), within(1e-9));
  }

  @Test
  void refusesBandsThatCannotHoldABin() {
    assertThatThrownBy(() -> new MelBank(MelBands.defaults().withCount(512), 16_000, 512))
        .hasMessageContaining("lies between two bins of 31.25 Hz")
        .hasMessageContaining("take fewer bands or a longer window");
    MelBands bands = MelBands.defaults();
    assertThatThrownBy(() -> bands.withCount(0)).hasMessageContaining("0 bands");
    assertThatThrownBy(() -> bands.withRangeHz(100, 100)).hasMessageContaining("100.0 to 100.0");
    assertThatThrownBy(() -> bands.withRangeHz(Double.NaN, 1)).hasMessageContaining("NaN");
  }
}
