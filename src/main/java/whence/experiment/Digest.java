package whence.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import whence.data.fetch.Sha256;

/** Short names for combinations of values: the first 16 hexadecimal digits of their SHA-256. */
final class Digest {

  private static final int DIGITS = 16;

  private Digest() {}

  /** Of the bytes of a file. */
  static String ofFile(Path file) {
    try {
      return Sha256.of(file).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + file, e);
    }
  }

  static String of(Object... values) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object value : values) {
        digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
