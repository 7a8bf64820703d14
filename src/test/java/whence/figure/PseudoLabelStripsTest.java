package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static whence.figure.SyntheticScenes.GEOMETRY;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Resize;
import whence.media.Picture;

class PseudoLabelStripsTest {
  private static final List<StripScene> SCENES = SyntheticScenes.scenes(2, 6);

  private static void refuses(Runnable made, String... parts) {
    assertThatThrownBy(made::run)
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContainingAll("got:", "expected:", "cure:");
  }

  @Test
  void isAsWideAsThePageAndEqualEveryTime() {
    Figure figure = PseudoLabelStrips.of(SCENES, GEOMETRY);
    assertThat(figure.image().getWidth()).isEqualTo(1370);
    assertThat(figure.png()).isEqualTo(PseudoLabelStrips.of(SCENES, GEOMETRY).png());
    assertThat(new String(figure.svg(), java.nio.charset.StandardCharsets.UTF_8))
        .contains("data:image/png;base64");
    assertThat(Pixels.count(figure, Palette.SKY)).isGreaterThan(1000);
  }

  @Test
  void numbersTellEachMap() {
    String csv = PseudoLabelStrips.of(SCENES, GEOMETRY).csv();
    assertThat(csv)
        .startsWith(
            "scene,iteration,map_low,map_high,positive_cells,negative_cells,positive_on_truth\n"
                + "scene-0,0,");
    assertThat(csv.lines()).hasSize(1 + 2 * 6).filteredOn(l -> l.contains(",16,99,")).hasSize(12);
  }

  @Test
  void positiveCellsCountByTheirShiftedCentres() {
    boolean[] truth = new boolean[64];
    truth[2 * 8 + 5] = true; // row 2, column 5
    Mask pixels = new Mask(8, 8, truth);
    Mask cells = new Mask(2, 2, new boolean[] {false, true, false, false});
    assertThat(StripNumbers.onTruth(pixels, cells, new GridGeometry(3, 2))).isEqualTo(1);
    assertThat(StripNumbers.onTruth(pixels, cells, GridGeometry.halfPixel(2, 8))).isZero();
    assertThat(StripNumbers.onTruth(pixels, cells, new GridGeometry(4, 6))).isZero();
    assertThat(StripNumbers.onTruth(pixels, new Mask(1, 1, new boolean[1]), GEOMETRY)).isNaN();
  }

  @Test
  void aShiftedGridMovesTheMarks() {
    byte[] shifted = PseudoLabelStrips.of(SCENES, new GridGeometry(16, 15)).png();
    assertThat(shifted).isNotEqualTo(PseudoLabelStrips.of(SCENES, GEOMETRY).png());
  }

  @Test
  void mapsMayComeAtTheSizeOfTheFrame() {
    StripScene scene = SCENES.get(0);
    List<StripCell> large = new ArrayList<>();
    for (StripCell cell : scene.iterations()) {
      HeatMap map = Resize.bilinear(cell.map(), GEOMETRY, 224, 224);
      large.add(new StripCell(map, cell.positive(), cell.negative()));
    }
    StripScene same = new StripScene(scene.id(), scene.frame(), scene.truth(), large);
    assertThat(PseudoLabelStrips.of(List.of(same), GEOMETRY).png())
        .isEqualTo(PseudoLabelStrips.of(List.of(scene), GEOMETRY).png());
  }

  @Test
  void oneIterationKeepsFramesSmall() {
    Figure figure = PseudoLabelStrips.of(SyntheticScenes.scenes(1, 1), GEOMETRY);
    assertThat(figure.size().heightMillis()).isLessThan(60);
    assertThat(Pixels.count(figure, Palette.SKY)).isGreaterThan(500);
  }

  @Test
  void refusesNothingAndUnequalRows() {
    refuses(() -> PseudoLabelStrips.of(List.of(), GEOMETRY), "no scenes");
    List<StripScene> unequal = new ArrayList<>(SCENES);
    unequal.addAll(SyntheticScenes.scenes(1, 2));
    refuses(() -> PseudoLabelStrips.of(unequal, GEOMETRY), "scenes of [2, 6] iterations");
  }

  @Test
  void refusesMasksThatDoNotFit() {
    StripScene scene = SCENES.get(0);
    Mask small = new Mask(1, 1, new boolean[1]);
    refuses(
        () -> new StripScene("a", scene.frame(), small, scene.iterations()),
        "scene a",
        "a truth mask of 1 x 1",
        "224 x 224");
    refuses(() -> new StripScene("a", scene.frame(), scene.truth(), List.of()), "no iterations");
    StripCell cell = scene.iterations().get(0);
    refuses(() -> new StripCell(cell.map(), cell.positive(), small), "14 x 14", "1 x 1");
  }

  @Test
  void overlayIsGreyUnderHeatAndBrighterWhereHot() {
    byte[] rgb = {(byte) 200, 0, 0, (byte) 200, 0, 0};
    Picture overlay = Overlay.of(Picture.opaque(2, 1, rgb), new HeatMap(1, 2, new float[] {-3, 7}));
    // 0.65 * 59.8 + 0.35 * (0, 0, 4) and 0.25 * 59.8 + 0.75 * (252, 255, 164)
    assertThat(overlay.rgb()).containsExactly(39, 39, 40, (byte) 204, (byte) 206, (byte) 138);
    refuses(
        () -> Overlay.of(Picture.opaque(2, 1, rgb), new HeatMap(1, 1, new float[1])),
        "a map of 1 x 1",
        "1 x 2",
        "Resize.bilinear");
  }
}
