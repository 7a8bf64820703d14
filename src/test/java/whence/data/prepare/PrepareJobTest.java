package whence.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.fetch.Sha256;
import whence.data.reader.IdList;
import whence.data.reader.Manifest;
import whence.data.reader.ManifestRow;
import whence.data.reader.ManifestRow.Taken;
import whence.data.reader.PreparedFolder;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.TestClip;
import whence.media.Waveform;

class PrepareJobTest {
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
  void aVideoBecomesItsMiddleFrameAndTheSoundAroundIt() throws Exception {
    makeThree();
    PrepareReport report = prepare();
    assertThat(report.made()).isEqualTo(3);
    assertThat(report.rejected()).isEmpty();
    assertThat(report.clipsPerSecondAndThread()).isPositive();
    PreparedFolder clips = new PreparedFolder(to);
    Map<String, ManifestRow> rows = Manifest.read(clips.manifest());
    assertThat(rows.keySet()).containsExactly("-one", "three", "two");
    ManifestRow row = rows.get("two");
    assertThat(row.source().name()).isEqualTo("more/two.mov");
    assertThat(row.source().sha256()).isEqualTo(Sha256.of(videos.resolve("more/two.mov")));
    Taken taken = row.taken();
    assertThat(taken.frameSeconds()).isCloseTo(3, within(0.06));
    assertThat(taken.soundFromSeconds()).isZero();
    assertThat(taken.soundToSeconds()).isCloseTo(6, within(0.1));
    assertThat(taken.sampleRateHz()).isEqualTo(16_000);
    // a sine of amplitude 0.5
    assertThat(taken.loudnessDb()).isCloseTo(-9.03, within(0.3));
    Picture frame = PictureCodec.read(MediaSource.of(clips.frame("two")));
    assertThat(frame.width()).isEqualTo(64);
    assertThat(frame.channel(32, 40, 0)).isCloseTo(TestClip.grey(75), within(12));
    Waveform sound = SoundCodec.read(MediaSource.of(clips.audio("two")), 16_000);
    assertThat(sound.durationSeconds())
        .isCloseTo(taken.soundToSeconds() - taken.soundFromSeconds(), within(1e-4));
  }

  @Test
  void aPresetTakesTheFrameItNames() throws Exception {
    TestClip.plain().withSeconds(10).write(videos.resolve("clip.mp4"));
    new PrepareJob(videos, to, Preset.VGGSS.settings(), null).run(1, NOBODY);
    Taken taken = rows().get("clip").taken();
    assertThat(taken.frameSeconds()).isCloseTo(5, within(1e-3));
    PrepareSettings each = PrepareSettings.defaults().withFrame(FrameChoice.every(3));
    Path other = folder.resolve("other");
    new PrepareJob(videos, other, each.withSoundSeconds(2), null).run(1, NOBODY);
    Map<String, ManifestRow> rows = Manifest.read(new PreparedFolder(other).manifest());
    assertThat(rows.keySet()).containsExactly("clip_000000", "clip_000003", "clip_000006");
    Taken last = rows.get("clip_000006").taken();
    assertThat(last.frameSeconds()).isCloseTo(7.5, within(0.03));
    assertThat(last.soundFromSeconds()).isCloseTo(6.5, within(1e-6));
    assertThat(last.soundToSeconds()).isCloseTo(8.5, within(1e-3));
  }

  @Test
  void calledAgainItMakesNothingAndAnyThreadsGiveTheSameBytes() throws Exception {
    makeThree();
    prepare();
    Map<String, String> first = contents(to);
    PrepareReport again = prepare();
    assertThat(again.made()).isZero();
    assertThat(again.kept()).isEqualTo(3);
    assertThat(again.text()).contains("3 videos: 0 clips made, 3 kept");
    assertThat(contents(to)).isEqualTo(first);
    Path other = folder.resolve("other");
    new PrepareJob(videos, other, PrepareSettings.defaults(), null).run(1, NOBODY);
    assertThat(contents(other)).isEqualTo(first);
  }

  @Test
  void anInterruptedCallGoesOn() throws Exception {
    makeThree();
    prepare();
    Map<String, String> whole = contents(to);
    Path other = folder.resolve("other");
    PrepareJob job = new PrepareJob(videos, other, PrepareSettings.defaults(), null);
    Thread caller = Thread.currentThread();
    ParallelWork.Listener stopper =
        (done, total) -> {
          caller.interrupt();
          while (caller.getState() == Thread.State.WAITING) { // until it has heard of it
            Thread.onSpinWait();
          }
        };
    assertThatThrownBy(() -> job.run(1, stopper))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Preparing videos was interrupted")
        .hasMessageContaining("call it again: it goes on where it stopped")
        .hasRootCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
    PrepareReport rest = job.run(2, NOBODY);
    assertThat(rest.made()).isPositive().isLessThan(3);
    assertThat(rest.made() + rest.kept()).isEqualTo(3);
    assertThat(contents(other)).isEqualTo(whole);
  }

