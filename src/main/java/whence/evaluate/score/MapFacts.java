package whence.evaluate.score;

import whence.heatmap.HeatMap;

/**
 * What a report may have to say about a map.
 *
 * @param size such as {@code 14 x 14}
 * @param constant whether it has one value only
 * @param probability whether all its values lie in [0, 1]
 */
record MapFacts(String size, boolean constant, boolean probability) {

  static MapFacts of(HeatMap map) {
    boolean constant = true;
    boolean probability = true;
    for (float value : map.values()) {
      constant &= value == map.values()[0];
      probability &= value >= 0 && value <= 1;
    }
    return new MapFacts(map.height() + " x " + map.width(), constant, probability);
  }
}
