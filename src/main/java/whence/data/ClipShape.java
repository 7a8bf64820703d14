package whence.data;

import whence.WhenceException;

/**
 * Sizes every clip of a set shares.
 *
 * @param gridHeight h, cells
 * @param gridWidth w, cells
 * @param featureWidth D, numbers a cell
 * @param bands M, mel bands
 * @param frames T, spectrogram frames
 */
public record ClipShape(int gridHeight, int gridWidth, int featureWidth, int bands, int frames) {

  /** Checks that all sizes are at least 1. */
  public ClipShape {
    if (Math.min(Math.min(gridHeight, gridWidth), Math.min(featureWidth, Math.min(bands, frames)))
        < 1) {
      throw new WhenceException(
          "Cannot describe clips of " + gridHeight + " x " + gridWidth + " cells",
          featureWidth + " features, " + bands + " bands, " + frames + " frames",
          "every size at least 1",
          "check the order of the sizes");
    }
  }

  /** h * w. */
  public int cells() {
    return gridHeight * gridWidth;
  }

  /** Numbers in one clip's features, h * w * D. */
  public int featureLength() {
    return cells() * featureWidth;
  }

  /** Numbers in one clip's spectrogram, M * T. */
  public int soundLength() {
    return bands * frames;
  }
}
