package whence.localize;

import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;
import whence.data.Batch;
import whence.heatmap.HeatMap;
import whence.heatmap.MinMax;

/**
 * Looks twice: a localizer that hears, guided by one that only looks.
 *
 * <p>{@code M(u) = w A(u) + (1 - w) O(u)}, where A is the hearing localizer's map and O the
 * other's, each stretched from 0 to 1 first. Nothing is trained for it.
 *
 * <ul>
 *   <li>A constant map is not stretched and so moves no place against another.
 *   <li>w = 1 is the hearing localizer alone, w = 0 the other alone.
 * </ul>
 *
 * <p>Source: object guided localization of Mo and Morgado, "Localizing visual sounds the easy way",
 * ECCV 2022; their code has w = {@value #PUBLISHED_WEIGHT}.
 *
 * @param hearing draws A
 * @param looking draws O, of the same size
 * @param weight w, in [0, 1]
 */
public record ObjectGuided(Localizer hearing, Localizer looking, double weight)
    implements Localizer {

  /** The name in tables. */
  public static final String NAME = "object-guided";

  /** The weight of the published code. */
  public static final double PUBLISHED_WEIGHT = 0.4;

  /** Checks the weight. */
  public ObjectGuided {
    if (!(weight >= 0 && weight <= 1)) {
      throw new WhenceException(
          "Cannot guide a localizer by another",
          "the weight " + weight,
          "a weight in [0, 1]",
          "take ObjectGuided.published(...), whose weight is " + PUBLISHED_WEIGHT);
    }
  }

  /** With the published weight. */
  public static ObjectGuided published(Localizer hearing, Localizer looking) {
    return new ObjectGuided(hearing, looking, PUBLISHED_WEIGHT);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<HeatMap> localize(Batch batch) {
    List<HeatMap> heard = hearing.localize(batch);
    List<HeatMap> seen = looking.localize(batch);
    List<HeatMap> maps = new ArrayList<>(heard.size());
    for (int clip = 0; clip < heard.size(); clip++) {
      maps.add(sum(MinMax.of(heard.get(clip)), MinMax.of(seen.get(clip))));
    }
    return maps;
  }

  private HeatMap sum(HeatMap heard, HeatMap seen) {
    float[] values = new float[heard.values().length];
    for (int u = 0; u < values.length; u++) {
      values[u] = (float) (weight * heard.values()[u] + (1 - weight) * seen.values()[u]);
    }
    return new HeatMap(heard.height(), heard.width(), values);
  }
}
