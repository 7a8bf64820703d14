package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static whence.data.reader.TestSet.secondOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import whence.WhenceException;
import whence.media.PictureCodec;

/** The lists of every data set, as its codes have them. */
class DataSetListsTest {
  @TempDir Path temporary;
  private TestSet set;

  @BeforeEach
  void makeFolder() throws IOException {
    set = new TestSet(temporary).make();
  }

  @Test
  void aFlickrListSaysWhatIsThereAndWhatIsOdd() throws IOException {
    set.clip("10000130166");
    set.clip("9992947874");
    Path list = set.file("test.csv", "10000130166\n123\n3908875357\n9992947874\n123\n");
    ClipSet clips = set.open(DataSet.FLICKR, list, "");
    assertThat(clips.ids()).containsExactly("10000130166", "9992947874");
    assertThat(clips.coverage().missing()).containsExactly("123", "3908875357");
    assertThat(clips.text())
        .startsWith("flickr: the middle frame")
        .contains("2 of 4 clips listed in " + list + "; 2 missing: 123, 3908875357")
        .contains("3908875357 is a misspelling of 3908875350")
        .contains("1 line of " + list + " repeats an id");
    assertThat(clips.soundClass(0)).isEmpty();
    assertThat(clips.kind()).isEqualTo(DataSet.FLICKR);
  }

  @Test
  void theListOf249IsKnown() throws IOException {
    StringBuilder ids = new StringBuilder();
    for (int i = 0; i < 249; i++) {
      ids.append(1000 + i).append('\n');
    }
    set.clip("1000");
    Path list = set.file("249.txt", ids.toString());
    assertThat(set.open(DataSet.FLICKR, list, "").notes())
        .containsExactly("the test list of 249 ids; lists of 250 have 3908875350 as well");
    Path longer = set.file("250.txt", ids + "3908875350\n");
    assertThat(set.open(DataSet.FLICKR, longer, "").notes()).isEmpty();
    assertThat(set.open(DataSet.FLICKR, longer, "").coverage().listed()).isEqualTo(250);
  }

