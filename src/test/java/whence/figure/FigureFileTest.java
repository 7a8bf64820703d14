package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.experiment.Provenance;
import whence.experiment.ProvenanceTest;
import whence.media.Picture;

/** Figures on disk, their sizes and their bytes. */
class FigureFileTest {
  private static final Figure SQUARE =
      new Figure(
          FigureSize.oneColumn(21),
          g -> {
            g.setColor(Palette.BLUE.colour());
            g.fill(new Rectangle2D.Double(0, 0, 72, 36));
          },
          Table.create(
              "numbers",
              StringColumn.create("name", "plain", "with, comma"),
              DoubleColumn.create("value", 0.1, Double.NaN)));

  @TempDir Path folder;

  @Test
  void writesPictureNumbersAndProvenanceSideBySide() throws Exception {
    Provenance provenance = ProvenanceTest.example();
    Path out = folder.resolve("figures");
    Path png = FigureFile.write(out, "square", FigureFile.Format.PNG, SQUARE, provenance);
    Path svg = FigureFile.write(out, "square", FigureFile.Format.SVG, SQUARE, provenance);
    assertThat(png).hasFileName("square.png").hasBinaryContent(SQUARE.png());
    assertThat(svg).hasFileName("square.svg").hasBinaryContent(SQUARE.svg());
    assertThat(out.resolve("square.csv")).hasContent("name,value\nplain,0.1\n\"with, comma\",\n");
    assertThat(Provenance.read(out.resolve("square.json"))).isEqualTo(provenance);
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(4);
    }
  }

  @Test
  void refusesOtherNames() {
    for (String name : List.of("", "Curves", "curves.png", "../curves", "-a")) {
      assertThatThrownBy(
              () ->
                  FigureFile.write(
                      folder, name, FigureFile.Format.PNG, SQUARE, ProvenanceTest.example()))
          .isInstanceOf(WhenceException.class)
          .hasMessageContainingAll("'" + name + "'", "lower-case letters", "evaluation-curves");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void columnsHaveTheirWidthInPrint() {
    assertThat(FigureSize.oneColumn(50).widthPixels()).isEqualTo(992);
    assertThat(FigureSize.twoColumns(50).widthPixels()).isEqualTo(2055);
    assertThat(FigureSize.oneColumn(25.4).heightPixels()).isEqualTo(300);
    assertThat(FigureSize.oneColumn(25.4).heightPoints()).isEqualTo(72);
    for (double bad : new double[] {0, 601, Double.NaN}) {
      assertThatThrownBy(() -> FigureSize.oneColumn(bad))
          .isInstanceOf(WhenceException.class)
          .hasMessageContainingAll("84.0 x " + bad + " mm", "5 to 600 mm high", "fewer rows");
    }
  }

  @Test
  void pixelsArePoints() {
    Picture picture = SQUARE.picture();
    assertThat(picture.width()).isEqualTo(992);
    assertThat(picture.height()).isEqualTo(248);
    assertThat(picture.channel(298, 148, 2)).isEqualTo(0xB2);
    assertThat(picture.channel(302, 148, 0)).isEqualTo(255);
  }

  @Test
  void pngStatesItsResolution() {
    byte[] png = SQUARE.png();
    String text = new String(png, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("pHYs") + 4;
    // 300 / 0.0254 = 11811 = 0x2E23 dots a metre
    assertThat(text.substring(at, at + 9)).isEqualTo("\0\0\u002e\u0023\0\0\u002e\u0023\1");
  }

  @Test
  void svgIsInMillimetresWithShortNumbers() {
    String svg = new String(SQUARE.svg(), StandardCharsets.UTF_8);
    assertThat(svg)
        .contains("width=\"84.00mm\" height=\"21.00mm\" viewBox=\"0 0 84.00 21.00\"")
        .contains("xmlns=\"http://www.w3.org/2000/svg\"")
        .doesNotContainPattern("\"[0-9]+\\.[0-9]{7,}");
  }

  @Test
  void smallestTextIsSevenPoints() {
    assertThat(List.of(Typography.TEXT, Typography.STRONG, Typography.TITLE))
        .allSatisfy(font -> assertThat(font.getSize2D()).isGreaterThanOrEqualTo(7));
  }

  @Test
  void contactSheetCutsCaptionsAndRefusesNothing() {
    Picture picture = Picture.opaque(4, 2, new byte[24]);
    List<ContactSheet.Entry> entries =
        List.of(
            new ContactSheet.Entry("short", picture),
            new ContactSheet.Entry("a caption that is far wider than its picture", picture),
            new ContactSheet.Entry("third", picture));
    Figure sheet = ContactSheet.of(entries, 2);
    assertThat(sheet.csv())
        .isEqualTo(
            "row,column,caption\n0,0,short\n0,1,a caption that is far wider than its picture\n"
                + "1,0,third\n");
    assertThat(ContactSheet.of(entries, 12).image().getWidth()).isEqualTo(2055);
    assertThatThrownBy(() -> ContactSheet.of(List.of(), 2))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("0 pictures in 2 columns", "1 to 12 columns", "cure:");
  }
}
