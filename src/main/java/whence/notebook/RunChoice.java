package whence.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import whence.WhenceException;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.experiment.Experiment;
import whence.experiment.ExperimentListener;
import whence.experiment.ExperimentSettings;
import whence.experiment.Preparation;
import whence.experiment.RunData;
import whence.experiment.RunFolder;
import whence.experiment.Sources;
import whence.experiment.TrainedRun;

/**
 * Which run a notebook looks at, decided in this place alone.
 *
 * <ol>
 *   <li>the folder that {@code WHENCE_RUN} names,
 *   <li>{@code runs/iterations} of the repository: the main job,
 *   <li>{@code runs/iterations-quick}: its quick form,
 *   <li>{@code runs/small}, which is made where there is none of the others: {@link
 *       ExperimentSettings#small}.
 * </ol>
 *
 * <p>The first that has come to its end is taken; {@link #text} says which. In full mode a small
 * run says too little, and where there is no other the notebook is refused.
 *
 * @param folder of the run
 * @param settings of the run
 * @param state whether it is still to be made
 */
public record RunChoice(Path folder, ExperimentSettings settings, State state) {

  /** Whether a run is there. */
  public enum State {
    /** It has come to its end. */
    THERE,
    /** It is to be made, or to be gone on with. */
    TO_BE_MADE
  }

  /**
   * Chooses a run; looks only.
   *
   * @param repository the folder that holds {@code runs}
   * @param environment variables by name
   * @throws WhenceException in full mode, if there is no run of the main job
   */
  public static RunChoice of(Path repository, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    String named = environment.getOrDefault("WHENCE_RUN", "");
    if (!named.isBlank()) {
      folders.add(Path.of(named));
    }
    folders.add(repository.resolve("runs/iterations"));
    folders.add(repository.resolve("runs/iterations-quick"));
    for (Path folder : folders) {
      if (new RunFolder(folder).isComplete()) {
        return new RunChoice(folder, new RunFolder(folder).settings(), State.THERE);
      }
    }
    if (Speed.of(environment) == Speed.FULL) {
      throw new WhenceException(
          "Cannot run this notebook in full mode",
          "no complete run in " + folders,
          "what the main job makes",
          "make it with environment/run, or unset " + Speed.VARIABLE + " for quick mode");
    }
    Path small = repository.resolve("runs/small");
    State state = new RunFolder(small).isComplete() ? State.THERE : State.TO_BE_MADE;
    return new RunChoice(small, ExperimentSettings.small(), state);
  }

  /** What was chosen, and how to get a better one, for people. */
  public String text() {
    String what =
        settings.counts().train()
            + " training scenes, iterations 0 to "
            + settings.training().plan().iterations();
    String advice =
        settings.equals(ExperimentSettings.small())
            ? "\nA small run of few classes. The main job makes a real one: environment/run"
            : "";
    return (state == State.THERE ? "run in " : "to be made in ") + folder + ": " + what + advice;
  }

  /**
   * Opens the run, making it first where it is not there.
   *
   * @param sources where media and weights come from
   * @param listener is told how it goes
   * @return the run, to be closed by the caller
   * @throws InterruptedException if the thread is interrupted; the next call goes on
   */
  public TrainedRun open(Sources sources, ExperimentListener listener) throws InterruptedException {
    if (state == State.TO_BE_MADE) {
      Experiment.run(settings, sources, folder, listener);
    }
    return TrainedRun.open(folder, sources, listener);
  }

  /**
   * The scenes of the run, without its networks; composed where the run is still to be made.
   *
   * @param sources where media come from
   * @param listener is told how it goes
   */
  public SceneFolder scenes(Split split, Sources sources, ExperimentListener listener) {
    if (state == State.THERE) {
      RunData data = new RunFolder(folder).data();
      if (Files.isDirectory(Path.of(String.valueOf(data.scenes().get(split.label()))))) {
        return data.open(split);
      }
    }
    Map<Split, SceneFolder> scenes = new Preparation(settings, sources, listener).scenes();
    return Objects.requireNonNull(scenes.get(split), split.label());
  }
}
