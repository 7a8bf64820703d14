package whence.evaluate;

import whence.heatmap.Cut;
import whence.heatmap.GradedTruth;

/** How a protocol compares a prediction with the truth, an empty truth included. */
enum Comparison {
  /** Nothing to find is no success. */
  CIOU("cIoU, 0 for an empty truth") {
    @Override
    double of(Cut predicted, GradedTruth truth) {
      return predicted.ciou(truth);
    }
  },
  /**
   * The field's code divides 0 by 0 where truth and prediction are both empty. The NaN makes a mean
   * NaN, and no success at any threshold, 0 included.
   */
  CIOU_AS_PUBLISHED("cIoU, NaN where truth and prediction are both empty") {
    @Override
    double of(Cut predicted, GradedTruth truth) {
      return truth.isEmpty() && predicted.count() == 0 ? Double.NaN : predicted.ciou(truth);
    }
  },
  /** AVSBench: a mask that is empty and predicted empty is a perfect answer. */
  IOU_OR_LEFT_OUT("IoU, for an empty truth the share of pixels left out") {
    @Override
    double of(Cut predicted, GradedTruth truth) {
      int pixels = predicted.map().values().length;
      return truth.isEmpty()
          ? (pixels - predicted.count()) / (double) pixels
          : predicted.ciou(truth);
    }
  };

  private final String description;

  Comparison(String description) {
    this.description = description;
  }

  /** What a protocol prints. */
  String description() {
    return description;
  }

  /**
   * The clip's score.
   *
   * @param predicted B
   * @param truth g, of the same size
   * @return 0 to 1, or NaN as published
   */
  abstract double of(Cut predicted, GradedTruth truth);
}
