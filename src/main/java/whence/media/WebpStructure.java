package whence.media;

import whence.media.PictureFormat.Bytes;
import whence.media.PictureFormat.PictureSize;

/**
 * Checks that a WebP file is as long as its RIFF header says and reads its size from the first
 * chunk.
 *
 * <p>Source: RFC 9649, WebP Image Format, 2024.
 */
final class WebpStructure {
  private static final int FIRST_DATA = 20;

  private WebpStructure() {}

  static PictureSize check(MediaSource source) {
    Bytes bytes = new Bytes(source.bytes());
    if (bytes.length() < FIRST_DATA + 10 || bytes.u32Little(4) + 8 > bytes.length()) {
      throw PictureFormat.WEBP.damaged(source, "it is shorter than it says", bytes.length());
    }
    if (bytes.startsWith(12, "VP8X")) {
      return new PictureSize(u24(bytes, FIRST_DATA + 4) + 1, u24(bytes, FIRST_DATA + 7) + 1);
    }
    if (bytes.startsWith(12, "VP8L")) {
      long bits = bytes.u32Little(FIRST_DATA + 1);
      return new PictureSize((bits & 0x3fff) + 1, (bits >> 14 & 0x3fff) + 1);
    }
    if (bytes.startsWith(12, "VP8 ")) {
      return new PictureSize(
          bytes.u16Little(FIRST_DATA + 6) & 0x3fff, bytes.u16Little(FIRST_DATA + 8) & 0x3fff);
    }
    throw PictureFormat.WEBP.damaged(source, "no VP8, VP8L or VP8X chunk", 12);
  }

  private static long u24(Bytes bytes, int at) {
    return bytes.u16Little(at) | (long) bytes.u8(at + 2) << 16;
  }
}
