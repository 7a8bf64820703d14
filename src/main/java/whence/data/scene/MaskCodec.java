package whence.data.scene;

import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;
import whence.data.Annotation;
import whence.heatmap.Mask;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;

/**
 * Masks as a PNG of 8 bits a channel, grey (three equal channels): 0 background, 255 the sounding
 * object, k the k-th silent object from 1.
 */
final class MaskCodec {
  private static final int SOUNDING = 255;

  private MaskCodec() {}

  static byte[] png(Annotation annotation) {
    Mask sounding = annotation.sounding();
    byte[] rgb = new byte[3 * sounding.cells().length];
    paint(rgb, sounding, SOUNDING);
    for (int k = 0; k < annotation.silent().size(); k++) {
      paint(rgb, annotation.silent().get(k), k + 1);
    }
    return PictureCodec.png(Picture.opaque(sounding.width(), sounding.height(), rgb));
  }

  static Annotation read(MediaSource source, SceneIndex.Entry entry) {
    Picture picture = PictureCodec.read(source);
    requireLevels(picture, source.name(), entry.silentClasses().size());
    List<Mask> silent = new ArrayList<>();
    for (int k = 1; k <= entry.silentClasses().size(); k++) {
      silent.add(level(picture, k));
    }
    return new Annotation(
        entry.id(), entry.soundClass(), level(picture, SOUNDING), entry.silentClasses(), silent);
  }

  private static void paint(byte[] rgb, Mask mask, int level) {
    for (int u = 0; u < mask.cells().length; u++) {
      if (mask.cells()[u]) {
        for (int channel = 0; channel < 3; channel++) {
          rgb[3 * u + channel] = (byte) level;
        }
      }
    }
  }

  private static Mask level(Picture picture, int level) {
    boolean[] cells = new boolean[picture.width() * picture.height()];
    for (int u = 0; u < cells.length; u++) {
      cells[u] = (picture.rgb()[3 * u] & 0xff) == level;
    }
    return new Mask(picture.height(), picture.width(), cells);
  }

  private static void requireLevels(Picture picture, String name, int silent) {
    for (int u = 0; u < picture.rgb().length; u += 3) {
      int level = picture.rgb()[u] & 0xff;
      if (level > silent && level != SOUNDING) {
        throw new WhenceException(
            "Cannot read the mask " + name,
            "the level " + level,
            "0, " + SOUNDING + " or 1 to the number of silent objects (" + silent + ")",
            "delete the file and compose the scenes again");
      }
    }
  }
}
