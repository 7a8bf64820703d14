package whence.train;

import whence.data.Batch;
import whence.data.ClipBank;
import whence.engine.Adam;
import whence.label.PseudoLabels;
import whence.model.DataDependentStart;
import whence.model.DualEncoder;
import whence.model.DualEncoderSettings;
import whence.model.Normalisation;

/**
 * How a training begins: inputs measured, weights drawn, moments at zero.
 *
 * @param clips training clips
 * @param shape of the networks
 * @param settings of the training
 */
record TrainingStart(ClipBank clips, DualEncoderSettings shape, TrainingSettings settings) {

  /** A state before iteration 0, to be closed by the caller. */
  TrainingState state() {
    return state(settings.plan().seed());
  }

  private TrainingState state(long seed) {
    int n = Math.min(settings.batchSize(), clips.size());
    DualEncoder encoder =
        DualEncoder.create(shape, clips.shape().cells(), InputMeasurement.of(clips), seed);
    if (shape.normalisation() == Normalisation.DATA_DEPENDENT_START) {
      try (Batch batch = clips.batch(0, n)) {
        DataDependentStart.apply(encoder, batch.features(), batch.spectrograms());
      }
    }
    return new TrainingState(encoder, new Adam(encoder.parameters(), settings.adam()));
  }

  /** New weights and moments in place; the seed differs from iteration to iteration. */
  void restart(TrainingState state) {
    try (TrainingState other = state(settings.plan().seed() + 7919L * state.iteration())) {
      state.encoder().parameters().assign(other.encoder().parameters().all());
      state.adam().restore(other.adam().state(), 0);
    }
  }

  /** The objective of an iteration without labels. */
  Objective plain() {
    return new PlainObjective(settings);
  }

  /** The objective of an iteration under labels. */
  Objective labelled(PseudoLabels labels) {
    return new LabelledObjective(
        settings.batchSize(), labels, settings.objective(), settings.plan().relations());
  }
}
