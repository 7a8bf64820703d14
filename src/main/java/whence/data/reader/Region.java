package whence.data.reader;

import whence.heatmap.HeatMap;

/** Where the source of a sound was annotated. */
public sealed interface Region permits BoxRegion, MaskRegion {

  /**
   * The truth g.
   *
   * @param rule what becomes of negative coordinates
   * @return [224, 224] in [0, 1]; all 0 where nothing was annotated or nothing is left of it
   */
  HeatMap consensus(BoxRule rule);

  /** Whether a rule about negative coordinates makes a difference. */
  boolean isNegative();

  /**
   * The number of boxes as listed, empty ones too; a mask counts as one box, or as none if it is
   * empty. 0 stands for a clip whose source is not visible.
   */
  int boxes();
}
