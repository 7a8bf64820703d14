package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static whence.data.reader.TestSet.RATE_HZ;
import static whence.data.reader.TestSet.secondOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whence.WhenceException;
import whence.data.reader.ManifestRow.SourceFile;
import whence.data.reader.ManifestRow.Taken;

class DataSetTest {
  @TempDir Path temporary;
  private TestSet set;

  @BeforeEach
  void makeFolder() throws IOException {
    set = new TestSet(temporary).make();
  }

  @Test
  void aFrameIsSquashedWholeAndTheSoundIsTakenAroundIt() throws IOException {
    set.clip("a");
    ClipSet clips = set.open(DataSet.FOLDER, null, "");
    var clip = clips.clip(0);
    assertThat(clip.id()).isEqualTo("a");
    assertThat(clip.frame().width()).isEqualTo(224);
    assertThat(clip.frame().height()).isEqualTo(224);
    // both halves of the wide frame are there
    assertThat(clip.frame().channel(10, 100, 0)).isCloseTo(200, within(8));
    assertThat(clip.frame().channel(213, 100, 0)).isCloseTo(20, within(8));
    // without a manifest: 2 s around the middle of 8 s
    assertThat(clip.sound().samples()).hasSize(2 * RATE_HZ);
    assertThat(secondOf(clip.sound().samples()[0])).isCloseTo(3, within(1e-3));
  }

  @Test
  void theManifestSaysWhereInItsSoundTheFrameIs() throws IOException {
    set.clip("a");
    set.clip("late");
    set.clip("unlisted");
    Map<String, ManifestRow> rows = new TreeMap<>();
    SourceFile source = new SourceFile("a.mp4", 1, "", "", 1);
    rows.put("a", ManifestRow.of("a", source, new Taken(60, 30, 12, 10, 18, RATE_HZ, -9)));
    rows.put("late", ManifestRow.of("late", source, new Taken(60, 30, 17.9, 10, 18, RATE_HZ, -9)));
    rows.put("gone", ManifestRow.of("gone", source, Rejection.SILENT, "nothing"));
    Manifest.write(new PreparedFolder(set.folder()).manifest(), rows);
    ClipSet clips = set.open(DataSet.FOLDER, null, "");
    assertThat(clips.ids()).containsExactly("a", "late");
    assertThat(secondOf(clips.sound(0).samples()[0])).isCloseTo(1, within(1e-3));
    // moved to lie inside
    assertThat(secondOf(clips.sound(1).samples()[0])).isCloseTo(6, within(1e-3));
  }

  @Test
  void aShortSoundIsRepeated() throws IOException {
    set.frame("short");
    set.sound("short", 1.5);
    float[] samples = set.open(DataSet.FOLDER, null, "").sound(0).samples();
    assertThat(samples).hasSize(2 * RATE_HZ);
    assertThat(secondOf(samples[RATE_HZ])).isCloseTo(1, within(1e-3));
    assertThat(secondOf(samples[(int) (1.75 * RATE_HZ)])).isCloseTo(0.25, within(1e-3));
  }

  /** Of every set which frame it takes, and why. */
  static Stream<Arguments> taken() {
    String avsBench = "frames 1 to 5, one a second, which have masks";
    String music = "every second that was prepared, its middle frame";
    return Stream.of(
        Arguments.of("folder", "the frame that was prepared", "for the network learned from"),
        Arguments.of("flickr", "the middle frame", "which the annotators saw"),
        Arguments.of("vggsound", "the frame at 5 s", "as VGG-SS annotates it"),
        Arguments.of("vggss", "the frame at 5 s", "on which its boxes were drawn"),
        Arguments.of("is3", "the synthesized picture", "the picture has no time"),
        Arguments.of("avsbench-s4", avsBench, "as the data set pairs them"),
        Arguments.of("avsbench-ms3", avsBench, "as the data set pairs them"),
        Arguments.of("music-solo", music, "as codes that use MUSIC cut it"),
        Arguments.of("music-duet", music, "as codes that use MUSIC cut it"));
  }

  @ParameterizedTest
  @MethodSource("taken")
  void everySetSaysWhichFrameAndHowManySecondsItTakesAndWhy(
      String label, String frame, String because) {
    DataSet named = DataSet.named(label);
    assertThat(named.label()).isEqualTo(label);
    assertThat(named.why(ClipReading.defaults()))
        .startsWith(frame)
        .containsPattern("[ ]2 s of (the )?sound")
        .contains(because);
    assertThat(named.why(ClipReading.defaults().withSoundSeconds(0.5))).contains(" 0.5 s of ");
    assertThat(taken()).hasSize(DataSet.values().length);
  }

