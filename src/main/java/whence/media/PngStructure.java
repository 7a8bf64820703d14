package whence.media;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import whence.media.PictureFormat.Bytes;
import whence.media.PictureFormat.PictureSize;

/**
 * Walks the chunks of a PNG: each is length, type, data and CRC-32 of type and data; the first is
 * IHDR, the last IEND. Bytes after IEND are tolerated, as every viewer does.
 *
 * <p>Source: W3C, Portable Network Graphics (PNG) Specification, Third Edition, 2025, section 5.
 */
final class PngStructure {
  static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int FRAMING = 12;

  private PngStructure() {}

  static PictureSize check(MediaSource source) {
    Bytes bytes = new Bytes(source.bytes());
    PictureSize size = header(source, bytes);
    int at = SIGNATURE.length;
    while (true) {
      if (bytes.length() - at < FRAMING) {
        throw damaged(source, "it ends without an IEND chunk", at);
      }
      long length = bytes.u32(at);
      String type = new String(bytes.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
      if (length > bytes.length() - at - FRAMING) {
        throw damaged(source, "it ends inside its " + printable(type) + " chunk", at);
      }
      int end = at + 8 + (int) length;
      if (crc(bytes.array(), at + 4, end) != bytes.u32(end)) {
        throw damaged(source, "a wrong checksum in its " + printable(type) + " chunk", at);
      }
      if (type.equals("IEND")) {
        return size;
      }
      at = end + 4;
    }
  }

  private static PictureSize header(MediaSource source, Bytes bytes) {
    int at = SIGNATURE.length;
    if (bytes.length() < at + FRAMING + 13 || !bytes.startsWith(at + 4, "IHDR")) {
      throw damaged(source, "no IHDR chunk", at);
    }
    return new PictureSize(bytes.u32(at + 8), bytes.u32(at + 12));
  }

  private static long crc(byte[] array, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(array, from, to - from);
    return crc.getValue();
  }

  private static String printable(String type) {
    return type.chars().allMatch(c -> c >= 'A' && c <= 'z') ? type : "next";
  }

  private static MediaException damaged(MediaSource source, String got, int at) {
    return PictureFormat.PNG.damaged(source, got, at);
  }
}
