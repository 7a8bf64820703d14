package whence.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import whence.heatmap.HeatMap;

/**
 * A stored heat map with its truth.
 *
 * @param id name of the sample
 * @param av audio-visual map
 * @param object object map
 * @param truth [224, 224] consensus
 */
record GoldenSample(String id, HeatMap av, HeatMap object, HeatMap truth) {

  private static final String FOLDER = "/golden/evaluate/";
  private static final int SIZE = 224;

  /** Reads the samples of a JSON file. */
  static List<GoldenSample> read(String file) {
    try (InputStream in = open(file)) {
      List<GoldenSample> samples = new ArrayList<>();
      for (JsonNode node : new ObjectMapper().readTree(in).get("samples")) {
        HeatMap truth =
            node.get("gt_style").asText().equals("flickr")
                ? flickr(node.get("boxes"))
                : vggss(node.get("boxes"));
        samples.add(
            new GoldenSample(
                node.get("id").asText(),
                map(node.get("size").asInt(), node.get("av")),
                map(node.get("obj_size").asInt(), node.get("obj")),
                truth));
      }
      return samples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a JSON file. */
  static JsonNode json(String file) {
    try (InputStream in = open(file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a CSV file as rows by their first column, each a map from column to text. */
  static Map<String, Map<String, String>> table(String file) {
    try (InputStream in = open(file)) {
      List<String> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
      String[] columns = lines.get(0).split(",", -1);
      Map<String, Map<String, String>> rows = new LinkedHashMap<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] cells = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
          row.put(columns[i], cells[i]);
        }
        rows.put(cells[0], row);
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    InputStream in = GoldenSample.class.getResourceAsStream(FOLDER + file);
    if (in == null) {
      throw new IllegalStateException("missing " + FOLDER + file);
    }
    return in;
  }

  private static HeatMap map(int size, JsonNode numbers) {
    float[] values = new float[numbers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) numbers.get(i).asDouble();
    }
    return new HeatMap(size, size, values);
  }

  /** Boxes of each annotator in a frame of 256 pixels; two boxes make a pixel count fully. */
  private static HeatMap flickr(JsonNode annotators) {
    float[] values = new float[SIZE * SIZE];
    for (JsonNode annotator : annotators) {
      for (JsonNode box : annotator) {
        int[] v = new int[4];
        for (int i = 0; i < 4; i++) {
          v[i] = (int) (SIZE * box.get(i).asInt() / 256.0);
        }
        add(values, v, 0.5f);
      }
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], 1);
    }
    return new HeatMap(SIZE, SIZE, values);
  }

  /** The union of boxes in fractions of the frame. */
  private static HeatMap vggss(JsonNode boxes) {
    float[] values = new float[SIZE * SIZE];
    for (JsonNode box : boxes) {
      int[] v = new int[4];
      for (int i = 0; i < 4; i++) {
        v[i] = (int) (SIZE * Math.min(Math.max(box.get(i).asDouble(), 0), 1));
      }
      add(values, v, 1);
    }
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(values[i], 1);
    }
    return new HeatMap(SIZE, SIZE, values);
  }

  private static void add(float[] values, int[] box, float amount) {
    for (int y = Math.max(box[1], 0); y < Math.min(box[3], SIZE); y++) {
      for (int x = Math.max(box[0], 0); x < Math.min(box[2], SIZE); x++) {
        values[y * SIZE + x] += amount;
      }
    }
  }
}
