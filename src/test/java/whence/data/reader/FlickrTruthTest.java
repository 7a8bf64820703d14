package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import whence.WhenceException;
import whence.heatmap.HeatMap;

class FlickrTruthTest {
  private static final Path CRASH = GoldenTruth.FOLDER.resolve("flickr_xml_crash");

  @TempDir Path folder;

  @Test
  void mapsAreThoseOfThePublishedReaders() {
    TruthSet truth = TruthFormat.FLICKR.read(GoldenTruth.FOLDER.resolve("flickr_xml"));
    JsonNode expected = GoldenTruth.read("flickr_gt_expected.json").get("expected");
    assertThat(truth.ids()).hasSize(8).containsExactlyElementsOf(expected::fieldNames);
    for (String id : truth.ids()) {
      HeatMap g = truth.truth(id).region().consensus(BoxRule.FROM_THE_FAR_EDGE);
      GoldenTruth.assertFacts(id, g, expected.get(id));
    }
    assertThat(truth.truth("s003_multi_1_2_3_boxes").region().boxes()).isEqualTo(6);
    assertThat(truth.truth("s001_three_overlapping").soundClass()).isEmpty();
  }

  @Test
  void whatIsOddIsSaid() {
    TruthSet truth = TruthFormat.FLICKR.read(GoldenTruth.FOLDER.resolve("flickr_xml"));
    assertThat(truth.oddities().stream().map(Oddity::text))
        .containsExactly(
            "s004_out_of_range_high: box [134, 105, 259, 285] reaches beyond the frame of 256",
            "s004_out_of_range_high: box [136, 132, 287, 255] reaches beyond the frame of 256",
            "s005_negative_coordinates: box [-5, 19, 148, 123] reaches beyond the frame of 256",
            "s005_negative_coordinates: box [32, -17, 160, -3] reaches beyond the frame of 256",
            "s006_reversed_and_zero_area: box [193, 71, 99, 129] has no area",
            "s006_reversed_and_zero_area: box [100, 100, 100, 180] has no area");
  }

  @Test
  void oursCutsNegativeBoxesOffAtTheFrame() {
    TruthSet truth = TruthFormat.FLICKR.read(GoldenTruth.FOLDER.resolve("flickr_xml"));
    Region region = truth.truth("s005_negative_coordinates").region();
    HeatMap ours = region.consensus(BoxRule.CLIPPED);
    HeatMap published = region.consensus(BoxRule.FROM_THE_FAR_EDGE);
    assertThat(region.isNegative()).isTrue();
    // box [-4, 16, 129, 107] reaches the left edge; published, it begins at column 220 and is empty
    assertThat(ours.at(50, 0)).isEqualTo(0.5f);
    assertThat(published.at(50, 0)).isZero();
    // box [28, -14, 140, -2] lies above the frame; published, it turns up at its bottom
    assertThat(ours.at(215, 100)).isZero();
    assertThat(published.at(215, 100)).isEqualTo(0.5f);
    assertThat(truth.truth("s001_three_overlapping").region().isNegative()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "c3_float_text, '''71.5'' as xmin', a whole number",
    "c4_five_coordinates, a bbox with 5 numbers, 'a label, then xmin, ymin, xmax and ymax'",
    "c5_bbox_at_root, a bbox directly under annotations, one inside an annotator",
    "c6_no_label_child, a bbox with 3 numbers, 'a label, then xmin, ymin, xmax and ymax'"
  })
  void boxesThatCannotBeReadAreRefused(String file, String got, String expected)
      throws IOException {
    Path copy = folder.resolve(file + ".xml");
    Files.copy(CRASH.resolve(file + ".xml"), copy);
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the annotation "
                + copy
                + "\n  got:      "
                + got
                + "\n  expected: "
                + expected
                + "\n  cure:     fetch the file again, or correct it by hand and say so beside your"
                + " numbers");
  }

  @ParameterizedTest
  @CsvSource({
    "c1_nonbbox_inside_annotator, 1, 'the element comment is no bbox; left out'",
    "c2_size_element_with_children, 1, 'the element width is no bbox; left out'",
    "c7_no_boxes, 0, nothing is left of its truth",
    "c8_whitespace_text, 1, ''"
  })
  void whatIsNoBoxIsLeftOutAndSaid(String file, int boxes, String said) throws IOException {
    Files.copy(CRASH.resolve(file + ".xml"), folder.resolve(file + ".xml"));
    TruthSet truth = TruthFormat.FLICKR.read(folder);
    JsonNode box = GoldenTruth.read("flickr_gt_expected.json").get("probe_results_EZ");
    String one = boxes == 0 ? "c7_no_boxes" : "c8_whitespace_text";
    HeatMap g = truth.truth(file).region().consensus(BoxRule.CLIPPED);
    GoldenTruth.assertFacts(file, g, box.get(one));
    assertThat(truth.truth(file).region().boxes()).isEqualTo(boxes);
    assertThat(truth.oddities().stream().map(Oddity::finding).limit(1).toList())
        .isEqualTo(said.isEmpty() ? java.util.List.of() : java.util.List.of(said));
  }

  @Test
  void entitiesAndDocumentTypesAreRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "71");
    Path file = folder.resolve("x.xml");
    Files.writeString(
        file,
        "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \""
            + secret.toUri()
            + "\">]><a><b><bbox><n>o</n><v>&e;</v><v>1</v><v>9</v><v>9</v></bbox></b></a>");
    Files.delete(secret);
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the annotation "
                + file
                + "\n  got:      a document type or an entity\n"
                + "  expected: well-formed XML without document type and entities, at most 1048576"
                + " bytes\n"
                + "  cure:     fetch the file again, or take the document type out of it");
    Files.writeString(file, "<a><b>&undeclared;</b></a>");
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder)).hasMessageContaining("undeclared");
  }

  @Test
  void brokenLargeAndDeepFilesAreRefused() throws IOException {
    Path file = folder.resolve("x.xml");
    Files.writeString(file, "<annotations><a1><bbox>");
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the annotation " + file)
        .hasMessageContaining("well-formed XML");
    Files.writeString(file, "");
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder)).hasMessageContaining("got:");
    Files.writeString(file, "<a>".repeat(40) + "</a>".repeat(40));
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder))
        .hasMessageContaining("nested deeper than 32");
    Files.writeString(file, "<a>" + " ".repeat(1 << 20) + "</a>");
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder)).hasMessageContaining("1048583 bytes");
  }

  @Test
  void otherFilesAreLeftOutAndAFolderWithoutAnnotationsIsRefused() throws IOException {
    Files.writeString(folder.resolve("README"), "read me");
    assertThatThrownBy(() -> TruthFormat.FLICKR.read(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read the truth flickr:"
                + folder
                + "\n  got:      no annotated clip\n"
                + "  expected: at least one\n"
                + "  cure:     check that the path and the format belong together");
    Files.writeString(folder.resolve("a.xml"), "<a></a>");
    assertThat(TruthFormat.FLICKR.read(folder).oddities().get(0).text())
        .isEqualTo("README: no .xml file; left out");
  }
}
