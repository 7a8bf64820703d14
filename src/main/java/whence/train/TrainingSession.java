package whence.train;

import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.engine.Adam;
import whence.label.PseudoLabeler;
import whence.label.PseudoLabels;
import whence.model.DualEncoder;
import whence.model.DualEncoderSettings;
import whence.model.InputStatistics;

/**
 * Training step by step, in memory: some epochs, a look, labels, the next iteration. For notebooks;
 * nothing is written, and the caller decides what comes next. {@link IterativeTrainer} does the
 * same by plan, with checkpoints, and ends with the same weights.
 *
 * <p>An interrupted call leaves the network as it was after its last batch; the next call begins
 * the epoch anew and goes on from these weights. Owns the network: close it.
 */
public final class TrainingSession implements AutoCloseable {

  private final TrainingStart start;
  private final TrainingState state;
  private final LossHistory history = new LossHistory();
  private @Nullable PseudoLabels labels;

  private TrainingSession(TrainingStart start, TrainingState state) {
    this.start = start;
    this.state = state;
  }

  /**
   * A session before the first epoch of iteration 0.
   *
   * @param clips training clips, at least one batch
   * @param shape of the networks
   * @param settings of the training; of its plan only seed, start and relations count here
   */
  public static TrainingSession begin(
      ClipBank clips, DualEncoderSettings shape, TrainingSettings settings) {
    if (clips.size() < settings.batchSize()) {
      throw new WhenceException(
          "Cannot begin a training",
          clips.size() + " clips in batches of " + settings.batchSize(),
          "at least one whole batch",
          "take more clips, or settings.withBatchSize(...)");
    }
    TrainingStart start = new TrainingStart(clips, shape, settings);
    return new TrainingSession(start, start.state());
  }

  /** The network as it is now; belongs to the session. */
  public DualEncoder encoder() {
    return state.encoder();
  }

  /** The iteration under way, from 0. */
  public int iteration() {
    return state.iteration();
  }

  /** Complete epochs of that iteration. */
  public int epochsDone() {
    return state.epochsDone();
  }

  /** Training clips. */
  public ClipBank clips() {
    return start.clips();
  }

  /** How the losses went so far, in all iterations. */
  public LossHistory history() {
    return history;
  }

  /**
   * Trains on in the iteration under way.
   *
   * @param epochs how many more, at least 1
   * @param listener is told how it goes
   * @throws TrainingInterrupted if the thread is interrupted between two batches; the session can
   *     go on
   */
  public void train(int epochs, TrainingListener listener) {
    if (epochs < 1) {
      throw new WhenceException(
          "Cannot train", epochs + " epochs", "at least 1 epoch", "pass how many more to train");
    }
    Objective objective = labels == null ? start.plain() : start.labelled(labels);
    new TrainingRound(state, clips(), start.settings(), new Told(history, listener))
        .run(objective, state.epochsDone() + epochs, () -> {});
  }

  /**
   * Labels by the network as it is now, for the next iteration. Nothing changes until they are
   * given to {@link #beginIteration}.
   */
  public PseudoLabels drawLabels() {
    SetEmbedding all = SetEmbedding.of(encoder(), clips());
    return new PseudoLabeler(start.settings().labels())
        .draw(iteration() + 1, clips().ids(), all.maps(), all.sounds());
  }

  /**
   * Goes on to the next iteration, which learns from these labels. The control whose labels stay
   * gets the old ones again.
   *
   * @param next labels of all training clips
   */
  public void beginIteration(PseudoLabels next) {
    if (!next.ids().equals(clips().ids())) {
      throw new WhenceException(
          "Cannot begin iteration " + (iteration() + 1),
          "labels of " + next.size() + " other clips",
          "labels of the " + clips().size() + " training clips, in their order",
          "take what drawLabels() returns");
    }
    state.beginIteration(iteration() + 1);
    labels = next.forIteration(state.iteration());
    if (start.settings().plan().start() == StartOfIteration.FRESH) {
      start.restart(state);
    }
  }

  /**
   * Another session that stands where this one does, for a control. From here on they do not touch
   * each other; the new one begins a history of its own.
   */
  public TrainingSession fork() {
    DualEncoder copy =
        DualEncoder.create(
            start.shape(),
            clips().shape().cells(),
            InputStatistics.identity(clips().shape().featureWidth()),
            0);
    copy.parameters().assign(encoder().parameters().all());
    Adam adam = new Adam(copy.parameters(), start.settings().adam());
    adam.restore(state.adam().state(), state.adam().steps());
    TrainingState same = new TrainingState(copy, adam);
    same.beginIteration(state.iteration());
    for (int epoch = 0; epoch < state.epochsDone(); epoch++) {
      same.epochFinished();
    }
    TrainingSession other = new TrainingSession(start, same);
    other.labels = labels;
    return other;
  }

  @Override
  public void close() {
    state.close();
  }

  /** The history first, so that who is told can look at it. */
  private record Told(LossHistory history, TrainingListener listener) implements TrainingListener {
    @Override
    public void onStep(Progress progress, StepReport report) {
      history.onStep(progress, report);
      listener.onStep(progress, report);
    }

    @Override
    public void onEpoch(EpochReport report) {
      listener.onEpoch(report);
    }

    @Override
    public void onNetwork(DualEncoder network) {
      listener.onNetwork(network);
    }
  }
}
