package whence.evaluate;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import whence.heatmap.Cut;
import whence.heatmap.HeatMap;
import whence.heatmap.Resize;

/**
 * One map as several protocols see it: what two of them share is computed once. Safe for several
 * threads at once.
 */
public final class PreparedMap {

  private final HeatMap map;
  private final Map<Resize, EnlargedMap> enlarged = new EnumMap<>(Resize.class);
  private final Map<Protocol, Cut> cuts = new EnumMap<>(Protocol.class);

  /** Takes a map of any size, finite; not changed. */
  public PreparedMap(HeatMap map) {
    this.map = map;
  }

  /** The map itself. */
  public HeatMap map() {
    return map;
  }

  /** Does something with the map at 224 x 224. */
  synchronized <T> T enlarged(Resize resize, Function<EnlargedMap, T> ask) {
    return ask.apply(
        enlarged.computeIfAbsent(
            resize, way -> EnlargedMap.of(way.to(map, Protocol.SIZE, Protocol.SIZE))));
  }

  /** What a protocol predicts of it. */
  synchronized Cut cut(Protocol protocol, Function<PreparedMap, Cut> rule) {
    Cut known = cuts.get(protocol);
    if (known == null) {
      known = rule.apply(this);
      cuts.put(protocol, known);
    }
    return known;
  }
}
