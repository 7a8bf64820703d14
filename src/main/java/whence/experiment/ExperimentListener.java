package whence.experiment;

import java.util.List;
import whence.evaluate.EvaluationReport;
import whence.label.LabelStatistics;
import whence.train.TrainingListener;

/** Is told how a run goes. Every method may be left as it is. */
public interface ExperimentListener extends TrainingListener {

  /** The parts of a run, in their order. */
  enum Stage {
    /** Media packages and weights are fetched and verified. */
    DOWNLOAD("download"),
    /** Scenes are composed. */
    SCENES("scenes"),
    /** Trunk features are computed. */
    FEATURES("features"),
    /** The model is trained and judged. */
    TRAINING("training"),
    /** The control is trained and judged. */
    CONTROL("control"),
    /** The trivial localizers are judged. */
    BASELINES("baselines"),
    /** Heat maps of a research data set are drawn, after the runs. */
    MAPS("maps");

    private final String label;

    Stage(String label) {
      this.label = label;
    }

    /** The name in progress lines, such as {@code features}. */
    public String label() {
      return label;
    }
  }

  /**
   * A run of a comparison begins.
   *
   * @param row what is run
   * @param seed of the run
   * @param run number of the run, from 1
   * @param runs how many there are
   */
  default void onRow(ComparisonRow row, long seed, int run, int runs) {}

  /** A part of the run begins. */
  default void onStage(Stage stage) {}

  /** All data are prepared; they stay open until the run ends. */
  default void onData(PreparedData data) {}

  /**
   * A part of the run has come some way.
   *
   * @param stage which part
   * @param text what is being done
   * @param done units done
   * @param total units in all
   */
  default void onProgress(Stage stage, String text, long done, long total) {}

  /** Something a user should know, such as what will be downloaded. */
  default void onNote(String text) {}

  /**
   * An iteration was judged.
   *
   * @param iteration from 0
   * @param reports one a split and localizer
   */
  default void onScores(int iteration, List<EvaluationReport> reports) {}

  /** Labels of an iteration were looked at. */
  default void onLabelStatistics(int iteration, LabelStatistics statistics) {}
}
