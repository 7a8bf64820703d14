package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import whence.WhenceException;

class JsonTruthTest {
  @TempDir Path folder;

  @Test
  void vggssMapsAreThoseOfThePublishedReaders() {
    TruthSet truth = TruthFormat.open("vggss:" + GoldenTruth.FOLDER.resolve("vggss_boxes.json"));
    JsonNode expected = GoldenTruth.read("vggss_gt_expected.json").get("expected");
    assertThat(truth.ids()).hasSize(16).containsExactlyElementsOf(expected::fieldNames);
    for (String id : truth.ids()) {
      Region region = truth.truth(id).region();
      GoldenTruth.assertFacts(id, region.consensus(BoxRule.CLIPPED), expected.get(id));
      assertThat(region.isNegative()).as(id).isFalse();
    }
    ClipTruth clip = truth.truth("svid03golde_000273");
    assertThat(clip.soundClass()).contains("golden");
    assertThat(clip.region().boxes()).isEqualTo(7);
    assertThat(clip.image()).isEqualTo(clip.id());
  }

  @Test
  void everyDegenerateBoxIsSaid() {
    TruthSet truth = TruthFormat.VGGSS.read(GoldenTruth.FOLDER.resolve("vggss_boxes.json"));
    assertThat(truth.oddities().stream().map(Oddity::text))
        .containsExactly(
            "svid04golde_000523: box [0.432506, 0.07697, -2.8823037615171176E16, 0.89134] has no"
                + " area",
            "svid04golde_000523: nothing is left of its truth",
            "svid05golde_000156: box [0.2021915, 0.0252525, 0.728556, -2.8823037615171176E16] has"
                + " no area",
            "svid06golde_000095: box [0.3125, 0.25, 0.3125, 0.9] has no area",
            "svid06golde_000095: nothing is left of its truth",
            "svid07golde_000446: box [0.2, 0.6, 0.8, 0.6] has no area",
            "svid07golde_000446: nothing is left of its truth",
            "svid08golde_000176: box [-0.43219, -0.336341, 0.554816, 0.507432] reaches beyond the"
                + " frame; cut off",
            "svid09golde_000127: box [0.5, 0.5, 1.301485, 1.245799] reaches beyond the frame; cut"
                + " off",
            "svid10golde_000233: box [0.8, 0.2, 0.3, 0.9] has no area",
            "svid10golde_000233: nothing is left of its truth",
            "svid12golde_000147: box [0.0, 0.0, 0.004464, 0.004464] has no area",
            "svid12golde_000147: nothing is left of its truth",
            "svid15golde_000058: nothing is left of its truth");
  }

