package whence.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.reader.Manifest;
import whence.data.reader.PreparedFolder;
import whence.media.TestClip;

/** A long video of many clips, interrupted in its midst. */
class StoppedVideoTest {
  private static final ParallelWork.Listener NOBODY = (done, total) -> {};
  private static final int SECONDS = 100;

  @TempDir Path folder;

  @Test
  void itEndsBetweenTwoClipsWithoutRowsAndIsCutAnew() throws Exception {
    Path video = TestClip.plain().withSeconds(SECONDS).withRate(5).write(folder.resolve("v.mp4"));
    PreparedFolder clips = new PreparedFolder(folder.resolve("clips"));
    PrepareSettings each =
        PrepareSettings.defaults().withFrame(FrameChoice.every(1)).withSoundSeconds(2);
    PrepareJob job = new PrepareJob(video, clips.path(), each, null);
    Thread caller = Thread.currentThread();
    Thread stopper = new Thread(() -> interruptAfterTheFirst(caller, clips.sounds()));
    stopper.start();
    assertThatThrownBy(() -> job.run(1, NOBODY))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Preparing videos was interrupted")
        .hasMessageContaining("0 of 1 on disk");
    assertThat(Thread.interrupted()).isTrue();
    stopper.join();
    assertThat(Manifest.read(clips.manifest()).keySet()).isEmpty();
    assertThat(count(clips.sounds())).isBetween(1L, SECONDS - 1L);
    assertThat(job.run(2, NOBODY).made()).isEqualTo(SECONDS);
    assertThat(Manifest.read(clips.manifest()).keySet()).hasSize(SECONDS);
  }

  private static void interruptAfterTheFirst(Thread caller, Path sounds) {
    try {
      while (count(sounds) == 0) {
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    caller.interrupt();
  }

  private static long count(Path sounds) {
    try (Stream<Path> files = Files.list(sounds)) {
      return files.filter(file -> file.toString().endsWith(".wav")).count();
    } catch (IOException e) {
      return 0; // there is no such folder yet
    }
  }
}
