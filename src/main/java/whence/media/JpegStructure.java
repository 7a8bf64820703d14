package whence.media;

import org.jspecify.annotations.Nullable;
import whence.media.PictureFormat.Bytes;
import whence.media.PictureFormat.PictureSize;

/**
 * Walks the segments of a JPEG from start of image (FFD8) to end of image (FFD9), reading the size
 * from the frame header. Bytes after the end are tolerated: cameras append previews there.
 *
 * <p>A damaged byte inside the entropy-coded data cannot be told from a picture; JPEG has no
 * checksum. Source: ITU-T Recommendation T.81, 1992, annex B.
 */
final class JpegStructure {
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;

  private JpegStructure() {}

  static PictureSize check(MediaSource source) {
    Bytes bytes = new Bytes(source.bytes());
    PictureSize size = null;
    boolean scanned = false;
    int at = 2;
    while (true) {
      at = marker(source, bytes, at);
      int code = bytes.u8(at + 1);
      if (code == END_OF_IMAGE) {
        return complete(source, size, scanned, at);
      }
      int next = at + 2 + segmentLength(source, bytes, at);
      if (isFrameHeader(code)) {
        size = frame(source, bytes, at);
      }
      scanned |= code == START_OF_SCAN;
      at = code == START_OF_SCAN ? endOfScan(source, bytes, next) : next;
    }
  }

  private static PictureSize complete(
      MediaSource source, @Nullable PictureSize size, boolean scanned, int at) {
    if (size == null || !scanned) {
      throw damaged(source, "it ends before its picture data", at);
    }
    return size;
  }

  /** The offset of the marker at or after {@code at}, skipping fill bytes (FF FF). */
  private static int marker(MediaSource source, Bytes bytes, int at) {
    int position = at;
    while (position + 1 < bytes.length() && bytes.u16(position) == 0xffff) {
      position++;
    }
    if (position + 1 >= bytes.length()) {
      throw damaged(source, "it ends without an end-of-image marker", position);
    }
    if (bytes.u8(position) != 0xff) {
      throw damaged(source, "no marker where a segment should start", position);
    }
    return position;
  }

  private static int segmentLength(MediaSource source, Bytes bytes, int at) {
    if (at + 4 > bytes.length() || at + 2 + bytes.u16(at + 2) > bytes.length()) {
      throw damaged(source, "it ends inside a segment", at);
    }
    int length = bytes.u16(at + 2);
    if (length < 2) {
      throw damaged(source, "a segment of impossible length " + length, at);
    }
    return length;
  }

  /** SOF0 to SOF15, without DHT (C4), JPG (C8) and DAC (CC). */
  private static boolean isFrameHeader(int code) {
    return code >= 0xc0 && code <= 0xcf && code != 0xc4 && code != 0xc8 && code != 0xcc;
  }

  private static PictureSize frame(MediaSource source, Bytes bytes, int at) {
    if (bytes.u16(at + 2) < 8) {
      throw damaged(source, "a frame header without a size", at);
    }
    return new PictureSize(bytes.u16(at + 7), bytes.u16(at + 5));
  }

  /** The first marker after entropy-coded data; FF00 is a byte FF and FFD0 to FFD7 are restarts. */
  private static int endOfScan(MediaSource source, Bytes bytes, int from) {
    for (int at = from; at + 1 < bytes.length(); at++) {
      int next = bytes.u8(at + 1);
      if (bytes.u8(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
        return at;
      }
    }
    throw damaged(source, "it ends without an end-of-image marker", bytes.length());
  }

  private static MediaException damaged(MediaSource source, String got, int at) {
    return PictureFormat.JPEG.damaged(source, got, at);
  }
}
