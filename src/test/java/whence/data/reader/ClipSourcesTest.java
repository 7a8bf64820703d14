package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipSourcesTest {
  @TempDir Path temporary;
  private TestSet set;

  @BeforeEach
  void makeFolder() throws IOException {
    set = new TestSet(temporary).make();
  }

  @Test
  void aPictureOfIs3ShowsTheSourcesOfAllItsListedClips() throws IOException {
    set.clip("dog_banjo_7_dog");
    Path list =
        set.file(
            "is3.json",
            """
            [{"image": "dog_banjo_7_dog.jpg", "audio": "dog_banjo_7_dog.wav",
              "gt_box": [1, 2, 3, 4]},
             {"image": "dog_banjo_7_banjo.jpg", "audio": "dog_banjo_7_banjo.wav",
              "gt_box": [5, 6, 7, 8]}]
            """);
    ClipSources sources = set.open(DataSet.IS3, list, "").sources();
    assertThat(sources.sounding()).containsExactly(Set.of("dog"));
    assertThat(sources.visible())
        .as("that of a clip which is not there is seen all the same")
        .containsExactly(Set.of("dog", "banjo"));
  }

  @Test
  void theFramesOfAVideoHaveOneSound() throws IOException {
    set.frame("video_1");
    set.frame("video_2");
    set.sound("video", 5);
    Path list = set.file("ms3.csv", "video_id,split\nvideo,test\n");
    ClipSources sources = set.open(DataSet.AVSBENCH_MS3, list, "test").sources();
    assertThat(sources.sounding()).containsExactly(Set.of("video"), Set.of("video"));
    assertThat(sources.visible()).isEqualTo(sources.sounding());
  }

  @Test
  void aDuetHasTwoSources() throws IOException {
    set.clip("abc_000000");
    Path list = set.file("duet.json", "{\"videos\": {\"cello erhu\": [\"abc\"]}}");
    ClipSources duet = set.open(DataSet.MUSIC_DUET, list, "").sources();
    assertThat(duet.sounding()).containsExactly(Set.of("cello", "erhu"));
    assertThat(duet.visible()).containsExactly(Set.of("cello", "erhu"));
  }

  @Test
  void theStateOfASetIsThatOfItsFiles() throws IOException {
    set.clip("a");
    set.clip("b");
    ClipSet clips = set.open(DataSet.FOLDER, null, "");
    String before = clips.state();
    String frames = clips.framesState();
    assertThat(set.open(DataSet.FOLDER, null, "").state()).isEqualTo(before);
    set.sound("b", 7);
    assertThat(clips.state()).as("another sound").isNotEqualTo(before);
    assertThat(clips.framesState()).isEqualTo(frames);
    Files.setLastModifiedTime(set.folder().resolve("frames/a.jpg"), FileTime.fromMillis(1_000_000));
    assertThat(clips.framesState()).as("another frame").isNotEqualTo(frames);
    set.clip("c");
    assertThat(set.open(DataSet.FOLDER, null, "").framesState())
        .as("another clip")
        .isNotEqualTo(clips.framesState());
  }
}
