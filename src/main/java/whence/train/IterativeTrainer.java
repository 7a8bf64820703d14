package whence.train;

import java.nio.file.Path;
import whence.data.ClipBank;
import whence.label.PseudoLabeler;
import whence.label.PseudoLabels;
import whence.model.DualEncoderSettings;

/**
 * Iterative contrastive learning: iteration 0 learns from the pairing of frames and sounds alone;
 * every later iteration first draws pseudo-labels with the network of the one before, then learns
 * under them.
 *
 * <p>A checkpoint is written after every epoch. Called again for the same folder, training goes on
 * where it stopped and ends with the same weights, bit for bit at an equal number of threads.
 *
 * <p>Source: the abstract of Lin et al., CVIU 2023; schedule and labels are this project's design.
 */
public final class IterativeTrainer {

  private final ClipBank clips;
  private final TrainingStart start;
  private final TrainingSettings settings;
  private final RunFiles files;
  private final TrainingListener listener;

  /**
   * Prepares a run.
   *
   * @param clips training clips
   * @param shape of the networks
   * @param settings of the training
   * @param files where states and labels are kept
   * @param listener is told how it goes
   */
  public IterativeTrainer(
      ClipBank clips,
      DualEncoderSettings shape,
      TrainingSettings settings,
      RunFiles files,
      TrainingListener listener) {
    this.clips = clips;
    this.start = new TrainingStart(clips, shape, settings);
    this.settings = settings;
    this.files = files;
    this.listener = listener;
  }

  /**
   * Trains up to the plan's last iteration.
   *
   * @return the final state, to be closed by the caller
   * @throws TrainingInterrupted if the thread is interrupted between two batches
   */
  public TrainingState train() {
    TrainingState state = begin();
    try {
      for (int t = state.iteration(); t <= settings.plan().iterations(); t++) {
        if (t != state.iteration()) {
          state.beginIteration(t);
        }
        iterate(state);
      }
      labelOnceMore(state);
      return state;
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }

  /**
   * The network as it was at the end of an iteration; trains nothing.
   *
   * @return that state, to be closed by the caller
   * @throws whence.WhenceException if it was not saved, or belongs to other settings or data
   */
  public TrainingState stateAfter(int iteration) {
    return loaded(files.iteration(iteration));
  }

  private void iterate(TrainingState state) {
    int t = state.iteration();
    Objective objective = t == 0 ? start.plain() : start.labelled(labelsFor(state));
    if (t > 0 && state.epochsDone() == 0 && settings.plan().start() == StartOfIteration.FRESH) {
      start.restart(state);
    }
    new TrainingRound(state, clips, settings, listener)
        .run(
            objective,
            settings.plan().epochsOf(t),
            () -> state.save(files.checkpoint(), files.identity()));
    state.save(files.iteration(t), files.identity());
    listener.onIteration(state);
  }

  /**
   * Labels that nothing learns from, so that the last iteration can be looked at like all others.
   */
  private void labelOnceMore(TrainingState state) {
    int next = state.iteration() + 1;
    if (settings.plan().renewal() == LabelRenewal.EVERY_ITERATION && !files.hasLabels(next)) {
      PseudoLabels labels = draw(state, next);
      files.writeLabels(labels);
      listener.onLabels(labels);
    }
  }

  /** Labels are drawn once an iteration; one that was interrupted finds them on disk. */
  private PseudoLabels labelsFor(TrainingState state) {
    int t = state.iteration();
    if (state.epochsDone() > 0) {
      return files.readLabels(t);
    }
    PseudoLabels labels =
        t > 1 && settings.plan().renewal() == LabelRenewal.FROZEN
            ? files.readLabels(1).forIteration(t)
            : draw(state, t);
    files.writeLabels(labels);
    listener.onLabels(labels);
    return labels;
  }

  private PseudoLabels draw(TrainingState state, int iteration) {
    SetEmbedding all = SetEmbedding.of(state.encoder(), clips);
    return new PseudoLabeler(settings.labels())
        .draw(iteration, clips.ids(), all.maps(), all.sounds());
  }

  private TrainingState begin() {
    return files.hasCheckpoint() ? loaded(files.checkpoint()) : start.state();
  }

  private TrainingState loaded(Path file) {
    TrainingState state = start.state();
    try {
      state.load(file, files.identity());
      return state;
    } catch (RuntimeException e) {
      state.close();
      throw e;
    }
  }
}
