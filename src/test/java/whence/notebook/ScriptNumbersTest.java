package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.figure.HeatColours;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.MinMax;
import whence.heatmap.Overlap;
import whence.heatmap.Resize;
import whence.heatmap.Threshold;

/** The arithmetic in the pages, run by Node where there is one, against that of the library. */
final class ScriptNumbersTest {
  private static final double[] THRESHOLDS = {0, 0.25, 0.5, 0.5000001, 0.75, 1};

  @TempDir Path folder;

  @Test
  void scriptsGiveTheSameNumbersAsTheLibrary() throws Exception {
    Assumptions.assumeTrue(hasNode(), "no node on the path");
    JsonNode got = run(program());
    HeatMap pixels =
        Resize.bilinear(
            ExploreTest.CELLS, ExploreTest.GEOMETRY, ExploreTest.SIDE, ExploreTest.SIDE);
    assertFloats(got.get("pixels"), pixels.values());
    HeatMap stretched = MinMax.of(pixels);
    assertFloats(got.get("stretched"), stretched.values());
    for (int i = 0; i < THRESHOLDS.length; i++) {
      Mask predicted = Threshold.atLeast(stretched, THRESHOLDS[i]);
      assertThat(got.get("iou").get(i).asDouble())
          .as("IoU at " + THRESHOLDS[i])
          .isEqualTo(Overlap.iou(predicted, ExploreTest.TRUTH));
    }
    for (int i = 0; i <= 20; i++) {
      JsonNode channels = got.get("colours").get(i);
      int rgb =
          channels.get(0).asInt() << 16 | channels.get(1).asInt() << 8 | channels.get(2).asInt();
      assertThat(rgb).as("colour of " + i / 20.0).isEqualTo(HeatColours.rgb(i / 20.0));
    }
    assertThat(got.get("empty").asDouble()).isZero();
    assertThat(got.get("constant").get(0).asDouble()).isEqualTo(3);
  }

  private static String program() {
    ScriptData data =
        new ScriptData()
            .map("map", ExploreTest.CELLS)
            .mask("truth", ExploreTest.TRUTH)
            .grid("grid", ExploreTest.CELLS, ExploreTest.GEOMETRY)
            .size("size", ExploreTest.SIDE, ExploreTest.SIDE)
            .colours("colours");
    return "'use strict';\n"
        + Widget.source("maps")
        + "const data = "
        + data.json()
        + ";\nconst pixels = maps.enlarge(maps.floats(data.map), data.grid, data.size);\n"
        + "const stretched = maps.stretch(pixels);\n"
        + "const truth = maps.mask(data.truth, pixels.length);\n"
        + "const iou = "
        + java.util.Arrays.toString(THRESHOLDS)
        + ".map((t) => maps.iou(maps.atLeast(stretched, t), truth));\n"
        + "const colours = Array.from({ length: 21 }, (_, i) =>"
        + " maps.colour(data.colours, i / 20));\n"
        + "const empty = maps.iou(new Uint8Array(4), new Uint8Array(4));\n"
        + "const constant = Array.from(maps.stretch(Float32Array.of(3, 3)));\n"
        + "console.log(JSON.stringify({ pixels: Array.from(pixels),"
        + " stretched: Array.from(stretched), iou, colours, empty, constant }));\n";
  }

  private JsonNode run(String program) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("numbers.js"), program);
    Path out = folder.resolve("out.json");
    Process node =
        new ProcessBuilder("node", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = Files.readString(out);
    assertThat(node.exitValue()).as(text).isZero();
    return new ObjectMapper().readTree(text);
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      Process node = new ProcessBuilder("node", "--version").start();
      return node.waitFor(30, TimeUnit.SECONDS) && node.exitValue() == 0;
    } catch (IOException e) {
      return false; // not installed: the test is skipped, and says so
    }
  }

  private static void assertFloats(JsonNode got, float[] wanted) {
    assertThat(got).hasSize(wanted.length);
    for (int i = 0; i < wanted.length; i++) {
      assertThat((float) got.get(i).asDouble()).as("value " + i).isEqualTo(wanted[i]);
    }
  }
}
