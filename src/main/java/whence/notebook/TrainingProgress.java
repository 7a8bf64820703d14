package whence.notebook;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Consumer;
import whence.train.EpochReport;
import whence.train.StepReport;
import whence.train.TrainingListener;
import whence.train.TrainingPlan;

/** Training as one bar over all epochs of a plan, and one line an epoch with every loss term. */
public final class TrainingProgress implements TrainingListener {
  private final TrainingPlan plan;
  private final LiveProgress bar;
  private final Consumer<String> lines;
  private final int epochs;

  /**
   * Listens to a run of a plan.
   *
   * @param plan what will be trained
   * @param bar not closed here
   * @param lines takes one line an epoch
   */
  public TrainingProgress(TrainingPlan plan, LiveProgress bar, Consumer<String> lines) {
    this.plan = plan;
    this.bar = bar;
    this.lines = lines;
    this.epochs = epochsBefore(plan.iterations() + 1);
  }

  @Override
  public void onStep(Progress progress, StepReport report) {
    double epoch = epochsBefore(progress.iteration()) + progress.epoch();
    double done = (epoch + (progress.step() + 1.0) / progress.steps()) / epochs;
    String place =
        String.format(
            Locale.ROOT,
            "iteration %d, epoch %d of %d, ",
            progress.iteration(),
            progress.epoch() + 1,
            progress.epochs());
    bar.update(Math.min(1, done), place + terms(report.terms()));
  }

  @Override
  public void onEpoch(EpochReport report) {
    lines.accept(
        String.format(
            Locale.ROOT,
            "iteration %d epoch %2d/%d  %s  %.0f s",
            report.iteration(),
            report.epoch() + 1,
            plan.epochsOf(report.iteration()),
            terms(report.terms()),
            report.seconds()));
  }

  private int epochsBefore(int iteration) {
    int sum = 0;
    for (int i = 0; i < iteration; i++) {
      sum += plan.epochsOf(i);
    }
    return sum;
  }

  /** Every term by name, such as {@code loss 1.234 quiet 0.012}. */
  static String terms(Map<String, Double> terms) {
    StringJoiner text = new StringJoiner("  ");
    terms.forEach((name, value) -> text.add(name + String.format(Locale.ROOT, " %.3f", value)));
    return text.toString();
  }
}
