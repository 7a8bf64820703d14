package whence.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.evaluate.EvaluationReport;
import whence.experiment.ExperimentListener.Stage;

/** Prepared data with its judge, and what the trivial localizers score on it, asked for once. */
final class JudgedData implements AutoCloseable {

  private final PreparedData data;
  private final Judge judge;
  private @Nullable List<EvaluationReport> trivial;

  JudgedData(PreparedData data) {
    this.data = data;
    this.judge = new Judge(data);
  }

  PreparedData data() {
    return data;
  }

  Judge judge() {
    return judge;
  }

  /** Reports of the trivial localizers; they do not learn, so they are the same for every run. */
  List<EvaluationReport> trivial(ExperimentListener listener) {
    List<EvaluationReport> known = trivial;
    if (known == null) {
      listener.onStage(Stage.BASELINES);
      known = judge.trivial();
      trivial = known;
    }
    return known;
  }

  @Override
  public void close() {
    data.close();
  }
}
