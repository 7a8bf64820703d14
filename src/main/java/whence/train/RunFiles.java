package whence.train;

import java.nio.file.Files;
import java.nio.file.Path;
import whence.label.PseudoLabels;
import whence.label.PseudoLabelsFile;

/**
 * Where training leaves its states and labels.
 *
 * @param folder of the run
 * @param identity says what settings and data its files belong to
 */
public record RunFiles(Path folder, String identity) {

  /** The state after the latest complete epoch. */
  public Path checkpoint() {
    return folder.resolve("checkpoint.safetensors");
  }

  /** The state at the end of an iteration. */
  public Path iteration(int iteration) {
    return folder.resolve("iterations").resolve("iteration-" + iteration + ".safetensors");
  }

  /** The labels an iteration learned from. */
  public Path labels(int iteration) {
    return folder.resolve("labels").resolve("iteration-" + iteration + ".safetensors");
  }

  /** Whether there is anything to go on from. */
  boolean hasCheckpoint() {
    return Files.exists(checkpoint());
  }

  boolean hasLabels(int iteration) {
    return Files.exists(labels(iteration));
  }

  /**
   * The labels an iteration learned from; those after the last iteration only show what it believes.
   *
   * @param iteration at least 1
   */
  public PseudoLabels readLabels(int iteration) {
    return PseudoLabelsFile.read(labels(iteration), identity);
  }

  void writeLabels(PseudoLabels drawn) {
    PseudoLabelsFile.write(labels(drawn.iteration()), drawn, identity);
  }
}
