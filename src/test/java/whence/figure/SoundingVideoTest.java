package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.experiment.LocalizedVideo;
import whence.experiment.TinyModel;
import whence.experiment.VideoListener;
import whence.heatmap.HeatMap;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.Picture;
import whence.media.RandomAccessVideo;
import whence.media.TestAvi;
import whence.media.TestClip;
import whence.media.VideoReader;
import whence.media.Waveform;

class SoundingVideoTest {
  @TempDir Path folder;

  /** Four seconds; from 1 to 3 s a region at the left stands out. */
  private static LocalizedVideo found(Path file, int width, int height) {
    return found(file, width, height, 25, 4);
  }

  private static LocalizedVideo found(
      Path file, int width, int height, double rate, double seconds) {
    List<Moment> moments = new ArrayList<>();
    for (int k = 0; 0.2 * k < seconds - 1e-3; k++) {
      State state = k >= 5 && k < 15 ? State.FOUND : State.NOTHING_STANDS_OUT;
      moments.add(new Moment(0.2 * k, state, left(), 0.2, 0.9, 0.97, -9));
    }
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      Waveform sound = video.sound(0, seconds, 16_000);
      return new LocalizedVideo(
          file,
          width,
          height,
          rate,
          sound,
          moments,
          SlidingSettings.defaults(),
          TinyModel.card("none"),
          Map.of("sound", 1.0));
    }
  }

  /** High in the left third, low elsewhere. */
  private static HeatMap left() {
    float[] cells = new float[14 * 14];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i % 14 < 5 ? 0.9f : -0.1f;
    }
    return new HeatMap(14, 14, cells);
  }

  @Test
  void heatIsPaintedWhereAndWhenARegionStandsOut() throws Exception {
    Path file = TestClip.plain().withSize(320, 240).write(folder.resolve("a.mp4"));
    Path out = folder.resolve("new/out.mp4");
    List<Double> heard = new ArrayList<>();
    Map<String, Double> times =
        SoundingVideo.write(
            found(file, 320, 240), out, (part, seconds, length) -> heard.add(seconds));
    assertThat(times).containsOnlyKeys("sound", "frames", "painting", "writing");
    assertThat(heard).hasSize(100);
    try (RandomAccessVideo video = RandomAccessVideo.open(out)) {
      Picture before = video.frameAt(0.4, 2000).picture();
      assertThat(before.width()).isEqualTo(320 + SidePanel.WIDTH);
      assertThat(before.height()).isEqualTo(240);
      assertGrey(before, 50, 150);
      Picture during = video.frameAt(2, 2000).picture();
      assertThat(redOverBlue(during, 50, 150)).isGreaterThan(40);
      assertGrey(during, 250, 150);
      assertGrey(video.frameAt(3.6, 2000).picture(), 50, 150);
      assertThat(video.pictureSeconds()).isCloseTo(4, within(0.05));
      // the sound is the original one
      assertSame(video, file);
    }
    try (Stream<Path> left = Files.list(out.resolveSibling("."))) {
      assertThat(left).hasSize(1);
    }
  }

  /**
   * Sample by sample, from the start: encoded a second time the sound differs by a few per cent,
   * and an encoder's delay that was not taken back would show at once.
   */
  private static void assertSame(RandomAccessVideo painted, Path file) {
    try (RandomAccessVideo source = RandomAccessVideo.open(file)) {
      for (double[] stretch : new double[][] {{0, 0.1}, {1, 3}, {3.4, 3.9}}) {
        float[] own = source.sound(stretch[0], stretch[1], 16_000).samples();
        float[] heard = painted.sound(stretch[0], stretch[1], 16_000).samples();
        assertThat(heard).hasSameSizeAs(own);
        double power = 0;
        double difference = 0;
        for (int i = 0; i < own.length; i++) {
          power += own[i] * own[i];
          difference += Math.pow(heard[i] - own[i], 2);
        }
        assertThat(power / own.length).as("a tone of amplitude 0.5").isBetween(0.08, 0.13);
        assertThat(Math.sqrt(difference / power)).as("from " + stretch[0]).isLessThan(0.1);
      }
    }
  }

  private static void assertGrey(Picture picture, int x, int y) {
    assertThat(Math.abs(redOverBlue(picture, x, y))).isLessThan(12);
  }

  private static int redOverBlue(Picture picture, int x, int y) {
    return picture.channel(x, y, 0) - picture.channel(x, y, 2);
  }

  @Test
  void thePlayheadMovesOverTheSpectrogram() throws Exception {
    Path file = TestClip.plain().withSize(320, 240).write(folder.resolve("a.mp4"));
    Path out = folder.resolve("out.mp4");
    SoundingVideo.write(found(file, 320, 240), out, VideoListener.NONE);
    try (RandomAccessVideo video = RandomAccessVideo.open(out)) {
      int early = playhead(video.frameAt(0.5, 2000).picture());
      int late = playhead(video.frameAt(3.5, 2000).picture());
      // three of four seconds of a plot of 216 pixels
      assertThat(late - early).isBetween(150, 175);
    }
  }

  /** The column of the strip with the most white in the upper half. */
  private static int playhead(Picture picture) {
    int best = 0;
    long most = -1;
    for (int x = 320; x < picture.width(); x++) {
      long sum = 0;
      for (int y = 20; y < 120; y++) {
        sum += Math.min(picture.channel(x, y, 2), picture.channel(x, y, 1));
      }
      if (sum > most) {
        most = sum;
        best = x;
      }
    }
    return best;
  }

  /** The last of eleven moments stands for half a step. */
  @Test
  void theVideoEndsWhereItsSourceDoes() throws Exception {
    Path file = TestClip.plain().withSize(320, 240).withSeconds(2.2).write(folder.resolve("a.mp4"));
    Path out = folder.resolve("out.mp4");
    LocalizedVideo found = found(file, 320, 240, 25, 2.1);
    assertThat(found.size()).isEqualTo(11);
    assertThat(found.lengthSeconds()).isCloseTo(2.1, within(1e-3));
    SoundingVideo.write(found, out, VideoListener.NONE);
    try (RandomAccessVideo video = RandomAccessVideo.open(out)) {
      assertThat(video.pictureSeconds()).isCloseTo(2.12, within(0.01));
      int late = playhead(video.frameAt(2.01, 2000).picture());
      // of a plot of 216 pixels that begins 12 beside the picture
      assertThat(late - 320 - 12).isCloseTo((int) (216 * 2.0 / 2.1), within(3));
    }
  }

  @Test
  void smallOddAndLargeVideosGetAUsefulSize() throws Exception {
    int[][] cases = {{64, 48, 320, 240}, {323, 243, 322, 242}, {2048, 1536, 960, 720}};
    for (int[] size : cases) {
      Path file = TestAvi.write(folder.resolve(size[0] + ".avi"), size[0], size[1], 5, 4);
      Path out = folder.resolve("out-" + size[0] + ".mp4");
      SoundingVideo.write(found(file, size[0], size[1]), out, VideoListener.NONE);
      try (RandomAccessVideo video = RandomAccessVideo.open(out)) {
        Picture frame = video.frameAt(2, 4000).picture();
        assertThat(frame.width()).isEqualTo(size[2] + SidePanel.WIDTH);
        assertThat(frame.height()).isEqualTo(size[3]);
      }
    }
  }

  /** The last column and row are white: scaled they would be seen, cut they are not. */
  @Test
  void aFrameOnePixelTooLargeIsCutAndNotScaled() throws Exception {
    Path file = TestAvi.write(folder.resolve("odd.avi"), 323, 243, 5, 4);
    Path out = folder.resolve("out.mp4");
    SoundingVideo.write(found(file, 323, 243), out, VideoListener.NONE);
    try (RandomAccessVideo video = RandomAccessVideo.open(out)) {
      Picture frame = video.frameAt(2, 4000).picture();
      int grey = TestClip.grey(10);
      assertThat(frame.channel(319, 100, 1)).isBetween(grey - 30, grey + 30);
      assertThat(frame.channel(250, 241, 1)).isBetween(grey - 30, grey + 30);
    }
  }

  /** Matroska's stamps are whole milliseconds: 0, 33, 67, 100, before and after a frame's time. */
  @Test
  void everyFrameIsPaintedOnceWhereStampsAreRounded() throws Exception {
    TestClip.Sound pcm =
        new TestClip.Sound(avcodec.AV_CODEC_ID_PCM_S16LE, avutil.AV_SAMPLE_FMT_S16, 1, 16_000, 0.5);
    Path file =
        TestClip.exact().withRate(30).withSeconds(1).withSound(pcm).write(folder.resolve("a.mkv"));
    Path out = folder.resolve("out.mp4");
    SoundingVideo.write(found(file, 320, 240, 30, 1), out, VideoListener.NONE);
    try (VideoReader painted = VideoReader.open(out)) {
      for (int i = 0; i < 30; i++) {
        int grey = painted.next().picture().channel(250, 150, 1);
        assertThat(Math.round(grey / 8.0)).as("grey of frame %d", i).isEqualTo(i);
      }
      assertThat(painted.next()).isNull();
    }
  }

  @Test
  void anInterruptLeavesNothing() throws Exception {
    Path file = TestClip.plain().withSize(320, 240).write(folder.resolve("a.mp4"));
    Path out = folder.resolve("new/out.mp4");
    LocalizedVideo video = found(file, 320, 240);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SoundingVideo.write(video, out, VideoListener.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(out.getParent()).doesNotExist();
    VideoListener impatient = (part, done, all) -> Thread.currentThread().interrupt();
    assertThatThrownBy(() -> SoundingVideo.write(video, out, impatient))
        .isInstanceOf(InterruptedException.class);
    try (Stream<Path> left = Files.list(out.resolveSibling("."))) {
      assertThat(left).isEmpty();
    }
  }
}
