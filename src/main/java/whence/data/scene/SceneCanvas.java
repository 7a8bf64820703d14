package whence.data.scene;

import whence.data.scene.SceneOrigin.Backdrop;
import whence.data.scene.SceneOrigin.Box;
import whence.data.scene.SceneOrigin.Facing;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.media.PictureScaler;

/**
 * The frame of a scene while it is composed.
 *
 * <p>Pasting is the usual over-operator on gamma-coded values, out = round((a fg + (255 - a) bg) /
 * 255) with opacity a in 0 to 255.
 */
final class SceneCanvas {
  /** Least opacity of a pixel that belongs to the ground truth. */
  static final int OPAQUE = 128;

  private final int side;
  private final byte[] rgb;

  private SceneCanvas(int side, byte[] rgb) {
    this.side = side;
    this.rgb = rgb;
  }

  /** A canvas of {@code side} pixels covered by the cut of a background. */
  static SceneCanvas on(Picture background, Backdrop cut, int side) {
    Picture square = PictureScaler.crop(background, cut.x(), cut.y(), cut.side(), cut.side());
    Picture scaled = facing(PictureScaler.resize(square, side, side), cut.facing());
    return new SceneCanvas(side, scaled.rgb().clone());
  }

  /** Pastes a cut-out, scaled to the box, and returns its ground truth [side, side]. */
  Mask paste(Picture cutOut, Box box, Facing facing) {
    Picture object = facing(PictureScaler.resize(cutOut, box.width(), box.height()), facing);
    boolean[] truth = new boolean[side * side];
    for (int y = 0; y < box.height(); y++) {
      for (int x = 0; x < box.width(); x++) {
        int opacity = object.opacity(x, y);
        int pixel = (box.y() + y) * side + box.x() + x;
        truth[pixel] = opacity >= OPAQUE;
        for (int channel = 0; channel < 3; channel++) {
          int under = rgb[3 * pixel + channel] & 0xff;
          int over = object.channel(x, y, channel);
          int sum = opacity * over + (255 - opacity) * under;
          rgb[3 * pixel + channel] = (byte) ((sum + 127) / 255);
        }
      }
    }
    return new Mask(side, side, truth);
  }

  /** The frame; the canvas must not be used afterwards. */
  Picture frame() {
    return Picture.opaque(side, side, rgb);
  }

  private static Picture facing(Picture picture, Facing facing) {
    return facing == Facing.MIRRORED ? PictureScaler.flipHorizontally(picture) : picture;
  }
}
