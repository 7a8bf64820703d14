package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
import whence.figure.SoundingVideo;
import whence.heatmap.Peak;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.PeakMemory;
import whence.media.RandomAccessVideo;
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
    return localize(video, VideoListener.NONE, -9);
  }

  private LocalizedVideo localize(Path video, VideoListener listener, float control)
      throws InterruptedException {
    try (TrainedModel model = TinyModel.of(sources, 400, control)) {
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

  /** 2 s of 25 frames a second, then 4 s of 12.5; the sound ends after 4 s. */
  @Test
  void momentsGoByTimeAndNotByFrames() throws Exception {
    TestClip lossless =
        TestClip.plain().withCodec(avcodec.AV_CODEC_ID_FFV1, avutil.AV_PIX_FMT_YUV420P);
    LocalizedVideo video =
        localize(
            lossless
                .withStamps(i -> i < 50 ? i * 40_000L : 2_000_000L + (i - 50) * 80_000L)
                .write(folder.resolve("variable.mkv")),
            VideoListener.NONE,
            9);
    assertThat(video.lengthSeconds()).isCloseTo(6, within(0.3));
    LocalizedVideo constant =
        localize(
            lossless
                .withSeconds(6)
                .withSoundUntil(4)
                .withShown(i -> i < 50 ? i : 50 + (i - 50) / 2)
                .write(folder.resolve("constant.mkv")));
    double byTime = 0;
    double byFrames = 0;
    for (int k = 11; k < 18; k++) {
      assertThat(video.moments().get(k).seconds()).isCloseTo(0.2 * k, within(1e-9));
      byTime += distance(video, k, constant, k);
      // frame 5 k, which a reading of 25 frames a second would take, is shown here
      byFrames += distance(video, k, constant, 2 * k - 10);
    }
    assertThat(byTime).isLessThan(0.01 * byFrames);
    assertThatFramesArePaintedByTime(video);
  }

  /** How far two maps are apart, in cosines. */
  private static double distance(LocalizedVideo one, int k, LocalizedVideo other, int l) {
    float[] a = one.moments().get(k).cells().values();
    float[] b = other.moments().get(l).cells().values();
    return IntStream.range(0, a.length).mapToDouble(u -> Math.abs(a[u] - b[u])).sum();
  }

  /** Nothing stands out, so what is painted is as grey as the frame shown then. */
  private void assertThatFramesArePaintedByTime(LocalizedVideo video) throws Exception {
    assertThat(video.count(State.FOUND)).isZero();
    Path out = folder.resolve("painted.mp4");
    SoundingVideo.write(video, out, VideoListener.NONE);
    try (RandomAccessVideo painted = RandomAccessVideo.open(out)) {
      for (double seconds : new double[] {2.65, 3.45, 3.85}) {
        int grey = painted.frameAt(seconds, 4000).picture().channel(100, 200, 1);
        int index = 50 + (int) ((seconds - 2) / 0.08);
        assertThat(grey).as("at " + seconds).isCloseTo(TestClip.grey(index), within(30));
      }
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

  /**
   * Of 60 frames of 1280 x 720 pixels, as they are looked at and painted, the heap would hold 166
   * MB, and of 60 decoded ones native memory 0.7 GB. The heap is asked near the end of each part.
   */
  @Test
  void ultraHighDefinitionTakesBoundedMemory() throws Exception {
    TestClip wide = TestClip.plain().withSize(3840, 2160).withRate(10).withSeconds(6);
    Path file = wide.write(folder.resolve("wide.mp4"));
    localize(TestClip.plain().withSeconds(1).write(folder.resolve("first.mp4")));
    long heldBefore = PeakMemory.heldOnHeap();
    long before = Pointer.physicalBytes();
    Map<String, Long> held = new TreeMap<>();
    VideoListener watch =
        (part, seconds, length) -> {
          if (seconds > 5.65 && !held.containsKey(part)) {
            held.put(part, PeakMemory.heldOnHeap() - heldBefore);
          }
        };
    long most;
    try (PeakMemory peak = PeakMemory.watched()) {
      LocalizedVideo video = localize(file, watch, -9);
      assertThat(video.width()).isEqualTo(3840);
      assertThat(video.height()).isEqualTo(2160);
      // of 224 pixels, as it was looked at
      Peak highest = Peak.of(video.heat(3));
      assertThat(video.rows().get(3).x()).isCloseTo((highest.x() + 0.5) / 224 * 3840, within(1e-6));
      assertThat(video.rows().get(3).y()).isCloseTo((highest.y() + 0.5) / 224 * 2160, within(1e-6));
      assertFollowed(video, 6);
      SoundingVideo.write(video, folder.resolve("painted.mp4"), watch);
      most = peak.most();
    }
    assertThat(held).containsOnlyKeys("looking", "painting");
    assertThat(held.values()).allSatisfy(bytes -> assertThat(bytes).isLessThan(80L << 20));
    assertThat(most - before).isLessThan(600L << 20);
  }
}
