package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Quantile;
import whence.label.PseudoLabels;
import whence.media.Picture;

final class PictureGridTest {
  private static final GridGeometry GEOMETRY = new GridGeometry(16, 7.5);
  private static final Picture FRAME = Picture.opaque(64, 64, new byte[3 * 64 * 64]);
  private static final HeatMap MAP = ramp(0);

  private static HeatMap ramp(float from) {
    float[] values = new float[16];
    for (int i = 0; i < 16; i++) {
      values[i] = from + i;
    }
    return new HeatMap(4, 4, values);
  }

  private static Mask corner() {
    boolean[] pixels = new boolean[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / 64 >= 48 && i % 64 >= 32;
    }
    return new Mask(64, 64, pixels);
  }

  private static MarkedPicture marked() {
    return MarkedPicture.of(FRAME, GEOMETRY)
        .withTitle("clip")
        .withMap(MAP)
        .withCells(Quantile.topFraction(MAP, 0.25), Quantile.atOrBelow(MAP, 0.5))
        .withTruth(corner());
  }

  @Test
  void numbersSayWhatIsSeen() {
    String csv = PictureGrid.of(List.of(marked(), MarkedPicture.of(FRAME)), 2).csv();
    assertThat(csv)
        .isEqualTo(
            "title,map_low,map_high,positive_cells,negative_cells,positive_on_truth\n"
                + "clip,0.0,15.0,4,8,0.5\n,,,,,\n");
  }

  @Test
  void legendNamesOnlyTheMarksThatAreThere() {
    int plain = PictureGrid.of(List.of(MarkedPicture.of(FRAME)), 1).image().getHeight();
    int map = PictureGrid.of(List.of(MarkedPicture.of(FRAME).withMap(MAP)), 1).image().getHeight();
    int all = PictureGrid.of(List.of(marked()), 1).image().getHeight();
    assertThat(map).isGreaterThan(plain);
    assertThat(all).isGreaterThan(map);
  }

  @Test
  void sharedRangeMakesEqualValuesEqualColours() {
    MarkedPicture low = MarkedPicture.of(FRAME, GEOMETRY).withMap(ramp(0));
    MarkedPicture high = MarkedPicture.of(FRAME, GEOMETRY).withMap(ramp(16));
    BufferedImage apart = PictureGrid.of(List.of(low, high), 2).image();
    BufferedImage shared = PictureGrid.of(List.of(low, high), 2, 0, 31).image();
    int y = 40;
    int left = 150;
    int right = apart.getWidth() - 150;
    assertThat(light(apart, left, y)).isCloseTo(light(apart, right, y), within(40));
    assertThat(light(shared, right, y)).isGreaterThan(light(shared, left, y) + 60);
  }

  private static org.assertj.core.data.Offset<Integer> within(int value) {
    return org.assertj.core.data.Offset.offset(value);
  }

  private static int light(BufferedImage image, int x, int y) {
    int rgb = image.getRGB(x, y);
    return (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
  }

  @Test
  void labelsOfAClipAreItsMapAndCells() {
    Mask positive = Quantile.topFraction(MAP, 0.25);
    Mask negative = Quantile.atOrBelow(MAP, 0.5);
    PseudoLabels labels =
        new PseudoLabels(
            2,
            List.of("a"),
            List.of(MAP),
            List.of(positive),
            List.of(negative),
            List.of(new int[0]));
    MarkedPicture picture = MarkedPicture.of(FRAME, GEOMETRY).withLabels(labels, 0);
    assertThat(picture.map()).isSameAs(MAP);
    assertThat(picture.positive()).isSameAs(positive);
    assertThat(picture.negative()).isSameAs(negative);
    StripScene scene = StripScene.of(0, FRAME, corner(), List.of(labels, labels));
    assertThat(scene.id()).isEqualTo("a");
    assertThat(scene.iterations()).hasSize(2);
    assertThat(scene.iterations().get(1).positive()).isSameAs(positive);
    assertThatThrownBy(() -> StripScene.of(0, FRAME, corner(), List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no iterations");
  }

  @Test
  void correlationGridIsARowAFrameAndAColumnASound() {
    Figure figure =
        CorrelationGrid.of(
            List.of(FRAME, FRAME),
            List.of("owl", "bell", "car"),
            List.of(List.of(MAP, ramp(5), MAP), List.of(MAP, MAP, ramp(-5))),
            GEOMETRY);
    assertThat(figure.numbers().rowCount()).isEqualTo(6);
    assertThat(figure.numbers().stringColumn("title").get(2)).isEqualTo("car");
    HeatMap constant = new HeatMap(4, 4, new float[16]);
    assertThat(
            CorrelationGrid.of(List.of(FRAME), List.of("owl"), List.of(List.of(constant)), GEOMETRY)
                .image()
                .getWidth())
        .isPositive();
    assertThatThrownBy(
            () ->
                CorrelationGrid.of(
                    List.of(FRAME), List.of("owl"), List.of(List.of(MAP, MAP)), GEOMETRY))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a map for each pair");
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> PictureGrid.of(List.of(), 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 pictures in 1 columns");
    assertThatThrownBy(() -> PictureGrid.of(List.of(marked()), 13))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> Overlay.of(FRAME, new HeatMap(64, 64, new float[64 * 64]), 1, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a range from 1.0 to 1.0");
    Mask other = new Mask(1, 1, new boolean[1]);
    assertThatThrownBy(() -> MarkedPicture.of(FRAME).withTruth(other))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a truth mask of 1 x 1");
  }
}
