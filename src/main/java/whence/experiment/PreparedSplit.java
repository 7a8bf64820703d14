package whence.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import whence.data.ClipBank;
import whence.data.scene.SceneFolder;
import whence.evaluate.SoundSwap;
import whence.heatmap.Downsample;
import whence.heatmap.Mask;
import whence.label.LabelStatistics;
import whence.localize.ModelLocalizer;
import whence.model.FeatureCache;

/**
 * The clips of one split, ready for training or evaluation. Owns the features: close it.
 *
 * @param scenes the scenes on disk, with their truth
 * @param bank the clips as numbers
 * @param features the features behind the bank
 */
public record PreparedSplit(SceneFolder scenes, ClipBank bank, FeatureCache features)
    implements AutoCloseable {

  /** Class of every clip's sound, in order; never shown to training. */
  public List<String> classes() {
    List<String> classes = new ArrayList<>();
    for (int k = 0; k < scenes.size(); k++) {
      classes.add(scenes.soundClass(k));
    }
    return classes;
  }

  /**
   * Draws for every frame the sound of a clip in which nothing sounds of what sounds in it; what is
   * silent there may sound.
   */
  SoundSwap.Pairing otherSounds() {
    List<Set<String>> sounding = each(scenes.size(), scenes::sounding);
    return sounding.stream().allMatch(heard -> heard.size() == 1)
        ? SoundSwap.amongClasses(classes())
        : SoundSwap.offScreen(sounding, sounding);
  }

  /**
   * Draws for every frame the sound of a clip in which nothing sounds that can be seen in it.
   *
   * @param count of which clips, from the first
   */
  SoundSwap.Pairing offScreen(int count) {
    return SoundSwap.offScreen(each(count, scenes::sounding), each(count, scenes::visible));
  }

  private static List<Set<String>> each(int count, IntFunction<Set<String>> names) {
    return IntStream.range(0, count).mapToObj(names).toList();
  }

  /**
   * The first clip of each class of sounds, in order: some clips to look at that nobody chose.
   *
   * @param count how many at most
   */
  public int[] oneOfEachClass(int count) {
    Set<String> met = new HashSet<>();
    return IntStream.range(0, scenes.size())
        .filter(k -> met.add(scenes.soundClass(k)))
        .limit(count)
        .toArray();
  }

  /** The cells [h, w] whose centre lies on a clip's sounding object; never shown to training. */
  public Mask soundingCells(int clip, ModelLocalizer.Grid grid) {
    Mask sounding = scenes.annotation(clip).sounding();
    return Downsample.atCentres(sounding, grid.geometry(), grid.cellRows(), grid.cellColumns());
  }

  /** What is known about the clips, on the grid of the labels. */
  LabelStatistics.Truth truth(ModelLocalizer.Grid grid) {
    List<Mask> cells = new ArrayList<>();
    for (int k = 0; k < scenes.size(); k++) {
      cells.add(soundingCells(k, grid));
    }
    return new LabelStatistics.Truth(classes(), cells);
  }

  @Override
  public void close() {
    features.close();
  }
}
