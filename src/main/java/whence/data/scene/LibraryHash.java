package whence.data.scene;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whence.media.Picture;
import whence.media.Waveform;

/**
 * SHA-256 over decoded media; every part is preceded by its length, so parts cannot run together.
 */
final class LibraryHash {
  private final MessageDigest digest;

  private LibraryHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static String of(MediaLibrary library) {
    LibraryHash hash = new LibraryHash();
    for (MediaClass media : library.classes()) {
      hash.text("class").text(media.name());
      media.cutOuts().forEach(c -> hash.text(c.reference()).picture(c.picture()));
      hash.text("recordings");
      media.recordings().forEach(r -> hash.text(r.reference()).sound(r.sound()));
    }
    hash.text("backgrounds");
    library.backgrounds().forEach(b -> hash.text(b.reference()).picture(b.picture()));
    return hash.hex();
  }

  static String of(Picture picture) {
    return new LibraryHash().picture(picture).hex();
  }

  static String of(Waveform sound) {
    return new LibraryHash().sound(sound).hex();
  }

  private LibraryHash text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private LibraryHash picture(Picture picture) {
    text(picture.width() + " x " + picture.height()).bytes(picture.rgb());
    byte[] alpha = picture.alpha();
    return alpha == null ? this : bytes(alpha);
  }

  private LibraryHash sound(Waveform sound) {
    ByteBuffer buffer = ByteBuffer.allocate(Float.BYTES * sound.samples().length);
    buffer.asFloatBuffer().put(sound.samples());
    return text(sound.sampleRateHz() + " Hz").bytes(buffer.array());
  }

  private LibraryHash bytes(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
    return this;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
