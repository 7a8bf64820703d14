package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;
import whence.evaluate.LocalizerMaps;
import whence.evaluate.measure.NegativeScores;
import whence.evaluate.measure.NegativeSound;
import whence.heatmap.Order;
import whence.localize.Localizer;
import whence.media.SoundCodec;
import whence.media.Waveform;

/** Who draws is told by drawing the same by hand: sets whose sounds are exchanged as files. */
class SetLocalizerTest {
  private static final double WRITTEN = 1.1e-5;

  @TempDir Path folder;
  private Sources sources;
  private TrainedModel model;

  @BeforeEach
  void openModel() {
    sources = TinyModel.sources(folder);
    model = TinyModel.of(sources, 2, 0);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  private Path twoClips(String name) throws IOException {
    return new MadeUpSets(folder.resolve(name)).vggss("a_000001", "b_000002");
  }

  private PreparedSet open(Path set) throws InterruptedException {
    ClipSet clips = DataSet.VGGSS.open(set, set.resolve("truth.json"), "", model.card().reading());
    return PreparedSet.open(clips, model.card().sound(), sources, new ExperimentListener() {});
  }

  private double[][] maps(Path set, SetLocalizer localizer) throws Exception {
    Path file = folder.resolve("maps.json");
    try (PreparedSet prepared = open(set)) {
      SetMaps.write(prepared, model, localizer, (done, total) -> {}, file);
    }
    JsonNode maps = new ObjectMapper().readTree(file.toFile()).get("maps");
    double[][] values = new double[maps.size()][];
    for (int k = 0; k < values.length; k++) {
      JsonNode cells = maps.get(k).get("values");
      values[k] = new double[cells.size()];
      for (int i = 0; i < cells.size(); i++) {
        values[k][i] = cells.get(i).asDouble();
      }
    }
    return values;
  }

  @Test
  void aSwappedSoundIsThatOfTheOtherClip() throws Exception {
    double[][] swapped = maps(twoClips("one"), SetLocalizer.SWAPPED_SOUND);
    Path exchanged = twoClips("two");
    Path audio = exchanged.resolve("audio");
    Files.move(audio.resolve("a_000001.wav"), audio.resolve("c.wav"));
    Files.move(audio.resolve("b_000002.wav"), audio.resolve("a_000001.wav"));
    Files.move(audio.resolve("c.wav"), audio.resolve("b_000002.wav"));
    double[][] byHand = maps(exchanged, SetLocalizer.MODEL);
    double[][] own = maps(twoClips("three"), SetLocalizer.MODEL);
    for (int k = 0; k < 2; k++) {
      assertThat(swapped[k]).containsExactly(byHand[k], within(WRITTEN));
      assertThat(swapped[k]).isNotEqualTo(own[k]);
    }
  }

  /** Without its 0.6 of the saliency, what is left rises with the model's map as a line does. */
  @Test
  void aGuidedMapIsTheSumOfBoth() throws Exception {
    Path set = twoClips("one");
    double[][] own = maps(set, SetLocalizer.MODEL);
    double[][] seen = maps(set, SetLocalizer.SALIENCY);
    double[][] guided = maps(set, SetLocalizer.OBJECT_GUIDED);
    for (int k = 0; k < 2; k++) {
      int low = 0;
      int high = 0;
      for (int i = 0; i < own[k].length; i++) {
        low = own[k][i] < own[k][low] ? i : low;
        high = own[k][i] > own[k][high] ? i : high;
      }
      double bottom = guided[k][low] - 0.6 * seen[k][low];
      double rise = guided[k][high] - 0.6 * seen[k][high] - bottom;
      double wide = own[k][high] - own[k][low];
      assertThat(bottom).isCloseTo(0, within(0.02));
      assertThat(rise).isCloseTo(0.4, within(0.03));
      for (int i = 0; i < own[k].length; i++) {
        double expected = bottom + rise * (own[k][i] - own[k][low]) / wide;
        assertThat(guided[k][i] - 0.6 * seen[k][i])
            .isCloseTo(expected, within(4 * WRITTEN * (1 + 1 / wide)));
      }
    }
  }

  @Test
  void silenceIsASoundOfZeros() throws Exception {
    Path silent = twoClips("silent");
    for (String id : List.of("a_000001", "b_000002")) {
      Files.write(
          silent.resolve("audio/" + id + ".wav"),
          SoundCodec.wav(new Waveform(new float[160_000], 16_000)));
    }
    Localizer localizer = SetLocalizer.MODEL.of(model);
    float[] thresholds = new float[2];
    double[] shares = new double[2];
    try (PreparedSet own = open(twoClips("one"));
        PreparedSet zeros = open(silent)) {
      LocalizerMaps.forEach(
          localizer, own.bank(), (map, clip) -> thresholds[clip] = Order.of(map).median());
      LocalizerMaps.forEach(
          localizer,
          zeros.bank(),
          (map, clip) -> shares[clip] = NegativeScores.share(map, thresholds[clip]));
      int[] told = new int[2];
      List<NegativeScores> scores =
          own.negativeSounds(
              model,
              2,
              (done, total) -> {
                assertThat(done).as("each map once").isEqualTo(++told[0]);
                told[1] = total;
              });
      assertThat(scores).extracting(NegativeScores::kind).containsExactly(NegativeSound.values());
      assertThat(scores.get(0).kind()).isEqualTo(NegativeSound.SILENCE);
      assertThat(scores.get(0).share().value())
          .isCloseTo((shares[0] + shares[1]) / 2, within(1e-9));
      // its own sounds, silence, and twice noise and off-screen sounds, of two clips
      assertThat(told).containsExactly(12, 12);
    }
  }

  @Test
  void clipsThatAreReadOtherwiseAreRefused() throws Exception {
    Path set = twoClips("one");
    ClipSet clips =
        DataSet.VGGSS.open(
            set, set.resolve("truth.json"), "", model.card().reading().withSoundSeconds(1));
    try (PreparedSet other =
        PreparedSet.open(clips, model.card().sound(), sources, new ExperimentListener() {})) {
      assertThatThrownBy(() -> other.requireFits(model.card()))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("as the model was trained");
    }
  }
}
