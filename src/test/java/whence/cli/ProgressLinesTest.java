package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import whence.experiment.ComparisonRow;
import whence.experiment.ExperimentListener.Stage;
import whence.experiment.ExperimentSettings;
import whence.label.LabelStatistics;
import whence.train.EpochReport;
import whence.train.StepReport;
import whence.train.TrainingListener;

class ProgressLinesTest {
  private final StringWriter text = new StringWriter();
  private long nanos;
  private final ProgressLines lines = new ProgressLines(new PrintWriter(text), () -> nanos);

  private void seconds(double later) {
    nanos += (long) (later * 1e9);
  }

  @Test
  void progressComesEveryFewSecondsAndAtItsEnd() {
    lines.onStage(Stage.SCENES);
    for (int k = 1; k <= 10; k++) {
      seconds(1);
      lines.onProgress(Stage.SCENES, "train", k, 10);
    }
    assertThat(text.toString().lines())
        .containsExactly(
            "[ 0:00] scenes ...",
            "[ 0:04]   train: 4 of 10",
            "[ 0:08]   train: 8 of 10",
            "[ 0:10]   train: 10 of 10");
  }

  @Test
  void everyRunOfAComparisonIsNamed() {
    lines.onRow(new ComparisonRow("lvs", "LVS (2021)", ExperimentSettings.tiny()), 3, 2, 15);
    assertThat(text.toString()).isEqualTo("[ 0:00] run 2 of 15: LVS (2021), seed 3\n");
  }

  @Test
  void downloadsAreInMegabytes() {
    seconds(65);
    lines.onNote("To be downloaded: a (2 MB)");
    lines.onProgress(Stage.DOWNLOAD, "a.deb", 1_500_000, 2_000_000);
    assertThat(text.toString().lines())
        .containsExactly("[ 1:05] To be downloaded: a (2 MB)", "[ 1:05]   a.deb: 1.5 of 2.0 MB");
  }

  @Test
  void anEpochIsOneLineWithEveryTerm() {
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("loss", 4.5);
    terms.put("image_to_sound", 2.25);
    lines.onStep(new TrainingListener.Progress(1, 0, 3, 4, 40), new StepReport(terms, 1));
    seconds(5);
    lines.onStep(new TrainingListener.Progress(1, 0, 3, 5, 40), new StepReport(terms, 1));
    lines.onEpoch(new EpochReport(1, 0, terms, 30.25));
    lines.onStage(Stage.CONTROL);
    lines.onEpoch(new EpochReport(2, 1, terms, 1));
    assertThat(text.toString().lines())
        .containsExactly(
            "[ 0:05]   iteration 1, epoch 1 of 3, step 6 of 40: loss 4.5000, image_to_sound"
                + " 2.2500",
            "[ 0:05] iteration 1, epoch 1: loss 4.5000, image_to_sound 2.2500 (nats), 30.3 s",
            "[ 0:05] control ...",
            "[ 0:05] control iteration 2, epoch 2: loss 4.5000, image_to_sound 2.2500 (nats),"
                + " 1.0 s");
  }

  @Test
  void labelsSayWhatIsKnownOfThem() {
    OptionalDouble known = OptionalDouble.of(0.5);
    lines.onLabelStatistics(1, new LabelStatistics(0.1, 0.5, 3, 0, known, OptionalDouble.empty()));
    lines.onScores(1, List.of());
    assertThat(text.toString().lines())
        .containsExactly(
            "[ 0:00]   labels of iteration 1: 10.0 % of cells positive (50 % of them right),"
                + " 50.0 % negative, 3.0 related clips");
  }
}
