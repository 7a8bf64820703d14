package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;

class MetricsCsvTest {
  private static final MetricRow ROW =
      new MetricRow(5, "new-scenes", "model", "pointing", 0.1 + 0.2, 0.25, 1 / 3.0, 500);
  private static final MetricRow WITHOUT_INTERVAL =
      new MetricRow(
          0, "new-objects", "random", "wrong_object", Double.NaN, Double.NaN, Double.NaN, 0);

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("metrics.csv"), text);
  }

  private static void refuses(Path file, String... parts) {
    assertThatThrownBy(() -> MetricsCsv.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContainingAll("got:", "expected:", "cure:");
  }

  @Test
  void readsBackToTheSameBits() {
    Path file = folder.resolve("made/on/the/way/metrics.csv");
    MetricsCsv.write(file, List.of(ROW, WITHOUT_INTERVAL));
    assertThat(MetricsCsv.read(file)).containsExactly(ROW, WITHOUT_INTERVAL);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void writesTheHeaderThatOtherToolsRead() {
    assertThat(MetricsCsv.text(List.of(ROW)))
        .isEqualTo(
            "iteration,split,localizer,metric,value,low,high,n\n"
                + "5,new-scenes,model,pointing,0.30000000000000004,0.25,0.3333333333333333,500\n");
  }

  @Test
  void noRowsAreAHeaderAlone() {
    Path file = folder.resolve("metrics.csv");
    MetricsCsv.write(file, List.of());
    assertThat(MetricsCsv.read(file)).isEmpty();
  }

  @Test
  void refusesAFileCutShort() throws IOException {
    String whole = MetricsCsv.text(List.of(ROW, WITHOUT_INTERVAL));
    refuses(file(whole.substring(0, whole.length() - 1)), "metrics.csv, line 3", "no line end");
    refuses(file(whole.substring(0, whole.length() - 12)), "line 3", "whole lines to the end");
    refuses(file(""), "line 1", "an empty file");
  }

  @Test
  void refusesAForeignFile() throws IOException {
    refuses(file("a,b\n1,2\n"), "line 1", "'a,b'", MetricsCsv.HEADER);
    refuses(file(MetricsCsv.HEADER + "\n1,2\n"), "line 2", "2 fields", "8 fields");
    String text = MetricsCsv.text(List.of(ROW, ROW));
    refuses(file(text.replaceFirst("500\n$", "five\n")), "line 3", "five", "numbers");
    refuses(file(text.replaceFirst("model", "oracle")), "line 2", "'oracle'", "one of model");
  }

  @Test
  void refusesBytesThatAreNoText() throws IOException {
    Path file = Files.write(folder.resolve("metrics.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
    refuses(file, "no UTF-8 text");
  }

  @Test
  void refusesAMissingFile() {
    refuses(folder.resolve("nothing.csv"), "NoSuchFile", "finish the run with environment/run");
  }

  @Test
  void aFolderInTheWayLeavesEverythingAsItWas() throws IOException {
    Path inTheWay = folder.resolve("metrics.csv");
    Files.createDirectory(inTheWay);
    Files.writeString(inTheWay.resolve("kept"), "kept");
    assertThatThrownBy(() -> MetricsCsv.write(inTheWay, List.of(ROW)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("Cannot write", "got:", "a folder that can be written", "cure:");
    assertThat(inTheWay.resolve("kept")).hasContent("kept");
  }
}
