package whence.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.WhenceException;
import whence.engine.Adam;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.model.DualEncoder;

/**
 * All that training changes: weights, the optimiser's moments, and how far it has come.
 *
 * <p>Random choices need no saved state: every epoch draws from a generator made of the seed, the
 * iteration and the epoch. A saved state therefore continues bit for bit.
 */
public final class TrainingState implements AutoCloseable {

  private static final String MOMENTS = "adam.moments";
  private final DualEncoder encoder;
  private final Adam adam;
  private int iteration;
  private int epochsDone;
  private @Nullable Path lastCheckpoint;

  /**
   * Joins a network with a fresh optimiser, before iteration 0.
   *
   * @param encoder closed with this state
   * @param adam closed with this state
   */
  public TrainingState(DualEncoder encoder, Adam adam) {
    this.encoder = encoder;
    this.adam = adam;
  }

  /** The network. */
  public DualEncoder encoder() {
    return encoder;
  }

  /** The optimiser. */
  public Adam adam() {
    return adam;
  }

  /** The iteration under way. */
  public int iteration() {
    return iteration;
  }

  /** Epochs of that iteration that are complete. */
  public int epochsDone() {
    return epochsDone;
  }

  void epochFinished() {
    epochsDone++;
  }

  /** Goes on to the first epoch of an iteration. */
  void beginIteration(int next) {
    iteration = next;
    epochsDone = 0;
  }

  /**
   * Writes everything to a file, whole or not at all.
   *
   * @param identity says what run and data the state belongs to; checked by {@link #load}
   */
  public void save(Path file, String identity) {
    Map<String, INDArray> tensors = new LinkedHashMap<>(encoder.parameters().all());
    tensors.put(MOMENTS, adam.state());
    SafeTensors.write(
        file,
        tensors,
        Map.of(
            "identity", identity,
            "iteration", Integer.toString(iteration),
            "epochs_done", Integer.toString(epochsDone),
            "adam_steps", Integer.toString(adam.steps())));
    lastCheckpoint = file;
  }

  /**
   * Goes back to a saved state.
   *
   * @throws WhenceException if the file is damaged, or belongs to other settings or data
   */
  public void load(Path file, String identity) {
    try (Weights saved = SafeTensors.read(file)) {
      Map<String, String> meta = saved.metadata();
      if (!identity.equals(meta.get("identity"))) {
        throw new WhenceException(
            "Cannot continue from " + file,
            "a checkpoint of other settings or data (" + meta.get("identity") + ")",
            "identity " + identity,
            "repeat the settings of that run, or choose another run folder");
      }
      encoder.parameters().assign(saved.tensors());
      adam.restore(saved.get(MOMENTS), number(file, meta, "adam_steps"));
      iteration = number(file, meta, "iteration");
      epochsDone = number(file, meta, "epochs_done");
      lastCheckpoint = file;
    }
  }

  private static int number(Path file, Map<String, String> metadata, String key) {
    try {
      return Integer.parseInt(metadata.getOrDefault(key, "nothing"));
    } catch (NumberFormatException e) {
      throw new WhenceException(
          "Cannot continue from " + file,
          key + " = " + metadata.get(key),
          "a whole number",
          "the file is no checkpoint of a run: remove it to begin anew",
          e);
    }
  }

  /** Stops training before a number that is not finite can reach the weights. */
  void refuseNonFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new WhenceException(
          "Training stopped at step " + adam.steps() + " of iteration " + iteration,
          name + " = " + value,
          "a finite number",
          "lower the learning rate or raise the temperature, then go on from "
              + (lastCheckpoint == null ? "the beginning" : lastCheckpoint));
    }
  }

  @Override
  public void close() {
    adam.close();
    encoder.close();
  }
}
