package whence.media;

import java.nio.charset.StandardCharsets;

/** Says in words what a refused file seems to be, so that a wrong extension is noticed. */
final class FileKind {
  private static final int LOOK_AT = 512;

  private FileKind() {}

  static String describe(byte[] bytes) {
    if (bytes.length == 0) {
      return "an empty file";
    }
    return bytes.length + " bytes " + known(bytes);
  }

  /**
   * Whether the contents are empty, text, or a picture: nothing FFmpeg should look for sound in.
   */
  static boolean isNoMedia(byte[] bytes) {
    String kind = describe(bytes);
    return bytes.length == 0 || kind.endsWith(" picture") || kind.endsWith(" text");
  }

  private static String known(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.ISO_8859_1);
    String brand = start.length() >= 12 ? start.substring(8, 12) : "";
    if (start.startsWith("\u0089PNG")) {
      return "that look like a PNG picture";
    } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "that look like a JPEG picture";
    } else if (start.startsWith("RIFF") && brand.equals("WEBP")) {
      return "that look like a WebP picture";
    } else if (start.startsWith("GIF8")) {
      return "that look like a GIF picture";
    } else if (start.startsWith("RIFF") && brand.equals("WAVE")) {
      return "that look like a WAV sound";
    } else if (start.startsWith("OggS")) {
      return "that look like an OGG sound";
    } else if (start.startsWith("ftyp", 4)) {
      return "that look like an MP4 or M4A file";
    } else if (start.startsWith("ID3")) {
      return "that look like an MP3 sound";
    } else if (start.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')) {
      return "that look like text";
    }
    return "of an unknown kind";
  }
}
