package whence.evaluate.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import whence.heatmap.HeatMap;

/** Files of maps and truths for tests, as other programs would write them. */
public final class MapFiles {

  private MapFiles() {}

  /** The maps of a source, read to the end. */
  static List<NamedMap> read(Path path) {
    List<NamedMap> maps = new ArrayList<>();
    MapSource.open(path).forEach(maps::add);
    return maps;
  }

  /** One map as JSON. */
  public static String json(String id, HeatMap map) {
    String values =
        java.util.stream.IntStream.range(0, map.values().length)
            .mapToObj(i -> String.valueOf(map.values()[i]))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"id\":\"%s\",\"height\":%d,\"width\":%d,\"values\":[%s]}",
        id,
        map.height(),
        map.width(),
        values);
  }

  /** A file of maps. */
  public static Path write(Path file, String... maps) {
    return text(file, "{\"maps\":[" + String.join(",", maps) + "]}");
  }

  /** A text file. */
  public static Path text(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A truth in the form of VGG-SS: {@code id class x1 y1 x2 y2 ...} for each clip. */
  public static Path vggss(Path file, String... clips) {
    return text(
        file,
        Arrays.stream(clips)
            .map(clip -> clip.split(" "))
            .map(
                part -> {
                  List<String> boxes = new ArrayList<>();
                  for (int k = 2; k < part.length; k += 4) {
                    boxes.add("[" + String.join(",", Arrays.copyOfRange(part, k, k + 4)) + "]");
                  }
                  return String.format(
                      "{\"file\":\"%s\",\"class\":\"%s\",\"bbox\":%s}", part[0], part[1], boxes);
                })
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** A truth in the form of IS3: {@code id x1 y1 x2 y2} for each clip. */
  static Path is3(Path file, String... clips) {
    return text(
        file,
        Arrays.stream(clips)
            .map(clip -> clip.split(" "))
            .map(
                part ->
                    "{\"image\":\"%s.jpg\",\"gt_box\":[%s]}"
                        .formatted(
                            part[0], String.join(",", Arrays.copyOfRange(part, 1, part.length))))
            .collect(Collectors.joining(",", "[", "]")));
  }

  /** A NumPy file. */
  static byte[] npy(int version, String header, ByteOrder order, double... values) {
    boolean wide = header.contains("f8");
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    int size = 8 + (version == 1 ? 2 : 4) + text.length + (wide ? 8 : 4) * values.length;
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text).order(order);
    for (double value : values) {
      if (wide) {
        out.putDouble(value);
      } else {
        out.putFloat((float) value);
      }
    }
    return out.array();
  }
}