  @Test
  void is3KnowsImageSoundAndWhatIsSilent() throws IOException {
    Path file = folder.resolve("is3.json");
    Files.writeString(
        file,
        """
        [{"image": "/a/b/dog_banjo_2689_banjo.jpg", "audio": "x.wav", "gt_box": [30.9, 88, 177, 203]},
         {"image": "c\\\\dog_banjo_2689_dog.jpg", "audio": "y.wav", "gt_box": [0.0, 0.0, 10.0, 20.0]},
         {"image": "alone.jpg", "audio": "z.wav", "gt_box": [-3, 4, 230, 4]}]
        """);
    TruthSet truth = TruthFormat.open("is3:" + file);
    assertThat(truth.ids()).containsExactly("dog_banjo_2689_banjo", "dog_banjo_2689_dog", "alone");
    ClipTruth banjo = truth.truth("dog_banjo_2689_banjo");
    assertThat(banjo.image()).isEqualTo("dog_banjo_2689");
    assertThat(banjo.soundClass()).contains("banjo");
    assertThat(banjo.region())
        .isEqualTo(new BoxRegion(List.of(new Box(30, 88, 177, 203)), Consensus.ONE_BOX));
    assertThat(banjo.silent()).containsExactly(truth.truth("dog_banjo_2689_dog").region());
    assertThat(truth.truth("alone").soundClass()).isEmpty();
    assertThat(truth.truth("alone").silent()).isEmpty();
    assertThat(truth.oddities().stream().map(Oddity::text))
        .containsExactly(
            "alone: box [-3, 4, 230, 4] has no area",
            "alone: box [-3, 4, 230, 4] reaches beyond the frame of 224",
            "alone: nothing is left of its truth");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"file\": \"a\", \"class\": \"c\", \"bbox\": [[0, 0, 1",
        "[{\"file\": \"a\", \"class\": \"c\", \"bbox\": [[0, 0, 1, 1]]}",
        "[{\"file\": \"a\", \"class\": \"c\", \"bbox\": [[0, 0, 1]]}]",
        "[{\"file\": \"a\", \"class\": \"c\", \"bbox\": [[0, 0, 1, \"x\"]]}]",
        "[{\"file\": \"a\", \"class\": \"c\", \"bbox\": 7}]",
        "[{\"file\": \"a\", \"bbox\": [[0, 0, 1, 1]]}]",
        "[{\"file\": 7, \"class\": \"c\", \"bbox\": []}]",
        "[7]",
        "{}",
        ""
      })
  void whatIsCutShortOrOfAnotherFormIsRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("vggss.json"), text);
    assertThatThrownBy(() -> TruthFormat.VGGSS.read(file))
        .isInstanceOf(WhenceException.class)
        .hasMessageStartingWith("Cannot read the annotations " + file + "\n  got:      ")
        .hasMessageContaining(
            "\n  expected: an array of {\"file\", \"class\", \"bbox\": [[x1, y1, x2, y2]]}\n"
                + "  cure:     fetch the file again: it is cut short, or of another format than was"
                + " named");
  }

  /** As SLAVC's lists with clips that have no visible source are written for this reader. */
  @Test
  void aClipWithoutBoxIsOneWithoutVisibleSource() throws IOException {
    Path file = folder.resolve("extended.json");
    Files.writeString(
        file, "[{\"file\": \"video+audio\", \"class\": \"non-sounding\", \"bbox\": []}]");
    ClipTruth clip = TruthFormat.VGGSS.read(file).truth("video+audio");
    assertThat(clip.region().boxes()).isZero();
    assertThat(clip.region().consensus(BoxRule.CLIPPED).values()).containsOnly(0);
  }

  @Test
  void idsWithSeparatorsAreRefused() throws IOException {
    for (String id : List.of("a/b", "a\\\\b", "..", "", "a\\u0007")) {
      Path file = folder.resolve("vggss.json");
      Files.writeString(file, "[{\"file\": \"" + id + "\", \"class\": \"c\", \"bbox\": []}]");
      assertThatThrownBy(() -> TruthFormat.VGGSS.read(file))
          .as(id)
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot take an id of a clip from " + file)
          .hasMessageContaining("without path separators")
          .hasMessageContaining("cure:     use the names of the data set's clips alone");
    }
  }

  @Test
  void aClipTwiceCountsOnceIfItIsTheSameAndIsRefusedIfNot() throws IOException {
    String entry = "{\"file\": \"a\", \"class\": \"c\", \"bbox\": [[0, 0, 1, 1]]}";
    Path file = folder.resolve("vggss.json");
    Files.writeString(file, "[" + entry + "," + entry + "]");
    TruthSet truth = TruthFormat.VGGSS.read(file);
    assertThat(truth.ids()).containsExactly("a");
    assertThat(truth.oddities())
        .containsExactly(new Oddity("a", "listed again with the same annotation; counted once"));
    Files.writeString(file, "[" + entry + "," + entry.replace("[0,", "[0.5,") + "]");
    assertThatThrownBy(() -> TruthFormat.VGGSS.read(file))
        .hasMessage(
            "Cannot read the truth vggss:"
                + file
                + "\n  got:      clip a a second time, with another annotation\n"
                + "  expected: each clip once\n"
                + "  cure:     remove one of the two entries");
  }

  @Test
  void unknownClipsFormatsAndPathsAreRefused() {
    TruthSet truth = TruthFormat.VGGSS.read(GoldenTruth.FOLDER.resolve("vggss_boxes.json"));
    assertThat(truth.has("nobody")).isFalse();
    assertThatThrownBy(() -> truth.truth("nobody"))
        .hasMessageContaining("Cannot give the truth of nobody")
        .hasMessageContaining("one of its 16 clips");
    assertThatThrownBy(() -> TruthFormat.open("coco:x.json"))
        .hasMessage(
            "Cannot read the truth coco:x.json\n"
                + "  got:      the format 'coco'\n"
                + "  expected: flickr:DIR, vggss:FILE.json, is3:FILE.json, masks:DIR\n"
                + "  cure:     name the format before the path");
    assertThatThrownBy(() -> TruthFormat.open("x.json")).hasMessageContaining("no format before");
    assertThatThrownBy(() -> TruthFormat.open("vggss:" + folder.resolve("none.json")))
        .hasMessageContaining("nothing there")
        .hasMessageContaining("a file");
    assertThatThrownBy(() -> TruthFormat.open("flickr:" + GoldenTruth.FOLDER + "/PROVENANCE.md"))
        .hasMessageContaining("something else there")
        .hasMessageContaining("a folder");
  }
}
