package whence.media;

import whence.media.PictureFormat.Bytes;

/**
 * Notices damaged sound files, which FFmpeg plays up to, or around, the damage without a word.
 *
 * <ul>
 *   <li>OGG: pages follow each other without gaps, each complete and with the right checksum. A
 *       missing end-of-stream flag is tolerated, since recorders of live streams omit it.
 *   <li>WAV: the data chunk is as long as it says; lengths 0 and FFFFFFFF, written by recorders
 *       that could not go back, count as unknown.
 *   <li>MP3 and M4A carry no such check; an M4A cut short lacks its index and cannot be opened.
 * </ul>
 *
 * <p>Source: S. Pfeiffer, The Ogg Encapsulation Format, RFC 3533, 2003.
 */
final class SoundStructure {
  private static final int PAGE_HEADER = 27;
  private static final int POLYNOMIAL = 0x04c11db7;
  private static final int[] CRC_TABLE = crcTable();

  private SoundStructure() {}

  static void check(MediaSource source) {
    Bytes bytes = new Bytes(source.bytes());
    if (FileKind.isNoMedia(source.bytes())) {
      throw new MediaException(
          "Cannot read the sound " + source.name(),
          FileKind.describe(source.bytes()),
          "an OGG, WAV, MP3 or M4A file",
          "check the file, whatever its name; fetch or record it again");
    }
    if (bytes.startsWith(0, "OggS")) {
      checkOgg(source, bytes);
    } else if (bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WAVE")) {
      checkWav(source, bytes);
    }
  }

  private static void checkOgg(MediaSource source, Bytes bytes) {
    int at = 0;
    while (at < bytes.length()) {
      if (!bytes.startsWith(at, "OggS")) {
        throw damaged(source, "no page where one should start", at);
      }
      int end = pageEnd(bytes, at);
      if (end < 0) {
        throw damaged(source, "it ends inside a page", at);
      }
      if (pageCrc(bytes, at, end) != (int) bytes.u32Little(at + 22)) {
        throw damaged(source, "a page with a wrong checksum", at);
      }
      at = end;
    }
  }

  /** The offset after the page that starts at {@code at}; -1 if the file is too short for it. */
  private static int pageEnd(Bytes bytes, int at) {
    if (at + PAGE_HEADER > bytes.length()) {
      return -1;
    }
    int segments = bytes.u8(at + 26);
    int end = at + PAGE_HEADER + segments;
    for (int i = 0; i < segments && end <= bytes.length(); i++) {
      end += bytes.u8(at + PAGE_HEADER + i);
    }
    return end <= bytes.length() ? end : -1;
  }

  /** Ogg's own CRC-32: not reflected, starting at 0, over the page with its checksum field as 0. */
  private static int pageCrc(Bytes bytes, int from, int to) {
    int crc = 0;
    for (int at = from; at < to; at++) {
      int value = at >= from + 22 && at < from + 26 ? 0 : bytes.u8(at);
      crc = crc << 8 ^ CRC_TABLE[crc >>> 24 ^ value];
    }
    return crc;
  }

  private static int[] crcTable() {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc < 0 ? POLYNOMIAL : 0);
      }
      table[i] = crc;
    }
    return table;
  }

  private static void checkWav(MediaSource source, Bytes bytes) {
    long at = 12;
    while (at + 8 <= bytes.length()) {
      long length = bytes.u32Little((int) at + 4);
      if (bytes.startsWith((int) at, "data")) {
        boolean unknown = length == 0 || length == 0xffffffffL;
        if (!unknown && at + 8 + length > bytes.length()) {
          throw damaged(source, "it ends inside its samples", bytes.length());
        }
        return;
      }
      // chunks start at even offsets
      at += 8 + length + (length & 1);
    }
    throw damaged(source, "a WAV header without a data chunk", Math.min(at, bytes.length()));
  }

  private static MediaException damaged(MediaSource source, String got, long offset) {
    return new MediaException(
        "Cannot read the sound " + source.name(),
        got + " (at byte " + offset + " of " + source.bytes().length + ")",
        "a complete sound file",
        "fetch it again; it was cut short or changed on the way");
  }
}
