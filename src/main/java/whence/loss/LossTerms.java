package whence.loss;

import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A loss with the named scalars it is made of, all in nats.
 *
 * @param total the scalar to minimise
 * @param parts further scalars by name, in the order to be printed; the total is not among them
 */
public record LossTerms(SDVariable total, Map<String, SDVariable> parts) {

  /** Name of the total in every table and curve. */
  public static final String TOTAL = "loss";

  /** Copies the map, keeping its order. */
  public LossTerms {
    parts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /** Half the sum of two directions, with both as named parts. */
  static LossTerms ofDirections(SDVariable imageToSound, SDVariable soundToImage) {
    SDVariable first = imageToSound.rename("image_to_sound");
    SDVariable second = soundToImage.rename("sound_to_image");
    Map<String, SDVariable> parts = new LinkedHashMap<>();
    parts.put(first.name(), first);
    parts.put(second.name(), second);
    return new LossTerms(first.add(second).mul(0.5).rename(TOTAL), parts);
  }

  /** A loss of one named part alone. */
  static LossTerms ofPart(SDVariable part) {
    return new LossTerms(part.mul(1.0).rename(TOTAL), Map.of(part.name(), part));
  }

  /** The same with a further part of the given weight. */
  LossTerms plus(SDVariable part, double weight) {
    return with(part, part.mul(weight));
  }

  /** The same with a further part of a weight that is fed, a scalar. */
  LossTerms plus(SDVariable part, SDVariable weight) {
    return with(part, part.mul(weight));
  }

  private LossTerms with(SDVariable part, SDVariable weighted) {
    Map<String, SDVariable> more = new LinkedHashMap<>(parts);
    more.put(part.name(), part);
    SDVariable before = total.rename("without_" + part.name());
    return new LossTerms(before.add(weighted).rename(TOTAL), more);
  }
}
