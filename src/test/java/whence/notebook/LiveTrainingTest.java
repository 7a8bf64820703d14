package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.heatmap.GridGeometry;
import whence.label.LabelSettings;
import whence.loss.ObjectiveSettings;
import whence.media.Picture;
import whence.model.AudioLayer;
import whence.model.DualEncoderSettings;
import whence.model.Normalisation;
import whence.train.Augmentation;
import whence.train.ToyClips;
import whence.train.TrainingSession;
import whence.train.TrainingSettings;

final class LiveTrainingTest {
  private final ClipBank bank = new ToyClips(96, 5).bank();
  private final List<CellOutput> shown = new ArrayList<>();

  private TrainingSession session() {
    DualEncoderSettings shape =
        new DualEncoderSettings(8, 16, 8, List.of(new AudioLayer(8, 2)), Normalisation.BATCH);
    TrainingSettings settings =
        TrainingSettings.defaults()
            .withBatchSize(32)
            .withAugmentation(Augmentation.none())
            .withLabels(new LabelSettings(0.125, 0, 0.5, 8))
            .withObjective(ObjectiveSettings.defaults());
    return TrainingSession.begin(bank, shape, settings);
  }

  private WatchedClips watched() {
    Picture grey = Picture.opaque(64, 64, new byte[3 * 64 * 64]);
    return WatchedClips.of(
        bank, new int[] {2, 7}, List.of(grey, grey), GridGeometry.halfPixel(4, 64));
  }

  private String html(int frame) {
    return String.valueOf(shown.get(frame).forms().get("text/html"));
  }

  @Test
  void oneOutputHoldsBarCurvesAndMaps() {
    try (TrainingSession session = session()) {
      LiveTraining.run(session, 2, watched(), shown::add);
      assertThat(html(0)).contains("<progress", "watched clips [2, 7]");
      int last = shown.size() - 1;
      assertThat(html(last))
          .contains("<progress max=\"1\" value=\"1.0000\">")
          .contains("loss terms over epochs", "watched clips [2, 7]");
      assertThat(html(last)).isNotEqualTo(html(0));
      assertThat(shown.get(last).plain())
          .startsWith("training: 100 %")
          .contains("iteration 0, epoch 2 done, loss ", "image_to_sound", "; done");
    }
  }

  @Test
  void anInterruptIsNoErrorAndTheNextCallGoesOn() {
    try (TrainingSession session = session()) {
      Thread.currentThread().interrupt();
      LiveTraining.run(session, 1, WatchedClips.none(), shown::add);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(shown.get(shown.size() - 1).plain())
          .contains("interrupted in epoch 1 after a whole batch")
          .contains("run the cell again to go on");
      assertThat(session.epochsDone()).isZero();
      LiveTraining.run(session, 1, WatchedClips.none(), shown::add);
      assertThat(session.epochsDone()).isEqualTo(1);
      assertThat(shown.get(shown.size() - 1).plain()).endsWith("; done");
    }
  }

  @Test
  void anErrorIsSaidAndPassedOn() {
    try (TrainingSession session = session()) {
      assertThatThrownBy(() -> LiveTraining.run(session, 0, WatchedClips.none(), shown::add))
          .isInstanceOf(WhenceException.class);
      assertThat(shown.get(shown.size() - 1).plain()).contains("stopped by an error");
    }
  }
}
