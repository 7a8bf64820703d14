package whence.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import whence.data.Annotation;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.experiment.RunData;
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
    RunData data = run.folder().data();
    SceneFolder scenes = data.open(Split.TRAIN);
    int[] chosen = choose(scenes, count);
    List<List<StripCell>> strips = new ArrayList<>();
    for (int row = 0; row < chosen.length; row++) {
      strips.add(new ArrayList<>());
    }
    for (int t = 0; t <= run.lastIteration(); t++) {
      PseudoLabels labels = run.folder().labels(t + 1);
      for (int row = 0; row < chosen.length; row++) {
        strips.get(row).add(cell(labels, chosen[row]));
      }
    }
    List<StripScene> rows = new ArrayList<>();
    for (int row = 0; row < chosen.length; row++) {
      Annotation truth = scenes.annotation(chosen[row]);
      rows.add(
          new StripScene(truth.id(), scenes.frame(chosen[row]), truth.sounding(), strips.get(row)));
    }
    return rows;
  }

  /** The figure of {@link #read}. */
  public static Figure figure(RunResult run, int count) {
    return PseudoLabelStrips.of(read(run, count), run.folder().data().geometry());
  }

  private static StripCell cell(PseudoLabels labels, int clip) {
    return new StripCell(
        labels.maps().get(clip), labels.positive().get(clip), labels.negative().get(clip));
  }

  private static int[] choose(SceneFolder scenes, int count) {
    Set<String> classes = new HashSet<>();
    return java.util.stream.IntStream.range(0, scenes.size())
        .filter(k -> scenes.origin(k).objects().size() > 1 && classes.add(scenes.soundClass(k)))
        .limit(count)
        .toArray();
  }
}
