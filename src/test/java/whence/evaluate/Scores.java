package whence.evaluate;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import whence.data.Annotation;
import whence.heatmap.HeatMap;
import whence.heatmap.HeatMaps;
import whence.heatmap.Mask;

/** Small scores, truths and maps for tests. */
final class Scores {

  private Scores() {}

  /** A score that has only a cIoU. */
  static ClipScore ciou(String id, double ciou) {
    return new ClipScore(
        id,
        ciou,
        OptionalDouble.of(ciou),
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** Scores with the given cIoUs. */
  static List<ClipScore> cious(double... cious) {
    List<ClipScore> scores = new ArrayList<>();
    for (double ciou : cious) {
      scores.add(ciou("clip" + scores.size(), ciou));
    }
    return scores;
  }

  /** The sounding object in the upper left quarter, a silent one in the lower right. */
  static Annotation annotation(String id) {
    Mask sounding = HeatMaps.box(224, 224, 0, 0, 112, 112);
    Mask silent = HeatMaps.box(224, 224, 112, 112, 224, 224);
    return new Annotation(id, "owl", sounding, List.of("cat"), List.of(silent));
  }

  /** A map that is {@code inside} on the box and 0 elsewhere. */
  static HeatMap boxMap(int top, int left, int bottom, int right, float inside) {
    Mask box = HeatMaps.box(224, 224, top, left, bottom, right);
    float[] values = new float[box.cells().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = box.cells()[i] ? inside : 0;
    }
    return new HeatMap(224, 224, values);
  }

  /** Given maps under a name. */
  static ClipMaps maps(String name, MapUnit unit, List<ClipMap> maps) {
    return new ClipMaps() {
      @Override
      public String localizer() {
        return name;
      }

      @Override
      public MapUnit unit() {
        return unit;
      }

      @Override
      public Iterator<ClipMap> iterator() {
        return maps.iterator();
      }
    };
  }
}
