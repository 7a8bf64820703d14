package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

class DataSetTest {
  private static final int RATE_HZ = 16_000;

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = temporary.resolve("set");
    Files.createDirectories(folder.resolve("frames"));
    Files.createDirectories(folder.resolve("audio"));
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }

  private void frame(String id) throws IOException {
    Files.write(folder.resolve("frames/" + id + ".jpg"), PictureCodec.jpeg(picture(60, 30), 95));
  }

  private static Picture picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % width < width / 2 ? 200 : 20);
    }
    return Picture.opaque(width, height, rgb);
  }

  /** A sound whose sample at second t is t / 10. */
  private void sound(String id, double seconds) throws IOException {
    float[] samples = new float[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i / (10f * RATE_HZ);
    }
    Files.write(
        folder.resolve("audio/" + id + ".wav"), SoundCodec.wav(new Waveform(samples, RATE_HZ)));
  }

  private void clip(String id) throws IOException {
    frame(id);
    sound(id, 8);
  }

  private static double secondOf(float sample) {
    return 10 * sample;
  }

  private ClipSet open(DataSet set, Path list, String split) {
    return set.open(folder, list, split, ClipReading.defaults());
  }

  @Test
  void aFlickrListSaysWhatIsThereAndWhatIsOdd() throws IOException {
    clip("10000130166");
    clip("9992947874");
    Path list = file("test.csv", "10000130166\n123\n3908875357\n9992947874\n123\n");
    ClipSet set = open(DataSet.FLICKR, list, "");
    assertThat(set.ids()).containsExactly("10000130166", "9992947874");
    assertThat(set.coverage().missing()).containsExactly("123", "3908875357");
    assertThat(set.text())
        .startsWith("flickr: the middle frame")
        .contains("2 of 4 clips listed in " + list + "; 2 missing: 123, 3908875357")
        .contains("3908875357 is a misspelling of 3908875350")
        .contains("1 lines of " + list + " repeat an id");
    assertThat(set.soundClass(0)).isEmpty();
    assertThat(set.kind()).isEqualTo(DataSet.FLICKR);
  }

  @Test
  void theListOf249IsKnown() throws IOException {
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < 249; i++) {
      ids.append(1000 + i).append('\n');
    }
    clip("1000");
    Path list = file("249.txt", ids.toString());
    assertThat(open(DataSet.FLICKR, list, "").notes())
        .containsExactly("the test list of 249 ids; lists of 250 have 3908875350 as well");
    Path longer = file("250.txt", ids + "3908875350\n");
    assertThat(open(DataSet.FLICKR, longer, "").notes()).isEmpty();
    assertThat(open(DataSet.FLICKR, longer, "").coverage().listed()).isEqualTo(250);
  }

  @Test
  void aFrameIsSquashedWholeAndTheSoundIsTakenAroundIt() throws IOException {
    clip("a");
    ClipSet set = open(DataSet.FOLDER, null, "");
    var clip = set.clip(0);
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
    clip("a");
    clip("late");
    clip("unlisted");
    Map<String, ManifestRow> rows = new TreeMap<>();
    SourceFile source = new SourceFile("a.mp4", 1, "", "", 1);
    rows.put("a", ManifestRow.of("a", source, new Taken(60, 30, 12, 10, 18, RATE_HZ, -9)));
    rows.put("late", ManifestRow.of("late", source, new Taken(60, 30, 17.9, 10, 18, RATE_HZ, -9)));
    rows.put("gone", ManifestRow.of("gone", source, Rejection.SILENT, "nothing"));
    Manifest.write(new PreparedFolder(folder).manifest(), rows);
    ClipSet set = open(DataSet.FOLDER, null, "");
    assertThat(set.ids()).containsExactly("a", "late");
    assertThat(secondOf(set.sound(0).samples()[0])).isCloseTo(1, within(1e-3));
    // moved to lie inside
    assertThat(secondOf(set.sound(1).samples()[0])).isCloseTo(6, within(1e-3));
  }

  @Test
  void aShortSoundIsRepeated() throws IOException {
    frame("short");
    sound("short", 1.5);
    float[] samples = open(DataSet.FOLDER, null, "").sound(0).samples();
    assertThat(samples).hasSize(2 * RATE_HZ);
    assertThat(secondOf(samples[RATE_HZ])).isCloseTo(1, within(1e-3));
    assertThat(secondOf(samples[(int) (1.75 * RATE_HZ)])).isCloseTo(0.25, within(1e-3));
  }

  @Test
  void vggSoundHasItsClipsBySplitWithTheirLabels() throws IOException {
    clip("---g-f_I2yQ_000001");
    clip("abc_000120");
    Path list =
        file(
            "vggsound.csv",
            """
            ---g-f_I2yQ,1,people marching,test
            abc,120,"alligators, crocodiles hissing",test
            xyz,30,dog barking,train
            gone,7,dog barking,test
            """);
    ClipSet set = open(DataSet.VGGSOUND, list, "test");
    assertThat(set.ids()).containsExactly("---g-f_I2yQ_000001", "abc_000120");
    assertThat(set.soundClass(1)).contains("alligators, crocodiles hissing");
    assertThat(set.coverage().missing()).containsExactly("gone_000007");
    assertThatThrownBy(() -> open(DataSet.VGGSOUND, list, "val"))
        .hasMessageContaining("no clip of the split 'val'")
        .hasMessageContaining("[test, train]");
    assertThatThrownBy(() -> open(DataSet.VGGSOUND, list, "")).hasMessageContaining("--split");
    Path broken = file("broken.csv", "abc,\"1,dog,test\n");
    assertThatThrownBy(() -> open(DataSet.VGGSOUND, broken, "test"))
        .hasMessageContaining("a quote that is not closed in line 1");
    Path cutShort = file("short.csv", "abc,1,dog\n");
    assertThatThrownBy(() -> open(DataSet.VGGSOUND, cutShort, "test"))
        .hasMessageContaining("a line of 3 fields");
    Path wordy = file("wordy.csv", "abc,one,dog,test\n");
    assertThatThrownBy(() -> open(DataSet.VGGSOUND, wordy, "test"))
        .hasMessageContaining("a start of 'one'");
  }

  @Test
  void vggSsHasItsClipsFromItsAnnotations() throws IOException {
    clip("abc_000120");
    Path list =
        file(
            "vggss.json",
            """
            [{"file": "abc_000120", "class": "dog barking", "bbox": [[0.1, 0.2, 0.5, 0.6]]},
             {"file": "gone_000001", "class": "cat purring", "bbox": []}]
            """);
    ClipSet set = open(DataSet.VGGSS, list, "");
    assertThat(set.ids()).containsExactly("abc_000120");
    assertThat(set.soundClass(0)).contains("dog barking");
    assertThat(set.coverage().text()).contains("1 of 2 clips");
    Path cut = file("cut.json", "[{\"file\": \"abc_000120\", ");
    assertThatThrownBy(() -> open(DataSet.VGGSS, cut, "")).isInstanceOf(WhenceException.class);
  }

  @Test
  void is3PairsEachPictureWithTheSoundItNames() throws IOException {
    frame("dog_banjo_7_dog");
    frame("dog_banjo_7_banjo");
    sound("dog_banjo_7_dog", 4);
    sound("dog_banjo_7_banjo", 4);
    Path list =
        file(
            "is3.json",
            """
            [{"image": "images/dog_banjo_7_dog.jpg", "audio": "audio/dog_banjo_7_dog.wav",
              "gt_box": [1, 2, 3, 4]},
             {"image": "images/dog_banjo_7_banjo.jpg", "audio": "audio/dog_banjo_7_banjo.wav",
              "gt_box": [5, 6, 7, 8]},
             {"image": "images/cat_car_8_cat.jpg", "audio": "audio/cat_car_8_cat.wav",
              "gt_box": [5, 6, 7, 8]}]
            """);
    ClipSet set = open(DataSet.IS3, list, "");
    assertThat(set.ids()).containsExactly("dog_banjo_7_dog", "dog_banjo_7_banjo");
    assertThat(set.soundClass(1)).contains("banjo");
    assertThat(set.coverage().missing()).containsExactly("cat_car_8_cat");
  }

  @Test
  void avsBenchHasFiveFramesOfOneSound() throws IOException {
    for (int k = 1; k <= 4; k++) {
      Files.write(folder.resolve("frames/video_" + k + ".png"), PictureCodec.png(picture(40, 20)));
    }
    sound("video", 5);
    Path list = file("s4.csv", "name,category,split\nvideo,dog,test\nother,cat,train\n");
    ClipSet set = open(DataSet.AVSBENCH_S4, list, "test");
    assertThat(set.ids()).containsExactly("video_1", "video_2", "video_3", "video_4");
    assertThat(set.soundClass(0)).contains("dog");
    assertThat(set.coverage().missing()).containsExactly("video_5");
    // second 3 is from 2 to 3: around 2.5, from 1.5; second 1 is moved to lie inside
    assertThat(secondOf(set.sound(2).samples()[0])).isCloseTo(1.5, within(1e-3));
    assertThat(secondOf(set.sound(0).samples()[0])).isCloseTo(0, within(1e-3));
    Path several = file("ms3.csv", "video_id,split\nvideo,test\n");
    assertThat(open(DataSet.AVSBENCH_MS3, several, "test").soundClass(0)).isEmpty();
    Path strange = file("strange.csv", "clip,split\nvideo,test\n");
    assertThatThrownBy(() -> open(DataSet.AVSBENCH_S4, strange, "test"))
        .hasMessageContaining("a column called name or video_id");
  }

  @Test
  void musicHasTheSecondsOfItsVideos() throws IOException {
    clip("abc_000000");
    clip("abc_000001");
    clip("xyz_000004");
    Path solo =
        file("solo.json", "{\"videos\": {\"cello\": [\"abc\", \"gone\"], \"flute\": [\"xyz\"]}}");
    ClipSet set = open(DataSet.MUSIC_SOLO, solo, "");
    assertThat(set.ids()).containsExactly("abc_000000", "abc_000001", "xyz_000004");
    assertThat(set.soundClass(2)).contains("flute");
    assertThat(set.coverage().missing()).containsExactly("gone");
    Path duet = file("duet.json", "{\"videos\": {\"cello flute\": [\"abc\"]}}");
    assertThat(open(DataSet.MUSIC_DUET, duet, "").soundClass(0)).contains("cello flute");
    Path none = file("none.json", "{\"clips\": {}}");
    assertThatThrownBy(() -> open(DataSet.MUSIC_SOLO, none, ""))
        .hasMessageContaining("no object under 'videos'");
    Path cut = file("cut.json", "{\"videos\": ");
    assertThatThrownBy(() -> open(DataSet.MUSIC_SOLO, cut, ""))
        .hasMessageContaining("Cannot read the list " + cut);
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
    assertThatThrownBy(() -> open(DataSet.VGGSS, null, "")).hasMessageContaining("--list");
    Path list = file("list.txt", "none\n");
    assertThatThrownBy(() -> open(DataSet.FLICKR, list, ""))
        .hasMessageContaining("0 of 1 clips listed in " + list + "; 1 missing: none")
        .hasMessageContaining("prepare the videos first");
    Path outside = file("outside.txt", "../secret\n");
    assertThatThrownBy(() -> open(DataSet.FLICKR, outside, ""))
        .hasMessageContaining("Cannot take an id of a clip from " + outside)
        .hasMessageContaining("without path separators");
    Path empty = file("empty.txt", "# nothing\n");
    assertThatThrownBy(() -> open(DataSet.FLICKR, empty, "")).hasMessageContaining("no id");
    assertThatThrownBy(() -> open(DataSet.FLICKR, temporary.resolve("no.txt"), ""))
        .hasMessageContaining("Cannot read the list");
  }

  @Test
  void aCorruptFrameIsNamed() throws IOException {
    clip("a");
    Files.writeString(folder.resolve("frames/a.jpg"), "no picture");
    ClipSet set = open(DataSet.FOLDER, null, "");
    assertThatThrownBy(() -> set.frame(0)).hasMessageContaining("a.jpg");
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
