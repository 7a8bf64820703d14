package whence.data.reader;

/** How the boxes over a pixel make its truth g. */
enum Consensus {
  /** Flickr-SoundNet: {@code g = min(count / 2, 1)}. Boxes are counted, not annotators. */
  TWO_BOXES(0.5f),
  /** Everywhere else: {@code g = 1} where there is a box. */
  ONE_BOX(1);

  /** What one box adds. */
  final float step;

  Consensus(float step) {
    this.step = step;
  }
}
