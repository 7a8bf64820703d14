package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.experiment.ComparisonRow;
import whence.experiment.ExperimentListener.Stage;
import whence.experiment.ExperimentSettings;
import whence.train.StepReport;
import whence.train.TrainingListener.Progress;

class ComparisonProgressTest {

  @Test
  void everyRunHasABarOfItsOwn() {
    List<String> titles = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    ComparisonRow row = new ComparisonRow("lvs", "LVS (2021)", ExperimentSettings.tiny());
    try (ComparisonProgress progress =
        new ComparisonProgress(
            title -> {
              titles.add(title);
              return new LiveProgress(title, output -> shown.add(output.toString()));
            },
            lines::add)) {
      progress.onStep(new Progress(0, 0, 2, 0, 3), new StepReport(Map.of("loss", 1.0), 1));
      assertThat(shown).isEmpty(); // nothing runs yet
      progress.onRow(row, 3, 2, 6);
      progress.onProgress(Stage.FEATURES, "train", 5, 10);
      // two of three epochs of iteration 0, and one of iteration 1 to come
      progress.onStep(new Progress(0, 1, 3, 2, 3), new StepReport(Map.of("loss", 1.5), 1));
      progress.onNote("a note");
      progress.onRow(row, 4, 3, 6);
    }
    assertThat(titles)
        .containsExactly("run 2 of 6: LVS (2021), seed 3", "run 3 of 6: LVS (2021), seed 4");
    assertThat(shown).anyMatch(text -> text.contains("50 %") && text.contains("loss 1.500"));
    assertThat(lines).containsExactly("a note");
  }
}
