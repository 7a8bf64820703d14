package whence.notebook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import whence.figure.HeatColours;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/** What a script in a page is given, as JSON that may stand inside a {@code script} element. */
final class ScriptData {
  private static final int ANCHORS = 9;

  private final StringJoiner fields = new StringJoiner(",", "{", "}");

  ScriptData number(String name, double value) {
    return raw(name, plain(value));
  }

  ScriptData text(String name, String value) {
    return raw(name, quoted(value));
  }

  /** Sizes of a picture in pixels. */
  ScriptData size(String name, int height, int width) {
    return raw(name, "{\"h\":" + height + ",\"w\":" + width + "}");
  }

  /** Where cells lie in a picture. */
  ScriptData grid(String name, HeatMap cells, GridGeometry geometry) {
    return raw(
        name,
        String.format(
            Locale.ROOT,
            "{\"h\":%d,\"w\":%d,\"cell\":%s,\"first\":%s}",
            cells.height(),
            cells.width(),
            plain(geometry.cellPixels()),
            plain(geometry.firstCentrePixel())));
  }

  /** The values of a map, float for float: 32 bits each, little-endian, base 64. */
  ScriptData map(String name, HeatMap map) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * map.values().length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : map.values()) {
      bytes.putFloat(value);
    }
    return text(name, CellOutput.base64(bytes.array()));
  }

  /** A mask as lengths of runs, the first of cells outside, which may be 0 long. */
  ScriptData mask(String name, Mask mask) {
    List<Integer> runs = new ArrayList<>();
    boolean inside = false;
    int length = 0;
    for (boolean cell : mask.cells()) {
      if (cell != inside) {
        runs.add(length);
        inside = cell;
        length = 0;
      }
      length++;
    }
    runs.add(length);
    return raw(name, runs.toString().replace(" ", ""));
  }

  /** The anchors of the colours of heat maps, evenly spaced. */
  ScriptData colours(String name) {
    StringJoiner anchors = new StringJoiner(",", "[", "]");
    for (int i = 0; i < ANCHORS; i++) {
      anchors.add(Integer.toString(HeatColours.rgb(i / (ANCHORS - 1.0))));
    }
    return raw(name, anchors.toString());
  }

  /** Several objects. */
  ScriptData list(String name, List<ScriptData> objects) {
    StringJoiner list = new StringJoiner(",", "[", "]");
    objects.forEach(object -> list.add(object.json()));
    return raw(name, list.toString());
  }

  /** Two numbers. */
  ScriptData pair(String name, double first, double second) {
    return raw(name, "[" + plain(first) + "," + plain(second) + "]");
  }

  /** Whole numbers from 0. */
  ScriptData indices(String name, List<Integer> values) {
    return raw(name, values.toString().replace(" ", ""));
  }

  /** The object; holds no {@code <}. */
  String json() {
    return fields.toString();
  }

  private ScriptData raw(String name, String value) {
    fields.add(quoted(name) + ":" + value);
    return this;
  }

  /** Reads back to the same double. */
  private static String plain(double value) {
    return Double.toString(value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || c == '<' || c == '\u2028' || c == '\u2029') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
