package whence.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.heatmap.GridGeometry;

/**
 * Where a run finds its data again.
 *
 * @param identity of settings and data: what checkpoints and labels must carry
 * @param scenes folder of each split, by its label
 * @param cellPixels distance of cell centres on a frame, pixels
 * @param firstCentrePixel centre of the first cell, pixels
 */
public record RunData(
    String identity, Map<String, String> scenes, double cellPixels, double firstCentrePixel) {

  /** Copies the map. */
  public RunData {
    scenes = Map.copyOf(scenes);
  }

  static RunData of(PreparedData data, String identity) {
    Map<String, String> folders = new TreeMap<>();
    for (Split split : Split.OF_SCENES) {
      folders.put(split.label(), data.of(split).scenes().path().toString());
    }
    GridGeometry geometry = data.grid().geometry();
    return new RunData(identity, folders, geometry.cellPixels(), geometry.firstCentrePixel());
  }

  /** The scenes of a split. */
  public SceneFolder open(Split split) {
    return SceneFolder.open(Path.of(String.valueOf(scenes.get(split.label()))));
  }

  /** Where the cells lie in a frame. */
  public GridGeometry geometry() {
    return new GridGeometry(cellPixels, firstCentrePixel);
  }
}
