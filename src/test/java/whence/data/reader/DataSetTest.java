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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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

  @ParameterizedTest
  @EnumSource(DataSet.class)
  void everySetSaysWhatItTakesAndIsFoundByItsName(DataSet set) {
    assertThat(set.why()).contains("sound");
    assertThat(DataSet.named(set.label())).isEqualTo(set);
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
        .hasMessageContaining("0 of 1 clips listed in " + list + "; 1 missing: none")
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
