package whence.evaluate.score;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import whence.WhenceException;
import whence.heatmap.HeatMap;

/**
 * A NumPy file with one array of two dimensions in C order, of float32 or float64, little or big
 * endian, format version 1 to 3. Anything else is refused.
 *
 * <pre>
 * 93 'N' 'U' 'M' 'P' 'Y'  major  minor  header length (2 bytes; 4 from version 2)  header  values
 * header: {'descr': '&lt;f4', 'fortran_order': False, 'shape': (14, 14), }
 * </pre>
 *
 * <p>Source: the format's description in NumPy, "numpy.lib.format".
 */
final class NpyFile {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr' *: *'([<>])f([48])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order' *: *False");
  private static final Pattern SHAPE =
      Pattern.compile("'shape' *: *\\( *(\\d{1,4}) *, *(\\d{1,4}) *,? *\\)");

  private final Path file;
  private final ByteBuffer bytes;

  private NpyFile(Path file, byte[] bytes) {
    this.file = file;
    this.bytes = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads a file.
   *
   * @throws WhenceException if it cannot be read or is not such a file
   */
  static HeatMap read(Path file) {
    try {
      return new NpyFile(file, Files.readAllBytes(file)).map();
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the heat map " + file, e.toString(), "a readable file", "check the path", e);
    }
  }

  private HeatMap map() {
    String header = header();
    Matcher type = TYPE.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!type.find() || !shape.find() || !ORDER.matcher(header).find()) {
      throw refusal("the header " + header.strip());
    }
    bytes.order(type.group(1).equals("<") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int size = Integer.parseInt(type.group(2));
    int height = Integer.parseInt(shape.group(1));
    int width = Integer.parseInt(shape.group(2));
    if (height < 1 || width < 1 || bytes.remaining() != (long) size * height * width) {
      throw refusal(
          bytes.remaining() + " bytes of values for " + height + " x " + width + " of " + size);
    }
    float[] values = new float[height * width];
    for (int i = 0; i < values.length; i++) {
      values[i] = size == 4 ? bytes.getFloat() : (float) bytes.getDouble();
    }
    return new HeatMap(height, width, values);
  }

  private String header() {
    for (byte expected : MAGIC) {
      if (!bytes.hasRemaining() || bytes.get() != expected) {
        throw refusal("no NumPy file by its first bytes");
      }
    }
    if (bytes.remaining() < 6) {
      throw refusal("an end in the middle of the header");
    }
    int version = bytes.get();
    bytes.get();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    int length = version == 1 ? bytes.getShort() & 0xffff : bytes.getInt();
    if (version < 1 || version > 3 || length < 0 || length > bytes.remaining()) {
      throw refusal("format version " + version + " with a header of " + length + " bytes");
    }
    byte[] header = new byte[length];
    bytes.get(header);
    return new String(header, StandardCharsets.ISO_8859_1);
  }

  private WhenceException refusal(String got) {
    return new WhenceException(
        "Cannot read the heat map " + file,
        got.length() > 160 ? got.substring(0, 160) + "..." : got,
        "one array of shape (height, width), C order, '<f4', '>f4', '<f8' or '>f8'",
        "save it by numpy.save(path, numpy.ascontiguousarray(map, dtype='<f4'))");
  }
}
