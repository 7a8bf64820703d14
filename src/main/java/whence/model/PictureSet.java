package whence.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import whence.media.Picture;

/**
 * Pictures in a fixed order, got one at a time, and a digest that changes when any of them does.
 *
 * @param sha256 hexadecimal digest of all pictures, or of the files they are read from
 * @param size how many
 * @param pictures gives the picture of an index from 0
 */
public record PictureSet(String sha256, int size, IntFunction<Picture> pictures) {

  /** Pictures in memory; the digest is over sizes and colours. */
  public static PictureSet of(List<Picture> pictures) {
    List<Picture> copy = List.copyOf(pictures);
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
    for (Picture picture : copy) {
      digest.update(ByteBuffer.allocate(8).putInt(picture.width()).putInt(picture.height()).flip());
      digest.update(picture.rgb());
    }
    return new PictureSet(HexFormat.of().formatHex(digest.digest()), copy.size(), copy::get);
  }
}