  @Test
  void whatWasPreparedOtherwiseThanTheSetTakesIsSaid() throws IOException {
    Map<String, ManifestRow> rows = new TreeMap<>();
    SourceFile source = new SourceFile("a.mp4", 1, "", "", 1);
    rows.put("a", ManifestRow.of("a", source, new Taken(60, 30, 4.96, 0, 8, RATE_HZ, -9)));
    rows.put("b", ManifestRow.of("b", source, new Taken(60, 30, 30, 26, 34, RATE_HZ, -9)));
    rows.put("c", ManifestRow.of("c", source, new Taken(60, 30, 5, 2, 3.5, RATE_HZ, -9)));
    for (String id : rows.keySet()) {
      set.clip(id);
    }
    Manifest.write(new PreparedFolder(set.folder()).manifest(), rows);
    Path list =
        set.file(
            "vggss.json",
            """
            [{"file": "a", "class": "dog", "bbox": []},
             {"file": "b", "class": "dog", "bbox": []},
             {"file": "c", "class": "dog", "bbox": []}]
            """);
    String c = "c (frame at 5.00 s, sound from 2.00 to 3.50 s)";
    assertThat(set.open(DataSet.VGGSS, list, "").text())
        .contains(
            "\nas prepared: frames shown at 4.96 to 30.00 s of their videos, 1.50 to 8.00 s of sound"
                + " stored\n")
        .contains(
            "note: 1 of 3 clips have a frame of another time than vggss takes, such as b (frame at"
                + " 30.00 s, sound from 26.00 to 34.00 s)")
        .contains("note: 1 of 3 clips have a frame outside of the stored sound, such as " + c)
        .contains(
            "note: 1 of 3 clips have less than 2 s of sound, which is repeated, such as " + c);
    assertThat(set.open(DataSet.FOLDER, null, "").notes()).hasSize(2);
  }

  @Test
  void aSecondOfMusicHasItsFrameInItsMiddle() throws IOException {
    SourceFile source = new SourceFile("v.mp4", 1, "", "", 2);
    Map<String, ManifestRow> rows =
        Map.of(
            "v_000003",
            ManifestRow.of("v_000003", source, new Taken(60, 30, 3.48, 2.5, 4.5, RATE_HZ, -9)),
            "v_000009",
            ManifestRow.of("v_000009", source, new Taken(60, 30, 3.48, 2.5, 4.5, RATE_HZ, -9)));
    set.clip("v_000003");
    set.clip("v_000009");
    Manifest.write(new PreparedFolder(set.folder()).manifest(), rows);
    Path list = set.file("solo.json", "{\"videos\": {\"cello\": [\"v\"]}}");
    assertThat(set.open(DataSet.MUSIC_SOLO, list, "").notes())
        .anyMatch(note -> note.startsWith("1 of 2 clips have a frame of another time than music"))
        .noneMatch(note -> note.contains("such as v_000003"));
  }

  @Test
  void whatIsNotThereIsRefused() throws IOException {
    assertThatThrownBy(() -> DataSet.named("imagenet"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("'imagenet'")
        .hasMessageContaining("flickr, vggsound, vggss");
    Path nowhere = temporary.resolve("nowhere");
    assertThatThrownBy(() -> DataSet.FOLDER.open(nowhere, null, "", ClipReading.defaults()))
        .hasMessageContaining("nothing there");
    assertThatThrownBy(() -> set.open(DataSet.VGGSS, null, "")).hasMessageContaining("--list");
    Path list = set.file("list.txt", "none\n");
    assertThatThrownBy(() -> set.open(DataSet.FLICKR, list, ""))
        .hasMessageContaining("none of the 1 listed in " + list + ", such as none")
        .hasMessageContaining("prepare the videos first");
    Path outside = set.file("outside.txt", "../secret\n");
    assertThatThrownBy(() -> set.open(DataSet.FLICKR, outside, ""))
        .hasMessageContaining("Cannot take an id of a clip from " + outside)
        .hasMessageContaining("without path separators");
    Path empty = set.file("empty.txt", "# nothing\n");
    assertThatThrownBy(() -> set.open(DataSet.FLICKR, empty, "")).hasMessageContaining("no id");
    assertThatThrownBy(() -> set.open(DataSet.FLICKR, temporary.resolve("no.txt"), ""))
        .hasMessageContaining("Cannot read the list");
  }

  @Test
  void aCorruptFrameIsNamed() throws IOException {
    set.clip("a");
    Files.writeString(set.folder().resolve("frames/a.jpg"), "no picture");
    ClipSet clips = set.open(DataSet.FOLDER, null, "");
    assertThatThrownBy(() -> clips.frame(0)).hasMessageContaining("a.jpg");
  }

  @Test
  void absurdReadingsAreRefused() {
    assertThatThrownBy(() -> new ClipReading(8, 2, RATE_HZ))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("8 pixels, 2.0 s at 16000 Hz");
    assertThatThrownBy(() -> ClipReading.defaults().withSoundSeconds(Double.NaN))
        .hasMessageContaining("NaN s");
    assertThatThrownBy(() -> new ClipReading(224, 2, 1)).hasMessageContaining("at 1 Hz");
  }
}
