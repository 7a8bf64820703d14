package whence.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.experiment.RunResult;
import whence.label.PseudoLabels;

/**
 * The pseudo-label strips of a run: the first training scenes with a silent object, one a class, so
 * that nobody chooses them. Column t shows the labels that iteration t drew.
 */
public final class RunStrips {

  private RunStrips() {}

  /**
   * Reads labels and scenes of a run.
   *
   * @param run complete
   * @param count number of scenes, at least 1
   * @return one strip a scene, iterations 0 to the last
   */
  public static List<StripScene> read(RunResult run, int count) {
    return of(run, choose(run.folder().data().open(Split.TRAIN), count));
  }

  /**
   * Reads labels of a run for some of its training scenes.
   *
   * @param run complete
   * @param clips indices of the scenes
   * @return one strip a scene, iterations 0 to the last
   */
  public static List<StripScene> of(RunResult run, int... clips) {
    SceneFolder scenes = run.folder().data().open(Split.TRAIN);
    List<PseudoLabels> labels = new ArrayList<>();
    for (int t = 0; t <= run.lastIteration(); t++) {
      labels.add(run.folder().labels(t + 1));
    }
    List<StripScene> rows = new ArrayList<>();
    for (int clip : clips) {
      rows.add(StripScene.of(clip, scenes.frame(clip), scenes.annotation(clip).sounding(), labels));
    }
    return rows;
  }

  /** The figure of {@link #read}. */
  public static Figure figure(RunResult run, int count) {
    return PseudoLabelStrips.of(read(run, count), run.folder().data().geometry());
  }

  private static int[] choose(SceneFolder scenes, int count) {
    Set<String> classes = new HashSet<>();
    return java.util.stream.IntStream.range(0, scenes.size())
        .filter(k -> scenes.origin(k).objects().size() > 1 && classes.add(scenes.soundClass(k)))
        .limit(count)
        .toArray();
  }
}
