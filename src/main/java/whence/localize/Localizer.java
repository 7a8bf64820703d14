package whence.localize;

import java.util.List;
import whence.data.Batch;
import whence.heatmap.HeatMap;

/** Says for every clip of a batch where in its frame the sound may come from. */
public interface Localizer {

  /** The name that stands in tables, such as {@code model} or {@code whole-image}. */
  String name();

  /**
   * Draws one heat map a clip.
   *
   * @param batch N clips; not changed and not closed
   * @return N maps [H, W] in frame pixels, in the order of the batch; higher means more likely
   */
  List<HeatMap> localize(Batch batch);
}
