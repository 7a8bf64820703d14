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
 * <p>The first that has come to its end is taken; {@link #text} says which, and where the named one
 * was passed over. In full mode a small run says too little, and so does another than the named
 * one: there the notebook is refused.
 *
 * @param folder of the run
 * @param settings of the run
 * @param state whether it is still to be made
 * @param passedOver the named folder, if it holds no complete run; else empty
 */
public record RunChoice(Path folder, ExperimentSettings settings, State state, String passedOver) {

  private static final String NAMED = "WHENCE_RUN";

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
   * @throws WhenceException in full mode, if there is no run of the main job, or the one that is
   *     named is not complete
   */
  public static RunChoice of(Path repository, Map<String, String> environment) {
    List<Path> folders = new ArrayList<>();
    String named = environment.getOrDefault(NAMED, "").strip();
    boolean full = Speed.of(environment) == Speed.FULL;
    if (!named.isEmpty()) {
      folders.add(Path.of(named));
    }
    if (named.isEmpty() || !full) {
      folders.add(repository.resolve("runs/iterations"));
      folders.add(repository.resolve("runs/iterations-quick"));
    }
    for (Path folder : folders) {
      if (new RunFolder(folder).isComplete()) {
        boolean wanted = named.isEmpty() || folder.equals(Path.of(named));
        ExperimentSettings settings = new RunFolder(folder).settings();
        return new RunChoice(folder, settings, State.THERE, wanted ? "" : named);
      }
    }
    if (full) {
      throw new WhenceException(
          "Cannot run this notebook in full mode",
          "no complete run in " + folders,
          "what the main job makes",
          "make it with environment/run, or unset " + Speed.VARIABLE + " for quick mode");
    }
    Path small = repository.resolve("runs/small");
    State state = new RunFolder(small).isComplete() ? State.THERE : State.TO_BE_MADE;
    return new RunChoice(small, ExperimentSettings.small(), state, named);
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
    String instead =
        passedOver.isEmpty() ? "" : NAMED + "=" + passedOver + " holds no complete run; instead ";
    String where = state == State.THERE ? "run in " : "to be made in ";
    return instead + where + folder + ": " + what + advice;
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
