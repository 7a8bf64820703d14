package whence.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A video of any size, uncompressed and written byte by byte: encoders make odd sides even. Frame i
 * has grey {@link TestClip#grey}, its last column and row are white, and the sound is a tone of
 * amplitude 0.5, mono with 16 bits.
 */
public final class TestAvi {
  private static final int HERTZ = 16_000;

  private TestAvi() {}

  /** Writes an AVI file of whole seconds at a whole number of frames a second. */
  public static Path write(Path file, int width, int height, int rate, int seconds)
      throws IOException {
    int count = rate * seconds;
    int samples = HERTZ / rate;
    ByteArrayOutputStream movie = new ByteArrayOutputStream();
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    movie.writeBytes(name("movi"));
    for (int i = 0; i < count; i++) {
      add(movie, index, "00db", bitmap(width, height, TestClip.grey(i)));
      add(movie, index, "01wb", tone(i * samples, samples));
    }
    byte[] all =
        join(
            name("AVI "),
            chunk("LIST", header(width, height, rate, count)),
            chunk("LIST", movie.toByteArray()),
            chunk("idx1", index.toByteArray()));
    return Files.write(file, chunk("RIFF", all));
  }

  private static void add(
      ByteArrayOutputStream movie, ByteArrayOutputStream index, String name, byte[] bytes) {
    index.writeBytes(name(name));
    index.writeBytes(numbers(0x10, movie.size(), bytes.length));
    movie.writeBytes(chunk(name, bytes));
  }

  private static byte[] header(int width, int height, int rate, int count) {
    int size = row(width) * height;
    int samples = HERTZ / rate * count;
    byte[] main =
        numbers(1_000_000 / rate, 0, 0, 0x10, count, 0, 2, size, width, height, 0, 0, 0, 0);
    byte[] seen = join(name("vidsDIB "), numbers(0, 0, 0, 1, rate, 0, count, size, -1, 0, 0, 0));
    byte[] pictures = numbers(40, width, height, 1 | 24 << 16, 0, size, 0, 0, 0, 0);
    byte[] heard =
        join(name("auds"), numbers(0, 0, 0, 0, 2, 2 * HERTZ, 0, samples, 2 * HERTZ, -1, 2, 0, 0));
    byte[] sound = numbers(1 | 1 << 16, HERTZ, 2 * HERTZ, 2 | 16 << 16);
    return join(
        name("hdrl"),
        chunk("avih", main),
        chunk("LIST", join(name("strl"), chunk("strh", seen), chunk("strf", pictures))),
        chunk("LIST", join(name("strl"), chunk("strh", heard), chunk("strf", sound))));
  }

  /** Bytes of a row of pixels, filled up to four. */
  private static int row(int width) {
    return (3 * width + 3) / 4 * 4;
  }

  /** Rows from below, three bytes a pixel. */
  private static byte[] bitmap(int width, int height, int grey) {
    byte[] pixels = new byte[row(width) * height];
    for (int y = 0; y < height; y++) {
      int start = row(width) * (height - 1 - y);
      boolean last = y == height - 1;
      Arrays.fill(pixels, start, start + 3 * width, (byte) (last ? 255 : grey));
      Arrays.fill(pixels, start + 3 * width - 3, start + 3 * width, (byte) 255);
    }
    return pixels;
  }

  private static byte[] tone(int from, int samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < from + samples; i++) {
      bytes.putShort((short) (16_384 * Math.sin(2 * Math.PI * 500 * i / HERTZ)));
    }
    return bytes.array();
  }

  private static byte[] chunk(String name, byte[] bytes) {
    byte[] filled = bytes.length % 2 == 0 ? bytes : join(bytes, new byte[1]);
    return join(name(name), numbers(bytes.length), filled);
  }

  private static byte[] name(String four) {
    return four.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] numbers(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