  @Test
  void whatAKilledProgramLeavesIsMended() throws Exception {
    makeThree();
    prepare();
    Map<String, String> whole = contents(to);
    PreparedFolder clips = new PreparedFolder(to);
    // killed while writing a frame, before its row; and while writing the row after it
    Map<String, ManifestRow> rows = new TreeMap<>(rows());
    ManifestRow lost = rows.remove("two");
    Manifest.write(clips.manifest(), rows);
    String line = Manifest.lines(List.of(lost));
    Files.writeString(
        clips.manifest(), line.substring(0, line.length() / 2), StandardOpenOption.APPEND);
    Files.delete(clips.audio("two"));
    Files.writeString(clips.frames().resolve(".two.jpg.1234.part"), "half a frame");
    // and a sound that was lost by other means
    Files.delete(clips.audio("three"));
    PrepareReport report = prepare();
    assertThat(report.made()).isEqualTo(2);
    assertThat(contents(to)).isEqualTo(whole);
  }

  @Test
  void aVideoThatChangedIsCutAgain() throws Exception {
    makeThree();
    prepare();
    TestClip.plain().silent().write(videos.resolve("three.mp4"));
    PrepareReport report = prepare();
    assertThat(report.kept()).isEqualTo(2);
    assertThat(report.text()).contains("rejected, silent: 1");
    assertThat(new PreparedFolder(to).frame("three")).doesNotExist();
  }

  @Test
  void aListSaysWhatIsMissing() throws Exception {
    makeThree();
    Path list = Files.writeString(folder.resolve("test.csv"), "two\ngone,dog\n\n# none\ntwo\n");
    IdList ids = IdList.read(list);
    assertThat(ids.repeated()).isEqualTo(1);
    PrepareReport report =
        new PrepareJob(videos, to, PrepareSettings.defaults(), ids).run(1, NOBODY);
    assertThat(report.coverage().listed()).isEqualTo(2);
    assertThat(report.coverage().missing()).containsExactly("gone");
    assertThat(report.text()).contains("1 of 2 videos listed in " + list + "; 1 missing: gone");
    assertThat(Files.readString(new PreparedFolder(to).coverage())).contains("\"gone\"");
    assertThat(rows().keySet()).containsExactly("two");
    IdList others = IdList.of("a list", List.of("nobody"));
    assertThatThrownBy(
            () -> new PrepareJob(videos, to, PrepareSettings.defaults(), others).run(1, NOBODY))
        .hasMessageContaining("no video of the ids in a list");
  }

  @Test
  void severalCallsFillOneFolder() throws Exception {
    Path first = Files.createDirectories(folder.resolve("first"));
    Path second = Files.createDirectories(folder.resolve("second"));
    TestClip.plain().write(first.resolve("one.mp4"));
    TestClip.plain().withSound(TestClip.Sound.NONE).write(first.resolve("mute.mp4"));
    TestClip.plain().write(second.resolve("two.mp4"));
    TestClip.plain().silent().write(second.resolve("silent.mp4"));
    IdList ids = IdList.of("a list", List.of("one", "two", "mute", "silent", "gone"));
    assertThat(part(first, to, ids).coverage().missing())
        .containsExactly("two", "mute", "silent", "gone");
    PrepareReport report = part(second, to, ids);
    assertThat(report.text())
        .contains("2 videos: 1 clips made, 0 kept", "rejected, silent: 1")
        .contains("2 of 5 videos listed in a list; 3 missing: mute, silent, gone")
        .doesNotContain("no audio stream");
    PreparedFolder clips = new PreparedFolder(to);
    assertThat(Files.readAllLines(clips.rejected()))
        .hasSize(3)
        .contains("mute,mute.mp4,no audio stream,only pictures")
        .anyMatch(line -> line.startsWith("silent,silent.mp4,silent,"));
    assertThat(clips.coverage()).content().contains("\"a list\"", "\"used\" : 2");

    Path other = folder.resolve("other");
    part(second, other, ids);
    part(first, other, ids);
    assertThat(contents(other)).as("in the other order").isEqualTo(contents(to));

    TestClip.plain().write(first.resolve("mute.mp4"));
    assertThat(part(first, to, null).coverage().missing()).isEmpty();
    assertThat(Files.readAllLines(clips.rejected())).hasSize(2).noneMatch(l -> l.contains("mute"));
    assertThat(clips.coverage()).content().contains("\"" + first + "\"", "\"used\" : 2");
  }

  private static PrepareReport part(Path videos, Path to, @Nullable IdList ids) {
    return new PrepareJob(videos, to, PrepareSettings.defaults(), ids).run(2, NOBODY);
  }

  private Map<String, ManifestRow> rows() {
    return Manifest.read(new PreparedFolder(to).manifest());
  }

  /** Every file's hash by its name. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Sha256.of(file));
      }
    }
    return all;
  }
}
