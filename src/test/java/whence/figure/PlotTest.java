package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;

final class PlotTest {

  private static boolean shows(Figure figure, Palette colour) {
    return shows(figure.image(), colour);
  }

  /** Words in grey where nothing else is: ticks lie outside. */
  private static boolean saysSomethingInTheMiddle(Figure figure) {
    BufferedImage all = figure.image();
    int width = all.getWidth() / 3;
    int height = all.getHeight() / 5;
    return shows(all.getSubimage(width, 2 * height, width, height), Palette.GREY);
  }

  private static boolean shows(BufferedImage image, Palette colour) {
    int wanted = colour.colour().getRGB();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == wanted) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void drawsEverySeriesInItsColourAndKeepsTheNumbers() {
    Plot plot =
        Plot.of("t", "x", "y")
            .line("a", List.of(1, 2, 3))
            .points("b", new double[] {0, 1}, new double[] {2, 3});
    Figure figure = plot.figure();
    assertThat(shows(figure, Palette.BLUE)).isTrue();
    assertThat(shows(figure, Palette.VERMILLION)).isTrue();
    assertThat(shows(figure, Palette.GREEN)).isFalse();
    assertThat(figure.csv())
        .isEqualTo("series,x,y\na,0.0,1.0\na,1.0,2.0\na,2.0,3.0\nb,0.0,2.0\nb,1.0,3.0\n");
    assertThat(new String(figure.svg(), StandardCharsets.UTF_8)).startsWith("<?xml");
  }

  @Test
  void listsAreAsGoodAsArrays() {
    Plot lists =
        Plot.of("t", "x", "y")
            .line("a", List.of(0.5, 1), List.of(2, 3))
            .points("b", List.of(0), List.of(1))
            .histogram("c", List.of(1, 2, 2), 3);
    Plot arrays =
        Plot.of("t", "x", "y")
            .line("a", new double[] {0.5, 1}, new double[] {2, 3})
            .points("b", new double[] {0}, new double[] {1})
            .histogram("c", new double[] {1, 2, 2}, 3);
    assertThat(lists.figure().csv()).isEqualTo(arrays.figure().csv());
  }

  @Test
  void noDataIsSaidAndGapsAreLeftOpen() {
    assertThat(saysSomethingInTheMiddle(Plot.of("t", "x", "y").figure())).isTrue();
    Figure nan = Plot.of("t", "x", "y").line("a", Double.NaN, Double.NaN).figure();
    assertThat(shows(nan, Palette.BLUE)).isFalse();
    assertThat(saysSomethingInTheMiddle(nan)).isTrue();
    Figure flat = Plot.of("t", "x", "y").line("a", 0, 0).line("b", 1, 1).figure();
    assertThat(saysSomethingInTheMiddle(flat)).as("axes and two lines far apart").isFalse();
    Figure gap = Plot.of("t", "x", "y").line("a", 1, Double.NaN, 2).figure();
    assertThat(shows(gap, Palette.BLUE)).isTrue();
  }

  @Test
  void constantAndSingleValuesHaveARange() {
    assertThat(shows(Plot.of("t", "x", "y").line("a", 5, 5).figure(), Palette.BLUE)).isTrue();
    assertThat(shows(Plot.of("t", "x", "y").line("a", 0).figure(), Palette.BLUE)).isTrue();
  }

  @Test
  void histogramCountsEveryFiniteValueOnce() {
    Plot.Series bins = Histogram.of("h", new double[] {0, 1, 2, 4, Double.NaN}, 4);
    assertThat(bins.x()).containsExactly(0, 1, 2, 3, 4);
    assertThat(bins.y()).containsExactly(1, 1, 1, 1);
    assertThat(Histogram.of("h", new double[] {3, 3}, 2).y()).containsExactly(2, 0);
    assertThat(Histogram.of("h", new double[0], 2).y()).containsOnly(Double.NaN);
    Figure figure = Plot.of("t", "x", "y").histogram("h", new double[] {1, 2, 2}, 3).figure();
    assertThat(shows(figure, Palette.BLUE)).isTrue();
  }

  @Test
  void refusals() {
    Plot plot = Plot.of("t", "x", "y").line("a", 1);
    assertThatThrownBy(() -> plot.line("a", 2))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("each name once");
    assertThatThrownBy(() -> plot.points("b", new double[2], new double[3]))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("2 places for 3 values");
    assertThatThrownBy(() -> plot.histogram("h", new double[2], 0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 bins");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "0; 1; 5; 0.0, 0.2, 0.4, 0.6, 0.8, 1.0",
        "-3; 3; 3; -2, 0, 2",
        "0.123; 0.127; 4; 0.123, 0.124, 0.125, 0.126, 0.127",
        "0; 2000000; 2; 0, 1.00e+06, 2.00e+06"
      })
  void ticksAreRoundNumbers(double low, double high, int wanted, String labels) {
    assertThat(String.join(", ", Ticks.of(low, high, wanted).labels())).isEqualTo(labels);
  }

  @Test
  void whereAllIsWholeTicksAreWhole() {
    double[] y = {1, 2, 3};
    assertThat(alongX(Plot.of("", "", "").line("a", new double[] {0, 1, 2}, y)))
        .containsExactly("0", "1", "2");
    assertThat(alongX(Plot.of("", "", "").line("a", new double[] {0, 0.5, 2}, y)))
        .containsExactly("0.0", "0.5", "1.0", "1.5", "2.0");
    assertThat(alongX(Plot.of("", "", "").line("a", new double[] {0, 0, 1}, y)))
        .as("a share from 0 to 1")
        .hasSizeGreaterThan(2);
  }

  private static List<String> alongX(Plot plot) {
    return PlotScale.ofX(plot.series(), 0, 180).ticks().labels();
  }

  @Test
  void longLegendsTakeSeveralLines() {
    Plot plot = Plot.of("t", "x", "y");
    for (int i = 0; i < 9; i++) {
      plot = plot.line("a rather long name of a series " + i, i, i + 1);
    }
    assertThat(PlotLegend.of(plot.series(), 200, 14).lines()).isGreaterThan(4);
    assertThat(shows(plot.figure(), Palette.BLUE)).isTrue();
  }
}
