package whence.data.fetch;

import whence.WhenceException;

/**
 * What a file must be, byte for byte.
 *
 * @param sha256 its SHA-256, 64 lower-case hexadecimal digits
 * @param bytes its length
 */
public record Pin(String sha256, long bytes) {

  /** Checks the form. */
  public Pin {
    if (!sha256.matches("[0-9a-f]{64}") || bytes < 0) {
      throw new WhenceException(
          "Cannot pin a file",
          "SHA-256 " + sha256 + " and " + bytes + " bytes",
          "64 lower-case hexadecimal digits and a length of at least 0",
          "check the resource file the pin comes from");
    }
  }

  /** Whether these bytes are the pinned ones. */
  public boolean matches(byte[] content) {
    return content.length == bytes && Sha256.of(content).equals(sha256);
  }
}
