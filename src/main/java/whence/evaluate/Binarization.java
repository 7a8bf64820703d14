package whence.evaluate;

import java.util.OptionalInt;
import whence.heatmap.Cut;

/**
 * From an enlarged map to what it predicts, as a protocol has it. Min-max changes neither the order
 * of values nor which is half of the maximum, so only rules about 0.5 look at the stretched map.
 *
 * <p>A constant map predicts everything or nothing, and each rule has its own way: {@link
 * #AT_OR_ABOVE_MEDIAN} everything; {@link #ABOVE_MEDIAN} and {@link #HALF_OF_RANGE} nothing; {@link
 * #HALF} and {@link #ABOVE_HALF} go by its value; {@link #ABOVE_MEDIAN_OR_FULL} gives everything
 * from 0 on, {@link #ABOVE_HALF_OF_MAXIMUM} everything above 0.
 */
enum Binarization {
  HALF("min-max, threshold >= 0.5") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.atLeast(map.isConstant() ? 0.5f : map.valueStretchedTo(0.5f));
    }
  },
  HALF_OF_RANGE("min-max, threshold >= 0.5 (a constant map predicts nothing)") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.isConstant() ? Cut.nothing(map.map()) : HALF.cut(map);
    }
  },
  /** LVS binarises in place, so the maximum always belongs to its prediction. */
  ABOVE_MEDIAN_OR_FULL("min-max, threshold > median, or the maximum") {
    @Override
    Cut cut(EnlargedMap map) {
      if (map.isConstant()) {
        return map.order().highest() >= 0 ? Cut.everything(map.map()) : Cut.nothing(map.map());
      }
      return map.atLeast(Math.min(Math.nextUp(map.order().median()), map.order().highest()));
    }
  },
  ABOVE_MEDIAN("min-max, threshold > median") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.above(map.order().median());
    }
  },
  AT_OR_ABOVE_MEDIAN("min-max, threshold >= median") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.atLeast(map.order().median());
    }
  },
  ABOVE_HALF_OF_MAXIMUM("values as they are, threshold > half of the maximum") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.above(map.order().highest() / 2);
    }
  },
  ABOVE_HALF("values as they are, threshold > 0.5") {
    @Override
    Cut cut(EnlargedMap map) {
      return map.above(0.5f);
    }
  };

  private final String description;

  Binarization(String description) {
    this.description = description;
  }

  /** What a protocol prints. */
  String description() {
    return description;
  }

  /** What is predicted of a constant map, in words. */
  String ofConstantMap() {
    return switch (this) {
      case AT_OR_ABOVE_MEDIAN -> "everything";
      case ABOVE_MEDIAN, HALF_OF_RANGE -> "nothing";
      case HALF -> "everything where the value is at least 0.5, else nothing";
      case ABOVE_HALF -> "everything where the value is above 0.5, else nothing";
      case ABOVE_MEDIAN_OR_FULL -> "everything where the value is at least 0, else nothing";
      case ABOVE_HALF_OF_MAXIMUM -> "everything where the value is above 0, else nothing";
    };
  }

  /** The prediction. */
  abstract Cut cut(EnlargedMap map);

  /**
   * How many of {@code n} cells are predicted of a map whose values all differ, if that is fixed.
   */
  OptionalInt predictedOf(int n) {
    return switch (this) {
      case ABOVE_MEDIAN, ABOVE_MEDIAN_OR_FULL -> OptionalInt.of(n - n / 2 - 1);
      case AT_OR_ABOVE_MEDIAN -> OptionalInt.of(n - n / 2);
      default -> OptionalInt.empty();
    };
  }

  /** The prediction of the {@code k - 1} highest cells, ties at the threshold left out. */
  static Cut sizeAdaptive(EnlargedMap map, int truthCells) {
    int n = map.map().values().length;
    return map.above(map.order().statistic(n - (truthCells == 0 ? n / 2 : truthCells)));
  }
}
