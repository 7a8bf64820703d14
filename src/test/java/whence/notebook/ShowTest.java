package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.media.Picture;
import whence.media.Waveform;

final class ShowTest {
  private static BufferedImage image(CellOutput output) throws IOException {
    byte[] png = Base64.getDecoder().decode(output.forms().get("image/png"));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  @Test
  void pictureKeepsItsSizeColoursAndAlpha() throws IOException {
    Picture picture =
        new Picture(2, 1, new byte[] {(byte) 255, 0, 0, 1, 2, 3}, new byte[] {(byte) 255, 0});
    CellOutput output = Show.picture(picture);
    assertThat(output.plain()).isEqualTo("picture 2 x 1");
    assertThat(image(output).getRGB(0, 0)).isEqualTo(0xffff0000);
    assertThat(image(output).getRGB(1, 0) >>> 24).isZero();
  }

  @Test
  void heatMapIsEnlargedAndRunsFromDarkToLight() throws IOException {
    CellOutput output = Show.heatMap(new HeatMap(1, 2, new float[] {-1, 3}));
    assertThat(output.plain()).isEqualTo("heat map 1 x 2, -1.000 to 3.000");
    BufferedImage image = image(output);
    assertThat(image.getWidth()).isEqualTo(2 * image.getHeight()).isGreaterThan(300);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xff000004);
    assertThat(image.getRGB(image.getWidth() - 1, 0)).isEqualTo(0xfffcffa4);
  }

  @Test
  void constantHeatMapIsDark() throws IOException {
    CellOutput output = Show.heatMap(new HeatMap(1, 1, new float[] {5}));
    assertThat(image(output).getRGB(0, 0)).isEqualTo(0xff000004);
  }

  @Test
  void heatMapOverAPictureHasThePicturesSize() throws IOException {
    Picture picture = Picture.opaque(30, 20, new byte[3 * 30 * 20]);
    float[] right = new float[20 * 30];
    for (int i = 0; i < right.length; i++) {
      right[i] = i % 30;
    }
    BufferedImage image = image(Show.heatMap(picture, new HeatMap(20, 30, right)));
    assertThat(image.getWidth()).isEqualTo(30);
    assertThat(image.getHeight()).isEqualTo(20);
    assertThat(image.getRGB(29, 0) & 0xff).isGreaterThan(image.getRGB(0, 0) & 0xff);
  }

  @Test
  void maskIsWhiteOnBlack() throws IOException {
    CellOutput output = Show.mask(new Mask(1, 2, new boolean[] {false, true}));
    assertThat(output.plain()).isEqualTo("mask 1 x 2, 1 cells");
    assertThat(image(output).getRGB(0, 0)).isEqualTo(0xff000000);
    assertThat(image(output).getRGB(335, 0)).isEqualTo(0xffffffff);
  }

  @Test
  void waveformIsSeenAndHeard() {
    CellOutput output = Show.waveform(new Waveform(new float[] {0, 0.5f, -0.5f, 2}, 2));
    assertThat(output.plain()).isEqualTo("sound of 2.00 s at 2 Hz, peak 2.000");
    assertThat(output.forms().get("text/html"))
        .contains("<img alt=")
        .contains("<audio controls src=\"data:audio/wav;base64,UklGR");
  }

  @Test
  void chartIsAPng() throws IOException {
    XYChart chart = new XYChartBuilder().width(320).height(200).title("t").build();
    chart.addSeries("a", new double[] {1, 2}, new double[] {1, 3});
    CellOutput output = Show.chart(chart);
    assertThat(output.plain()).isEqualTo("chart t");
    assertThat(image(output).getWidth()).isEqualTo(320);
  }

  @Test
  void longTableIsCutAndSaysSo() {
    Table table =
        Table.create(
            "t", IntColumn.create("n", 1, 2, 3), StringColumn.create("s", "<a>", "b", "c"));
    CellOutput cut = Show.table(table, 1);
    assertThat(cut.forms().get("text/html"))
        .isEqualTo(
            "<table><thead><tr><th style=\"text-align:right\">n</th>"
                + "<th style=\"text-align:left\">s</th></tr></thead><tbody><tr>"
                + "<td style=\"text-align:right\">1</td>"
                + "<td style=\"text-align:left\">&lt;a&gt;</td></tr></tbody></table>"
                + "<p>… 2 more rows</p>");
    assertThat(cut.plain()).endsWith("… 2 more rows");
    assertThat(Show.table(table).forms().get("text/html")).doesNotContain("more row");
    assertThat(Show.table(table, 2).plain()).endsWith("… 1 more row");
    assertThat(Show.table(table, 0).plain()).endsWith("… 3 more rows");
    assertThatThrownBy(() -> Show.table(table, -1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("-1 rows");
  }

  @Test
  void arrayIsOneShortLine() {
    assertThat(Show.array(Nd4j.arange(20).reshape(4, 5)).plain())
        .isEqualTo("FLOAT [4, 5] (0.000, 1.000, 2.000, 3.000, 4.000, 5.000, 6.000, 7.000, …)");
    assertThat(Show.array(Nd4j.scalar(2.0)).plain()).isEqualTo("DOUBLE [] (2.000)");
  }

  @Test
  void outputWithoutTextIsRefused() {
    assertThatThrownBy(() -> new CellOutput(Map.of("image/png", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
