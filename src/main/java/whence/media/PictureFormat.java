package whence.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** The picture formats read here: each knows its first bytes and how to notice a damaged file. */
enum PictureFormat {
  PNG,
  JPEG,
  WEBP;

  /** Larger pictures are refused before a byte is decoded: 300 MB of pixels. */
  static final long MOST_PIXELS = 100_000_000L;

  /**
   * Recognises a picture by its contents and checks its structure.
   *
   * @throws MediaException naming the source if it is no picture, damaged, or absurdly large
   */
  static PictureFormat checked(MediaSource source) {
    PictureFormat format = detect(source);
    PictureSize size =
        switch (format) {
          case PNG -> PngStructure.check(source);
          case JPEG -> JpegStructure.check(source);
          case WEBP -> WebpStructure.check(source);
        };
    if (size.width() < 1 || size.height() < 1 || size.pixels() > MOST_PIXELS) {
      throw new MediaException(
          "Cannot read the picture " + source.name(),
          "it says it has " + size.width() + " x " + size.height() + " pixels",
          "at least 1 x 1 and at most " + MOST_PIXELS / 1_000_000 + " megapixels",
          "scale it down first; a file that is small for such a size may be a trap");
    }
    return format;
  }

  private static PictureFormat detect(MediaSource source) {
    Bytes bytes = new Bytes(source.bytes());
    if (bytes.startsWith(0, PngStructure.SIGNATURE)) {
      return PNG;
    }
    if (bytes.length() > 2 && bytes.u16(0) == 0xffd8 && bytes.u8(2) == 0xff) {
      return JPEG;
    }
    if (bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WEBP")) {
      return WEBP;
    }
    throw new MediaException(
        "Cannot read the picture " + source.name(),
        FileKind.describe(source.bytes()),
        "a PNG, JPEG or WebP file",
        "check the file: its name does not make it a picture; save others as PNG");
  }

  /** A damaged picture, with the offset in bytes at which it was noticed. */
  MediaException damaged(MediaSource source, String got, long offset) {
    return new MediaException(
        "Cannot read the " + this + " picture " + source.name(),
        got + " (at byte " + offset + " of " + source.bytes().length + ")",
        "a complete " + this + " file",
        "fetch or save the file again; it was cut short or changed on the way");
  }

  @Override
  public String toString() {
    return this == WEBP ? "WebP" : name().toUpperCase(Locale.ROOT);
  }

  /** Width and height in pixels, as the file claims. */
  record PictureSize(long width, long height) {
    long pixels() {
      return width * height;
    }
  }

  /** Reads numbers and tags from an array. */
  record Bytes(byte[] array) {
    int length() {
      return array.length;
    }

    int u8(int at) {
      return array[at] & 0xff;
    }

    int u16(int at) {
      return u8(at) << 8 | u8(at + 1);
    }

    long u32(int at) {
      return (long) u16(at) << 16 | u16(at + 2);
    }

    long u32Little(int at) {
      return u16Little(at) | (long) u16Little(at + 2) << 16;
    }

    int u16Little(int at) {
      return u8(at) | u8(at + 1) << 8;
    }

    boolean startsWith(int at, String ascii) {
      return startsWith(at, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean startsWith(int at, byte[] tag) {
      return array.length >= at + tag.length
          && Arrays.equals(array, at, at + tag.length, tag, 0, tag.length);
    }
  }
}
