package whence.engine;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.nd4j.shade.jackson.core.JsonProcessingException;

/**
 * What a safetensors file says about itself: eight bytes (length of the JSON text, little-endian),
 * the JSON text, and then the data.
 *
 * @param entries where each tensor lies, by name
 * @param metadata free texts
 * @param dataStart position of the data part in the file, bytes
 */
public record SafeTensorsHeader(
    SortedMap<String, TensorEntry> entries, SortedMap<String, String> metadata, long dataStart) {
  /** Longest JSON text that is read: 100 MB, as in the format's own reader. */
  static final long MAX_JSON_BYTES = 100_000_000;

  /** Copies the maps. */
  public SafeTensorsHeader {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /**
   * A header for tensors laid one behind the other in the order of their names.
   *
   * @param shapes number format and shape of each tensor; {@code begin} and {@code end} are ignored
   * @param metadata free texts
   */
  public static SafeTensorsHeader layOut(
      Map<String, TensorEntry> shapes, Map<String, String> metadata) {
    SortedMap<String, TensorEntry> entries = new TreeMap<>();
    long position = 0;
    for (Map.Entry<String, TensorEntry> named : new TreeMap<>(shapes).entrySet()) {
      TensorEntry t = named.getValue();
      long end = position + t.length() * t.type().bytes();
      entries.put(named.getKey(), new TensorEntry(t.type(), t.shape(), position, end));
      position = end;
    }
    SafeTensorsHeader unplaced = new SafeTensorsHeader(entries, new TreeMap<>(metadata), 0);
    return new SafeTensorsHeader(entries, unplaced.metadata, unplaced.bytes().length);
  }

  /** The header as written: same header, same bytes. The length is a multiple of 8. */
  public byte[] bytes() {
    String json = HeaderJson.write(entries, metadata);
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    int padded = (text.length + 7) / 8 * 8;
    ByteBuffer out = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(padded).put(text);
    while (out.hasRemaining()) {
      out.put((byte) ' ');
    }
    return out.array();
  }

  /** Length of the data part in bytes. */
  public long dataBytes() {
    return entries.values().stream().mapToLong(TensorEntry::end).max().orElse(0);
  }

  /**
   * Reads and checks a header.
   *
   * @param in the whole file
   * @param file its name, for errors
   * @throws whence.WhenceException if anything of it is wrong, or the data part is not as long as
   *     it says
   */
  static SafeTensorsHeader read(RandomAccessFile in, Path file) throws IOException {
    long size = in.length();
    if (size < 8) {
      throw BadWeights.file(file, size + " bytes", "at least 8 bytes (the header's length)");
    }
    long length = SafeTensors.bytes(in, 0, 8).getLong();
    if (length < 0 || length > Math.min(MAX_JSON_BYTES, size - 8)) {
      throw BadWeights.file(
          file,
          "a header of " + Long.toUnsignedString(length) + " bytes in a file of " + size,
          "at most " + Math.min(MAX_JSON_BYTES, size - 8) + " bytes");
    }
    byte[] json = SafeTensors.bytes(in, 8, (int) length).array();
    SafeTensorsHeader header = parse(new String(json, StandardCharsets.UTF_8), 8 + length, file);
    LayoutCheck.check(header, size - header.dataStart, file);
    return header;
  }

  private static SafeTensorsHeader parse(String json, long dataStart, Path file) {
    try {
      return HeaderJson.parse(json, dataStart, file);
    } catch (JsonProcessingException e) {
      throw BadWeights.file(file, "a header with " + e.getOriginalMessage(), "a JSON object");
    }
  }
}
