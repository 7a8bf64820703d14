package whence.model;

import whence.WhenceException;

/**
 * One 3 x 3 convolution of the audio encoder, padded by 1, followed by a ReLU.
 *
 * @param channels output channels, at least 1
 * @param stride step along bands and frames, 1 or 2
 */
public record AudioLayer(int channels, int stride) {

  /** Checks ranges. */
  public AudioLayer {
    if (channels < 1 || stride < 1 || stride > 2) {
      throw new WhenceException(
          "Cannot make an audio layer",
          channels + " channels, stride " + stride,
          "channels >= 1, stride 1 or 2",
          "start from DualEncoderSettings.defaults()");
    }
  }
}
