package whence.evaluate.score;

import java.util.function.Consumer;
import whence.heatmap.HeatMap;

/**
 * Maps of cosines, given as the probabilities that {@code AVSBENCH} takes.
 *
 * <pre>
 * p = (c + 1) / 2
 * </pre>
 *
 * <p>c is a cosine in [-1, 1], p lies in [0, 1]. The protocol's p {@literal >} 0.5 is c {@literal
 * >} 0: frame and sound agree rather than not. The rule was fixed before any result was seen;
 * nothing in it is fitted. It commutes with bilinear enlargement, and under a protocol with min-max
 * or a median it changes nothing but rounding.
 *
 * @param cosines the maps as the model draws them
 */
public record CosineMaps(MapSource cosines) implements MapSource {
  /** The rule in words, to stand beside every score it has a part in. */
  public static final String RULE = "cosines c as probabilities (c + 1) / 2";

  @Override
  public String name() {
    return cosines.name();
  }

  @Override
  public void forEach(Consumer<NamedMap> take) {
    cosines.forEach(map -> take.accept(new NamedMap(map.id(), probabilities(map.map()))));
  }

  private static HeatMap probabilities(HeatMap map) {
    float[] values = map.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] + 1) / 2;
    }
    return new HeatMap(map.height(), map.width(), values);
  }
}
