package whence.evaluate;

import java.util.List;
import whence.data.reader.BoxRule;
import whence.data.reader.ClipTruth;
import whence.data.reader.Region;
import whence.heatmap.GradedTruth;
import whence.heatmap.HeatMap;

/**
 * A clip's truth drawn on the grid of the protocols, once for each rule about boxes that makes a
 * difference.
 */
public final class DrawnTruth {

  private final ClipTruth truth;
  private final GradedTruth clipped;
  private final GradedTruth published;

  /** Draws what was annotated about a clip. */
  public DrawnTruth(ClipTruth truth) {
    Region region = truth.region();
    this.truth = truth;
    this.clipped = GradedTruth.of(region.consensus(BoxRule.CLIPPED));
    this.published =
        region.isNegative() ? GradedTruth.of(region.consensus(BoxRule.FROM_THE_FAR_EDGE)) : clipped;
  }

  /** What was annotated. */
  public ClipTruth truth() {
    return truth;
  }

  /** The truth g [224, 224] as a protocol has it. */
  public GradedTruth consensus(Protocol protocol) {
    return consensus(protocol.boxRule());
  }

  /** The truth g [224, 224] under a rule about boxes. */
  public GradedTruth consensus(BoxRule rule) {
    return rule == BoxRule.CLIPPED ? clipped : published;
  }

  /** The regions of what is silent, [224, 224] each. */
  List<HeatMap> silent(Protocol protocol) {
    return truth.silent().stream().map(region -> region.consensus(protocol.boxRule())).toList();
  }
}
