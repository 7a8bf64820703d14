package whence.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.reader.PreparedFolder;
import whence.media.TestClip;

/** What is refused, each before anything in the folder is changed. */
class PrepareRefusalsTest {
  private static final ParallelWork.Listener NOBODY = (done, total) -> {};

  @TempDir Path folder;
  private Path videos;
  private Path to;

  @BeforeEach
  void makeFolders() throws IOException {
    videos = Files.createDirectories(folder.resolve("videos"));
    to = folder.resolve("clips");
  }

  private PrepareReport prepare() {
    return new PrepareJob(videos, to, PrepareSettings.defaults(), null).run(2, NOBODY);
  }

  private void makeThree() throws Exception {
    TestClip.plain().write(videos.resolve("-one.mp4"));
    Files.createDirectories(videos.resolve("more"));
    TestClip.plain().withSeconds(6).write(videos.resolve("more/two.mov"));
    TestClip.plain().withSeconds(5).write(videos.resolve("three.mp4"));
  }

  @Test
  void anotherVideoOfTheSameNameNeverTakesItsPlace() throws Exception {
    makeThree();
    prepare();
    Path others = Files.createDirectories(folder.resolve("others"));
    TestClip.plain().write(others.resolve("two.mp4"));
    PrepareJob job = new PrepareJob(others, to, PrepareSettings.defaults(), null);
    assertThatThrownBy(() -> job.run(1, NOBODY))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("clips of that id, cut from more/two.mov")
        .hasMessageContaining("no clip takes the place of another");
    TestClip.plain().write(videos.resolve("two.webm.mp4"));
    Files.move(videos.resolve("two.webm.mp4"), videos.resolve("two.mp4"));
    assertThatThrownBy(this::prepare).hasMessageContaining("two videos called two");
  }

  @Test
  void aFolderOfOtherSettingsIsRefused() throws Exception {
    makeThree();
    prepare();
    PrepareSettings other = PrepareSettings.defaults().withSoundSeconds(4);
    assertThatThrownBy(() -> new PrepareJob(videos, to, other, null).run(1, NOBODY))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("settings.soundSeconds was 10.0, now 4.0")
        .hasMessageContaining("choose another folder");
    Files.writeString(new PreparedFolder(to).settings(), "{");
    assertThatThrownBy(this::prepare).hasMessageContaining("a damaged prepared.json");
  }

  @Test
  void aFolderThatCannotBeWrittenIsRefused() throws Exception {
    makeThree();
    to = Files.writeString(folder.resolve("a-file"), "in the way").resolve("clips");
    assertThatThrownBy(this::prepare)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot prepare clips into " + to)
        .hasMessageContaining("correct its permissions or choose another folder");
  }

  @Test
  void twoProgramsDoNotShareAFolder() throws Exception {
    makeThree();
    PreparedFolder clips = new PreparedFolder(to);
    try (Journal held = Journal.open(clips)) {
      assertThatThrownBy(this::prepare).hasMessageContaining("another program at work there");
      assertThat(held.rows()).isEmpty();
    }
    assertThat(prepare().made()).isEqualTo(3);
  }

  @Test
  void aManifestThatIsNoneIsRefused() throws Exception {
    makeThree();
    prepare();
    PreparedFolder clips = new PreparedFolder(to);
    String text = Files.readString(clips.manifest());
    Files.writeString(clips.manifest(), "{\"id\":3}\n" + text);
    assertThatThrownBy(this::prepare)
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the manifest " + clips.manifest() + ", line 1")
        .hasMessageContaining("delete the file and prepare the folder again");
  }

  @Test
  void noVideoAndNoThreadAreRefused() {
    assertThatThrownBy(this::prepare).hasMessageContaining("no video");
    videos = folder.resolve("nowhere");
    assertThatThrownBy(this::prepare).hasMessageContaining("nothing there");
    PrepareJob job = new PrepareJob(videos, to, PrepareSettings.defaults(), null);
    assertThatThrownBy(() -> job.run(0, NOBODY)).hasMessageContaining("0 threads");
  }
}
