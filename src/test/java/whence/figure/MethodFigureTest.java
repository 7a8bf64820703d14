package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.experiment.ExperimentSettings;
import whence.label.LabelSettings;
import whence.media.Picture;
import whence.signal.LogMelSpectrogram;

final class MethodFigureTest {
  private static final ExperimentSettings SETTINGS = ExperimentSettings.full();

  static MarkedPicture clip() {
    StripScene scene = SyntheticScenes.scenes(1, 6).get(0);
    StripCell cell = scene.iterations().get(5);
    return MarkedPicture.of(scene.frame(), SyntheticScenes.GEOMETRY)
        .withMap(cell.map())
        .withCells(cell.positive(), cell.negative());
  }

  static LogMelSpectrogram sound() {
    float[] values = new float[64 * 100];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i / 700.0) - Math.abs(i / 100 - 20) / 10f;
    }
    return new LogMelSpectrogram(64, 100, values);
  }

  static List<Picture> related() {
    return SyntheticScenes.scenes(4, 1).subList(1, 4).stream().map(StripScene::frame).toList();
  }

  private static String csv(ExperimentSettings settings) {
    return MethodFigure.of(settings, clip(), sound(), related()).csv();
  }

  @Test
  void itsNumbersAreThoseOfTheSettings() {
    LabelSettings labels = SETTINGS.training().labels();
    assertThat(csv(SETTINGS))
        .contains("rows of cells,14\n")
        .contains("mutual nearest neighbours," + labels.neighbours() + "\n")
        .contains("last iteration," + SETTINGS.training().plan().iterations() + "\n")
        .contains("bands of the spectrogram,64\n");
    ExperimentSettings others =
        SETTINGS.withTraining(SETTINGS.training().withLabels(labels.withNeighbours(7)));
    assertThat(csv(others)).contains("mutual nearest neighbours,7\n");
    Figure one = MethodFigure.of(SETTINGS, clip(), sound(), related());
    Figure other = MethodFigure.of(others, clip(), sound(), related());
    assertThat(other.png()).isNotEqualTo(one.png());
  }

  @Test
  void everyPartIsDrawn() {
    Figure all = MethodFigure.of(SETTINGS, clip(), sound(), related());
    Figure alone = MethodFigure.of(SETTINGS, clip(), sound(), List.of());
    assertThat(Pixels.count(all, Palette.VERMILLION)).isPositive();
    assertThat(Pixels.count(all, Palette.BLUE)).isPositive();
    assertThat(alone.png()).isNotEqualTo(all.png());
    assertThat(all.size().widthMillis()).isEqualTo(FigureSize.TWO_COLUMNS_MILLIS);
  }

  @Test
  void aClipWithoutLabelsIsRefused() {
    MarkedPicture plain = MarkedPicture.of(clip().frame(), SyntheticScenes.GEOMETRY);
    assertThatThrownBy(() -> MethodFigure.of(SETTINGS, plain, sound(), List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a clip without a heat map");
    MarkedPicture mapped =
        plain.withMap(SyntheticScenes.scenes(1, 1).get(0).iterations().get(0).map());
    assertThatThrownBy(() -> MethodFigure.of(SETTINGS, mapped, sound(), List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a clip without pseudo-labels")
        .hasMessageContaining("withLabels");
  }
}
