package whence.evaluate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Batch;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;
import whence.evaluate.Bootstrap;
import whence.evaluate.LocalizerMaps;
import whence.evaluate.SoundSwap;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.localize.Localizer;

class NegativeScoresTest {
  private static final Bootstrap FEW = new Bootstrap(50, 1);
  private static final int CLIPS = 40;
  private static final int SAMPLES = 6;

  /** Samples to "spectrogram" [3, 2]: what a logarithm makes of the mean square of each pair. */
  private static float[] transform(float[] sound) {
    float[] picture = new float[6];
    for (int k = 0; k < 6; k++) {
      picture[k] = (float) Math.log(sound[k] * sound[k] + 1e-7);
    }
    return picture;
  }

  private static final NegativeInputs INPUTS =
      new NegativeInputs(SAMPLES, NegativeScoresTest::transform, SoundSwap.amongClasses(classes()));

  private static List<String> classes() {
    List<String> classes = new ArrayList<>();
    for (int clip = 0; clip < CLIPS; clip++) {
      classes.add("class" + clip % 4);
    }
    return classes;
  }

  /** Clip k sounds at loudness k / 100. */
  private static ClipBank bank() {
    return new ClipBank(
        Split.NEW_SCENES,
        java.util.stream.IntStream.range(0, CLIPS).mapToObj(k -> "clip" + k).toList(),
        new ClipShape(1, 1, 1, 3, 2),
        (clip, to, at) -> to[at] = clip,
        (clip, to, at) -> {
          float[] sound = new float[SAMPLES];
          Arrays.fill(sound, 0.5f + clip / 100f);
          System.arraycopy(transform(sound), 0, to, at, 6);
        });
  }

  /** The first number of each clip's spectrogram, as a map. */
  private static float[] heard(ClipBank bank) {
    float[] heard = new float[CLIPS];
    Localizer ears =
        new Localizer() {
          @Override
          public String name() {
            return "ears";
          }

          @Override
          public List<HeatMap> localize(Batch batch) {
            List<HeatMap> maps = new ArrayList<>();
            for (int k = 0; k < batch.size(); k++) {
              maps.add(HeatMaps.row(batch.spectrograms().getFloat(k, 0, 0, 0)));
            }
            return maps;
          }
        };
    LocalizerMaps.forEach(ears, bank, (map, clip) -> heard[clip] = map.at(0, 0));
    return heard;
  }

  @Test
  void allSoundsGoThroughTheSameLogarithm() {
    float[] silence = heard(INPUTS.bank(bank(), NegativeSound.SILENCE, 0));
    assertThat(silence).containsOnly((float) Math.log(1e-7));
    float[] noise = heard(INPUTS.bank(bank(), NegativeSound.NOISE, 0));
    double energy = 0;
    for (float log : noise) {
      energy += Math.exp(log) / CLIPS;
    }
    // A chi-square mean of 40 squared normal numbers: 1, give or take 4 times sqrt(2 / 40).
    assertThat(energy).isCloseTo(1, within(0.9));
    assertThat(noise).isNotEqualTo(heard(INPUTS.bank(bank(), NegativeSound.NOISE, 1)));
    assertThat(noise).isEqualTo(heard(INPUTS.bank(bank(), NegativeSound.NOISE, 0)));
  }

  @Test
  void offScreenSoundsAreOfOtherClassesAndDrawnAnew() {
    float[] own = heard(bank());
    float[] first = heard(INPUTS.bank(bank(), NegativeSound.OFF_SCREEN, 0));
    float[] second = heard(INPUTS.bank(bank(), NegativeSound.OFF_SCREEN, 1));
    assertThat(first).isNotEqualTo(second);
    for (int clip = 0; clip < CLIPS; clip++) {
      int other = indexOf(own, first[clip]);
      assertThat(other % 4).isNotEqualTo(clip % 4);
    }
  }

  private static int indexOf(float[] values, float value) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    throw new AssertionError("no clip sounds like " + value);
  }

  @Test
  void aLocalizerThatDoesNotHearMarksHalfWhateverSounds() {
    Localizer deaf = localizer((clip, sound) -> HeatMaps.random(10, 10, clip));
    for (NegativeSound kind : NegativeSound.values()) {
      NegativeScores scores = NegativeScores.of(deaf, bank(), INPUTS, kind, 10, FEW);
      assertThat(scores.share().value()).isCloseTo(0.49, within(1e-9)); // 49 of 100 above rank 50
      assertThat(scores.lowestDraw()).isCloseTo(0.49, within(1e-9));
      assertThat(scores.highestDraw()).isCloseTo(0.49, within(1e-9));
      assertThat(scores.draws()).isEqualTo(kind == NegativeSound.SILENCE ? 1 : 10);
    }
  }

  @Test
  void aLocalizerThatHearsMarksNothingInSilence() {
    Localizer listening =
        localizer(
            (clip, sound) ->
                sound < -10 ? HeatMaps.constant(10, 10, -1) : HeatMaps.random(10, 10, clip));
    NegativeScores silence =
        NegativeScores.of(listening, bank(), INPUTS, NegativeSound.SILENCE, 10, FEW);
    assertThat(silence.share().value()).isZero();
    assertThat(silence.area().value()).isCloseTo(1, within(1e-12));
    assertThat(silence.toText())
        .isEqualTo(
            "silence: marked share 0.000 [0.000, 0.000], area 1.000 [1.000, 1.000], 1 draws from"
                + " 0.000 to 0.000");
  }

  @Test
  void theAreaFallsWithTheShare() {
    assertThat(NegativeScores.area(0)).isCloseTo(1, within(1e-12));
    assertThat(NegativeScores.area(1)).isCloseTo(0.025, within(1e-12));
    assertThat(NegativeScores.area(0.5)).isCloseTo(0.525, within(1e-12));
    assertThat(NegativeScores.share(HeatMaps.row(1, 2, 2, 3), 2)).isEqualTo(0.25);
  }

  @Test
  void soundsThatDoNotFitAreRefused() {
    SoundSwap.Pairing two = SoundSwap.amongClasses(List.of("a", "b"));
    NegativeInputs few = new NegativeInputs(SAMPLES, NegativeScoresTest::transform, two);
    assertThatThrownBy(() -> few.bank(bank(), NegativeSound.OFF_SCREEN, 0))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot make off-screen sounds for 40 clips\n"
                + "  got:      2 sounds of other clips\n"
                + "  expected: one a clip\n"
                + "  cure:     pass what sounds in the clips in their order; where all are of one"
                + " class there are no off-screen sounds");
    NegativeInputs shorter = new NegativeInputs(4, sound -> new float[4], two);
    assertThatThrownBy(() -> shorter.bank(bank(), NegativeSound.SILENCE, 0))
        .hasMessageContaining("a spectrogram of 4 numbers")
        .hasMessageContaining("6 numbers, as the clips' own");
    assertThatThrownBy(() -> new NegativeInputs(0, sound -> sound, two))
        .hasMessageContaining("0 samples");
  }

  private interface Drawing {
    HeatMap map(int clip, float sound);
  }

  private static Localizer localizer(Drawing drawing) {
    return new Localizer() {
      @Override
      public String name() {
        return "test";
      }

      @Override
      public List<HeatMap> localize(Batch batch) {
        List<HeatMap> maps = new ArrayList<>();
        for (int k = 0; k < batch.size(); k++) {
          int clip = (int) batch.features().getFloat(k, 0, 0, 0);
          maps.add(drawing.map(clip, batch.spectrograms().getFloat(k, 0, 0, 0)));
        }
        return maps;
      }
    };
  }
}
