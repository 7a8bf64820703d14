package whence.label;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.WhenceException;
import whence.engine.SafeTensors;
import whence.engine.Tensors;
import whence.engine.Weights;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/**
 * Pseudo-labels on disk, as a safetensors file.
 *
 * <p>{@code maps} [N, h, w] F32 cosines; {@code cells} [N, h, w] F16 with 1 for positive, -1 for
 * negative and 0 for ignored; {@code related} [K, 2] I64, each relation once in each direction, a
 * first row of -1 so that the tensor is never empty. Ids stand in the metadata, one a line.
 */
public final class PseudoLabelsFile {

  private PseudoLabelsFile() {}

  /**
   * Writes labels, whole or not at all.
   *
   * @param identity says what run and data the labels belong to
   */
  public static void write(Path file, PseudoLabels labels, String identity) {
    int h = labels.maps().get(0).height();
    int w = labels.maps().get(0).width();
    int n = labels.size();
    Map<String, INDArray> tensors = new LinkedHashMap<>();
    try (INDArray maps = Tensors.of(maps(labels), n, h, w);
        INDArray single = Tensors.of(cells(labels), n, h, w);
        INDArray cells = single.castTo(DataType.FLOAT16);
        INDArray related = Nd4j.createFromArray(relations(labels))) {
      tensors.put("maps", maps);
      tensors.put("cells", cells);
      tensors.put("related", related);
      Map<String, String> metadata =
          Map.of(
              "identity", identity,
              "iteration", Integer.toString(labels.iteration()),
              "ids", String.join("\n", labels.ids()));
      SafeTensors.write(file, tensors, metadata);
    }
  }

  /**
   * Reads labels back.
   *
   * @throws WhenceException if the file is missing, damaged, or of another run
   */
  public static PseudoLabels read(Path file, String identity) {
    try (Weights saved = SafeTensors.read(file)) {
      Map<String, String> metadata = saved.metadata();
      if (!identity.equals(metadata.get("identity"))) {
        throw new WhenceException(
            "Cannot use the pseudo-labels " + file,
            "labels of other settings or data (" + metadata.get("identity") + ")",
            "identity " + identity,
            "choose another run folder, or repeat the settings of that run");
      }
      return assemble(saved, metadata);
    }
  }

  private static PseudoLabels assemble(Weights saved, Map<String, String> metadata) {
    List<String> ids = List.of(metadata.getOrDefault("ids", "").split("\n"));
    long[] shape = saved.get("maps").shape();
    int h = (int) shape[1];
    int w = (int) shape[2];
    float[] maps = Tensors.toArray(saved.get("maps"));
    float[] cells;
    try (INDArray single = saved.get("cells").castTo(DataType.FLOAT)) {
      cells = Tensors.toArray(single);
    }
    List<HeatMap> heatMaps = new ArrayList<>();
    List<Mask> positive = new ArrayList<>();
    List<Mask> negative = new ArrayList<>();
    for (int start = 0; start < maps.length; start += h * w) {
      heatMaps.add(new HeatMap(h, w, java.util.Arrays.copyOfRange(maps, start, start + h * w)));
      positive.add(mask(cells, start, h, w, 1));
      negative.add(mask(cells, start, h, w, -1));
    }
    int iteration = Integer.parseInt(metadata.getOrDefault("iteration", "0"));
    List<int[]> related = related(saved.get("related"), ids.size());
    return new PseudoLabels(iteration, ids, heatMaps, positive, negative, related);
  }

  private static Mask mask(float[] cells, int start, int h, int w, int wanted) {
    boolean[] mask = new boolean[h * w];
    for (int u = 0; u < mask.length; u++) {
      mask[u] = cells[start + u] == wanted;
    }
    return new Mask(h, w, mask);
  }

  private static float[] maps(PseudoLabels labels) {
    int cells = labels.maps().get(0).values().length;
    float[] values = new float[labels.size() * cells];
    for (int i = 0; i < labels.size(); i++) {
      System.arraycopy(labels.maps().get(i).values(), 0, values, i * cells, cells);
    }
    return values;
  }

  private static float[] cells(PseudoLabels labels) {
    int cells = labels.maps().get(0).values().length;
    float[] values = new float[labels.size() * cells];
    for (int k = 0; k < values.length; k++) {
      boolean positive = labels.positive().get(k / cells).cells()[k % cells];
      boolean negative = labels.negative().get(k / cells).cells()[k % cells];
      values[k] = positive ? 1 : negative ? -1 : 0;
    }
    return values;
  }

  private static long[][] relations(PseudoLabels labels) {
    List<long[]> rows = new ArrayList<>();
    rows.add(new long[] {-1, -1});
    for (int i = 0; i < labels.size(); i++) {
      for (int j : labels.related().get(i)) {
        rows.add(new long[] {i, j});
      }
    }
    return rows.toArray(long[][]::new);
  }

  private static List<int[]> related(INDArray rows, int clips) {
    List<List<Integer>> related = new ArrayList<>();
    for (int i = 0; i < clips; i++) {
      related.add(new ArrayList<>());
    }
    long[][] pairs = rows.toLongMatrix();
    for (int k = 1; k < pairs.length; k++) {
      related.get((int) pairs[k][0]).add((int) pairs[k][1]);
    }
    return related.stream().map(l -> l.stream().mapToInt(Integer::intValue).toArray()).toList();
  }
}
