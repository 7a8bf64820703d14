package whence.evaluate;

import whence.heatmap.Cut;
import whence.heatmap.HeatMap;
import whence.heatmap.MinMax;
import whence.heatmap.Order;
import whence.heatmap.Peak;

/**
 * A map at the size where it is compared, with what rules ask of it.
 *
 * @param map [224, 224], finite
 * @param order its values
 * @param peak its first maximum
 */
record EnlargedMap(HeatMap map, Order order, Peak peak) {

  static EnlargedMap of(HeatMap map) {
    Order order = Order.of(map);
    int first = 0;
    while (map.values()[first] != order.highest()) {
      first++;
    }
    Peak peak = new Peak(first / map.width(), first % map.width(), order.highest());
    return new EnlargedMap(map, order, peak);
  }

  boolean isConstant() {
    return order.lowest() == order.highest();
  }

  /** The least value that min-max brings to at least {@code share}; not for a constant map. */
  float valueStretchedTo(float share) {
    return MinMax.valueOf(order.lowest(), order.highest(), share);
  }

  /** Predicts the cells at or above a threshold in the unit of the map. */
  Cut atLeast(float threshold) {
    return new Cut(map, threshold, order.countAtLeast(threshold));
  }

  /** Predicts the cells strictly above a threshold. */
  Cut above(float threshold) {
    return atLeast(Math.nextUp(threshold));
  }
}
