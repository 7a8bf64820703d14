package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.experiment.ExperimentListener.Stage;
import whence.train.EpochReport;
import whence.train.StepReport;
import whence.train.TrainingListener;
import whence.train.TrainingPlan;

final class LiveProgressTest {
  private final List<String> shown = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private long now;

  private LiveProgress progress() {
    return new LiveProgress("work", output -> shown.add(output.plain()), () -> now);
  }

  @Test
  void showsTimeGoneAndTimeLeft() {
    LiveProgress progress = progress();
    now += 10_000_000_000L;
    progress.update(0.25, "loss 1");
    assertThat(shown).containsExactly("work:   0 %  0:00", "work:  25 %  0:10, 0:30 left  loss 1");
  }

  @Test
  void updatesThatFollowCloselyAreNotShownButTheLastIs() {
    LiveProgress progress = progress();
    progress.update(0.5, "early");
    now += 1_000_000L;
    progress.update(1, "last");
    assertThat(shown).hasSize(1);
    progress.close();
    assertThat(shown).hasSize(2).last().isEqualTo("work: 100 %  0:00  last");
  }

  @Test
  void barIsHtmlWithTextMadeSafe() {
    List<CellOutput> outputs = new ArrayList<>();
    new LiveProgress("a < b", outputs::add, () -> now).close();
    assertThat(outputs.get(0).forms().get("text/html"))
        .contains("<progress max=\"1\" value=\"0.0000\">")
        .contains("a &lt; b");
  }

  @Test
  void refusesAShareOutsideItsInterval() {
    LiveProgress progress = progress();
    assertThatThrownBy(() -> progress.update(1.5, ""))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot show the progress of work\n  got:      a share of 1.5\n"
                + "  expected: a share in [0, 1]\n"
                + "  cure:     divide what is done by all there is to do");
    assertThatThrownBy(() -> progress.update(Double.NaN, "")).isInstanceOf(WhenceException.class);
  }

  @Test
  void runIsAnOutputForEachPart() {
    TrainingPlan plan = TrainingPlan.defaults().withLength(2, 1, 2);
    ExperimentProgress run =
        new ExperimentProgress(
            plan, title -> output -> shown.add(output.plain()), lines::add, () -> now);
    run.onProgress(Stage.SCENES, "before any part", 1, 2);
    run.onStep(new TrainingListener.Progress(0, 0, 1, 0, 1), new StepReport(Map.of(), 1));
    run.onEpoch(new EpochReport(0, 0, Map.of(), 1));
    assertThat(shown).isEmpty();
    run.onStage(Stage.SCENES);
    now += 1_000_000_000L;
    run.onProgress(Stage.SCENES, "composed", 1500, 3000);
    assertThat(shown).last().isEqualTo("scenes:  50 %  0:01, 0:01 left  composed 1,500 of 3,000");
    run.onStage(Stage.TRAINING);
    run.onNote("a note");
    Map<String, Double> terms = new LinkedHashMap<>();
    terms.put("loss", 1.5);
    terms.put("intra", 0.25);
    now += 1_000_000_000L;
    run.onStep(new TrainingListener.Progress(1, 0, 1, 4, 10), new StepReport(terms, 1));
    assertThat(shown)
        .last()
        .isEqualTo(
            "training:  63 %  0:01, 0:01 left  iteration 1, epoch 1 of 1, loss 1.500  intra 0.250");
    run.onEpoch(new EpochReport(1, 0, terms, 12));
    run.close();
    run.close();
    assertThat(lines)
        .containsExactly("a note", "iteration 1 epoch  1/1  loss 1.500  intra 0.250  12 s");
  }
}
