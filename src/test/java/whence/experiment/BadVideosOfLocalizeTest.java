package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import whence.WhenceException;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.TestAvi;
import whence.media.TestClip;
import whence.media.TestNames;

/** Videos as they come: the sound of each is followed to its end, or it is refused with a cure. */
class BadVideosOfLocalizeTest {
  private static final ExperimentListener NOBODY = new ExperimentListener() {};

  @TempDir Path folder;
  private Sources sources;

  @BeforeEach
  void makeWeights() {
    sources = TinyModel.sources(folder);
  }

  private LocalizedVideo localize(Path video) throws InterruptedException {
    return localize(video, VideoListener.NONE);
  }

  private LocalizedVideo localize(Path video, VideoListener listener) throws InterruptedException {
    try (TrainedModel model = TinyModel.of(sources, 400, -9)) {
      return VideoLocalization.of(
          video, model, sources, SlidingSettings.defaults(), NOBODY, listener);
    }
  }

  /** Name, clip, and width, height and length in seconds as they are to be found. */
  static Stream<Arguments> strange() {
    TestClip plain = TestClip.plain().withSeconds(3);
    TestClip.Sound eight =
        new TestClip.Sound(avcodec.AV_CODEC_ID_PCM_U8, avutil.AV_SAMPLE_FMT_U8, 1, 8_000, 0.5);
    TestClip.Sound surround =
        new TestClip.Sound(avcodec.AV_CODEC_ID_AAC, avutil.AV_SAMPLE_FMT_FLTP, 6, 48_000, 0.5);
    return Stream.of(
        Arguments.of("phone.mp4", plain.withRotation(90), 48, 64, 3),
        Arguments.of("upside down.mp4", plain.withRotation(180), 64, 48, 3),
        Arguments.of("eight.avi", plain.withSound(eight), 64, 48, 3),
        Arguments.of("surround.mp4", plain.withSound(surround), 64, 48, 3),
        Arguments.of(TestNames.accented("Größe, été & \"x\" 1.mp4"), plain, 64, 48, 3));
  }

  @ParameterizedTest
  @MethodSource("strange")
  void strangeVideosAreFollowed(String name, TestClip clip, int width, int height, double seconds)
      throws Exception {
    // the program that makes the clips cannot write every name
    Path made = clip.write(folder.resolve("made" + name.substring(name.lastIndexOf('.'))));
    LocalizedVideo video = localize(Files.move(made, folder.resolve(name)));
    assertThat(video.width()).isEqualTo(width);
    assertThat(video.height()).isEqualTo(height);
    assertFollowed(video, seconds);
  }

  @Test
  void oddSidesAreKept() throws Exception {
    LocalizedVideo video = localize(TestAvi.write(folder.resolve("odd.avi"), 67, 51, 25, 3));
    assertThat(video.width()).isEqualTo(67);
    assertThat(video.height()).isEqualTo(51);
    assertFollowed(video, 3);
  }

  /** A moment every 0.2 s up to the end, each with its sound and a peak inside of the frame. */
  private static void assertFollowed(LocalizedVideo video, double seconds) {
    assertThat(video.lengthSeconds()).isCloseTo(seconds, within(0.3));
    assertThat(video.count(State.SILENT)).isZero();
    for (Moment moment : video.moments()) {
      assertThat(moment.loudnessDb()).isBetween(-12.0, -8.0);
    }
    for (String line : video.csv().lines().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      assertThat(Double.parseDouble(cells[2])).isBetween(0.0, (double) video.width());
      assertThat(Double.parseDouble(cells[3])).isBetween(0.0, (double) video.height());
    }
  }

  @Test
  void momentsGoByTimeAndNotByFrames() throws Exception {
    // 2 s of 25 frames a second, then 4 s of 12.5
    Path file =
        TestClip.plain()
            .withStamps(i -> i < 50 ? i * 40_000L : 2_000_000L + (i - 50) * 80_000L)
            .write(folder.resolve("variable.mkv"));
    LocalizedVideo video = localize(file);
    assertThat(video.lengthSeconds()).isCloseTo(6, within(0.3));
    for (int k = 0; k < video.size(); k++) {
      assertThat(video.moments().get(k).seconds()).isCloseTo(0.2 * k, within(1e-9));
    }
  }

  /** Files that give nothing, and what is said of them. */
  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("empty.mp4", new byte[0], "an empty file"),
        Arguments.of("zeros.mp4", new byte[50_000], "Invalid data"),
        Arguments.of(
            "text.mp4", "no video, \"really\"".getBytes(StandardCharsets.UTF_8), "Invalid data"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatIsNoVideoIsRefused(String name, byte[] bytes, String got) throws Exception {
    Path file = Files.write(folder.resolve(name), bytes);
    assertRefused(file, got);
  }

  @Test
  void aVideoDamagedInTheMiddleIsRefused() throws Exception {
    Path whole = TestClip.plain().withSize(320, 240).write(folder.resolve("whole.mp4"));
    assertRefused(damaged(whole), "fetch it again");
    Path cut = Files.copy(whole, folder.resolve("cut.mp4"));
    byte[] bytes = Files.readAllBytes(whole);
    assertRefused(Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2)), "Invalid data");
  }

  /** Bytes of uncompressed sound are never wrong, and FFmpeg goes on over lost pictures. */
  @Test
  void damageInThePicturesAloneIsPassedOver() throws Exception {
    TestClip.Sound plain =
        new TestClip.Sound(avcodec.AV_CODEC_ID_PCM_S16LE, avutil.AV_SAMPLE_FMT_S16, 1, 8_000, 0.5);
    Path whole =
        TestClip.plain().withSize(320, 240).withSound(plain).write(folder.resolve("whole.avi"));
    LocalizedVideo video = localize(damaged(whole));
    assertThat(video.lengthSeconds()).isCloseTo(4, within(0.3));
    assertThat(video.count(State.SILENT)).isZero();
  }

  private static Path damaged(Path whole) throws Exception {
    byte[] bytes = Files.readAllBytes(whole);
    Arrays.fill(bytes, bytes.length / 3, 2 * bytes.length / 3, (byte) 0x55);
    return Files.write(whole.resolveSibling("damaged-" + whole.getFileName()), bytes);
  }

  private void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> localize(file))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll("got:", "expected:", "cure:")
        .hasMessageContaining(words);
  }

  @Test
  void ultraHighDefinitionTakesBoundedMemory() throws Exception {
    TestClip wide = TestClip.plain().withSize(3840, 2160).withRate(10).withSeconds(6);
    Path file = wide.write(folder.resolve("wide.mp4"));
    localize(TestClip.plain().withSeconds(1).write(folder.resolve("first.mp4")));
    System.gc();
    long before = Pointer.physicalBytes();
    AtomicLong most = new AtomicLong();
    VideoListener watch =
        (part, done, all) -> most.accumulateAndGet(Pointer.physicalBytes(), Math::max);
    LocalizedVideo video = localize(file, watch);
    assertThat(video.width()).isEqualTo(1280);
    assertThat(video.height()).isEqualTo(720);
    assertFollowed(video, 6);
    // 60 frames would take 1.5 GB; one is held, a decoder keeps a few, the rest waits for the
    // garbage collector
    assertThat(most.get() - before).isLessThan(800L << 20);
  }
}