  @Test
  void vggSoundHasItsClipsBySplitWithTheirLabels() throws IOException {
    set.clip("---g-f_I2yQ_000001");
    set.clip("abc_000120");
    Path list =
        set.file(
            "vggsound.csv",
            """
            ---g-f_I2yQ,1,people marching,test
            abc,120,"alligators, crocodiles hissing",test
            xyz,30,dog barking,train
            gone,7,dog barking,test
            abc,120,dog barking,test
            abc,120,dog barking,test
            """);
    ClipSet clips = set.open(DataSet.VGGSOUND, list, "test");
    assertThat(clips.notes()).containsExactly("listed again, the first row counts: abc_000120");
    assertThat(clips.ids()).containsExactly("---g-f_I2yQ_000001", "abc_000120");
    assertThat(clips.soundClass(1)).contains("alligators, crocodiles hissing");
    assertThat(clips.coverage().missing()).containsExactly("gone_000007");
    assertThatThrownBy(() -> set.open(DataSet.VGGSOUND, list, "val"))
        .hasMessageContaining("no clip of the split 'val'")
        .hasMessageContaining("[test, train]");
    assertThatThrownBy(() -> set.open(DataSet.VGGSOUND, list, "")).hasMessageContaining("--split");
    Path broken = set.file("broken.csv", "abc,\"1,dog,test\n");
    assertThatThrownBy(() -> set.open(DataSet.VGGSOUND, broken, "test"))
        .hasMessageContaining("a quote that is not closed in line 1");
    Path cutShort = set.file("short.csv", "abc,1,dog\n");
    assertThatThrownBy(() -> set.open(DataSet.VGGSOUND, cutShort, "test"))
        .hasMessageContaining("a line of 3 fields");
    Path wordy = set.file("wordy.csv", "abc,one,dog,test\n");
    assertThatThrownBy(() -> set.open(DataSet.VGGSOUND, wordy, "test"))
        .hasMessageContaining("a start of 'one'");
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"VGGSOUND", "AVSBENCH_S4", "AVSBENCH_MS3"})
  void aSplitIsRefusedWhereListsHaveNone(DataSet kind) throws IOException {
    set.clip("abc_000120");
    Path list = set.file("list.txt", "abc_000120\n");
    assertThatThrownBy(() -> set.open(kind, list, "test"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot open " + kind.label() + ":" + set.folder())
        .hasMessageContaining("the split 'test'")
        .hasMessageContaining("no split: lists of " + kind.label() + " have none")
        .hasMessageContaining("leave --split out");
  }

  @Test
  void vggSsHasItsClipsFromItsAnnotations() throws IOException {
    set.clip("abc_000120");
    Path list =
        set.file(
            "vggss.json",
            """
            [{"file": "abc_000120", "class": "dog barking", "bbox": [[0.1, 0.2, 0.5, 0.6]]},
             {"file": "gone_000001", "class": "cat purring", "bbox": []},
             {"file": "abc_000120", "class": "cat purring", "bbox": []}]
            """);
    ClipSet clips = set.open(DataSet.VGGSS, list, "");
    assertThat(clips.notes()).containsExactly("listed again, the first row counts: abc_000120");
    assertThat(clips.ids()).containsExactly("abc_000120");
    assertThat(clips.soundClass(0)).contains("dog barking");
    assertThat(clips.coverage().text()).contains("1 of 2 clips");
    Path cut = set.file("cut.json", "[{\"file\": \"abc_000120\", ");
    assertThatThrownBy(() -> set.open(DataSet.VGGSS, cut, "")).isInstanceOf(WhenceException.class);
  }

  @Test
  void is3PairsEachPictureWithTheSoundItNames() throws IOException {
    set.frame("dog_banjo_7_dog");
    set.frame("dog_banjo_7_banjo");
    set.sound("dog_banjo_7_dog", 4);
    set.sound("dog_banjo_7_banjo", 4);
    Path list =
        set.file(
            "is3.json",
            """
            [{"image": "images/dog_banjo_7_dog.jpg", "audio": "audio/dog_banjo_7_dog.wav",
              "gt_box": [1, 2, 3, 4]},
             {"image": "images/dog_banjo_7_banjo.jpg", "audio": "audio/dog_banjo_7_banjo.wav",
              "gt_box": [5, 6, 7, 8]},
             {"image": "images/cat_car_8_cat.jpg", "audio": "audio/cat_car_8_cat.wav",
              "gt_box": [5, 6, 7, 8]},
             {"image": "images/cat_car_8_cat.jpg", "audio": "audio/cat_car_8_cat.wav",
              "gt_box": [5, 6, 7, 8]}]
            """);
    ClipSet clips = set.open(DataSet.IS3, list, "");
    assertThat(clips.coverage().listed()).isEqualTo(3);
    assertThat(clips.notes()).containsExactly("listed again, the first row counts: cat_car_8_cat");
    assertThat(clips.ids()).containsExactly("dog_banjo_7_dog", "dog_banjo_7_banjo");
    assertThat(clips.soundClass(1)).contains("banjo");
    assertThat(clips.coverage().missing()).containsExactly("cat_car_8_cat");
  }

  @Test
  void avsBenchHasFiveFramesOfOneSound() throws IOException {
    for (int k = 1; k <= 4; k++) {
      Files.write(
          set.folder().resolve("frames/video_" + k + ".png"),
          PictureCodec.png(TestSet.picture(40, 20)));
    }
    set.sound("video", 5);
    Path list =
        set.file(
            "s4.csv", "name,category,split\nvideo,dog,test\nother,cat,train\nvideo,cat,test\n");
    ClipSet clips = set.open(DataSet.AVSBENCH_S4, list, "test");
    assertThat(clips.ids()).containsExactly("video_1", "video_2", "video_3", "video_4");
    assertThat(clips.soundClass(0)).contains("dog");
    assertThat(clips.coverage().missing()).containsExactly("video_5");
    assertThat(clips.notes())
        .containsExactly(
            "listed again, the first row counts: video_1, video_2, video_3, video_4, video_5");
    // second 3 is from 2 to 3: around 2.5, from 1.5; second 1 is moved to lie inside
    assertThat(secondOf(clips.sound(2).samples()[0])).isCloseTo(1.5, within(1e-3));
    assertThat(secondOf(clips.sound(0).samples()[0])).isCloseTo(0, within(1e-3));
    Path several = set.file("ms3.csv", "video_id,split\nvideo,test\n");
    assertThat(set.open(DataSet.AVSBENCH_MS3, several, "test").soundClass(0)).isEmpty();
    Path strange = set.file("strange.csv", "clip,split\nvideo,test\n");
    assertThatThrownBy(() -> set.open(DataSet.AVSBENCH_S4, strange, "test"))
        .hasMessageContaining("a column called name or video_id");
  }

  @Test
  void musicListsVideosAndHasTheirSeconds() throws IOException {
    set.clip("abc_000000");
    set.clip("abc_000001");
    set.clip("xyz_000004");
    set.frame("xyz_000005"); // without its sound
    ManifestRow.SourceFile source = new ManifestRow.SourceFile("abc.mp4", 1, "", "", 3);
    Manifest.write(
        new PreparedFolder(set.folder()).manifest(),
        Map.of(
            "abc_000002", ManifestRow.of("abc_000002", source, Rejection.SILENT, "-90 dB"),
            "mute", ManifestRow.of("mute", source, Rejection.NO_SOUND, "only pictures")));
    Path solo =
        set.file(
            "solo.json",
            """
            {"videos": {"cello": ["abc", "gone"], "flute": ["xyz", "mute"], "tuba": ["abc"]}}
            """);
    ClipSet clips = set.open(DataSet.MUSIC_SOLO, solo, "");
    assertThat(clips.ids()).containsExactly("abc_000000", "abc_000001", "xyz_000004");
    assertThat(clips.soundClass(0)).as("the first row counts").contains("cello");
    assertThat(clips.soundClass(2)).contains("flute");
    assertThat(clips.text())
        .contains("2 of 4 videos listed in " + solo + "; 2 missing: gone, mute\n")
        .contains("note: listed again, the first row counts: abc")
        .contains("note: 3 clips, of 5 seconds looked at; not there: abc_000002, xyz_000005");
    Path coverage = temporary.resolve("coverage.json");
    clips.coverage().write(coverage);
    assertThat(coverage).content().contains("\"unit\" : \"videos\"", "\"listed\" : 4", "\"mute\"");
  }

  @Test
  void duetsHaveTwoInstrumentsAndBadListsOfMusicAreRefused() throws IOException {
    set.clip("abc_000000");
    Path duet = set.file("duet.json", "{\"videos\": {\"cello flute\": [\"abc\"]}}");
    assertThat(set.open(DataSet.MUSIC_DUET, duet, "").soundClass(0)).contains("cello flute");
    Path none = set.file("none.json", "{\"clips\": {}}");
    assertThatThrownBy(() -> set.open(DataSet.MUSIC_SOLO, none, ""))
        .hasMessageContaining("no object under 'videos'");
    Path cut = set.file("cut.json", "{\"videos\": ");
    assertThatThrownBy(() -> set.open(DataSet.MUSIC_SOLO, cut, ""))
        .hasMessageContaining("Cannot read the list " + cut);
  }

  @Test
  void everyMissingIdIsTold() throws IOException {
    set.clip("there");
    StringBuilder ids = new StringBuilder("there\n");
    for (int i = 0; i < 12; i++) {
      ids.append("gone").append(i).append('\n');
    }
    ClipSet clips = set.open(DataSet.FOLDER, set.file("ids.txt", ids.toString()), "");
    assertThat(clips.coverage().text())
        .contains("1 of 13 clips", "12 missing: gone0, gone1,")
        .endsWith("gone10, gone11");
  }
}
