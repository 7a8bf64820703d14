package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoReaderTest {
  @TempDir Path folder;

  @Test
  void sidesAreOfTheVideoHoweverSmallItsFramesAreWanted() throws Exception {
    Path file = TestVideos.video(folder.resolve("turned.mp4"), 0, 90);
    try (VideoReader reader = VideoReader.open(file, 24)) {
      assertThat(reader.width()).isEqualTo(32);
      assertThat(reader.height()).isEqualTo(48);
      Picture small = reader.next().picture();
      assertThat(small.width()).isEqualTo(16);
      assertThat(small.height()).isEqualTo(24);
    }
  }

  @Test
  void readsEveryFrameWithItsTime() throws Exception {
    Path file = TestVideos.video(folder.resolve("clip.mp4"), 2, 0);
    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.width()).isEqualTo(48);
      assertThat(reader.height()).isEqualTo(32);
      assertThat(reader.framesPerSecond()).isCloseTo(10, within(1e-6));
      assertThat(reader.durationSeconds()).isCloseTo(2, within(0.1));
      assertThat(reader.hasSound()).isTrue();
      int count = 0;
      for (VideoFrame frame = reader.next(); frame != null; frame = reader.next()) {
        assertThat(frame.timeSeconds()).isCloseTo(count / 10.0, within(0.03));
        Picture picture = frame.picture();
        assertThat(picture.channel(6, 16, 0)).isBetween(12 * count - 15, 12 * count + 15);
        assertThat(picture.channel(6, 16, 1)).isGreaterThan(180);
        assertThat(picture.channel(42, 16, 1)).isLessThan(20);
        count++;
      }
      assertThat(count).isEqualTo(TestVideos.FRAMES);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void readsTheSoundAtTheWantedRate() throws Exception {
    Path file = TestVideos.video(folder.resolve("clip.mp4"), 2, 0);
    Waveform sound = VideoReader.readSound(file, 8000);
    assertThat(sound.sampleRateHz()).isEqualTo(8000);
    assertThat(sound.durationSeconds()).isBetween(1.9, 2.3);
    // the mean of two equal channels keeps the level
    assertThat((double) sound.peak()).isCloseTo(0.5, within(0.08));
  }

  @Test
  void framesComeOutUpright() throws Exception {
    // counter-clockwise by 90: the green left half becomes the bottom half
    Path file = TestVideos.video(folder.resolve("phone.mp4"), 0, 90);
    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.width()).isEqualTo(32);
      assertThat(reader.height()).isEqualTo(48);
      assertThat(reader.hasSound()).isFalse();
      VideoFrame frame = reader.next();
      assertThat(frame).isNotNull();
      assertThat(frame.picture().width()).isEqualTo(32);
      assertThat(frame.picture().channel(16, 42, 1)).isGreaterThan(180);
      assertThat(frame.picture().channel(16, 6, 1)).isLessThan(20);
    }
  }

  @Test
  void rotationsTurnCounterClockwise() {
    Path name = Path.of("v.mp4");
    // a b c over d e f
    Picture picture =
        Picture.opaque(3, 2, new byte[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6});
    assertThat(reds(Rotation.ofDegrees(name, 0).apply(picture))).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(reds(Rotation.ofDegrees(name, 90).apply(picture))).containsExactly(3, 6, 2, 5, 1, 4);
    assertThat(reds(Rotation.ofDegrees(name, 180).apply(picture)))
        .containsExactly(6, 5, 4, 3, 2, 1);
    assertThat(reds(Rotation.ofDegrees(name, -90).apply(picture)))
        .containsExactly(4, 1, 5, 2, 6, 3);
    assertThat(Rotation.ofDegrees(name, 359.9)).isEqualTo(Rotation.NONE);
    assertThat(Rotation.ofDegrees(name, Double.NaN)).isEqualTo(Rotation.NONE);
    assertThatThrownBy(() -> Rotation.ofDegrees(name, 45))
        .hasMessageContaining("Cannot turn the video v.mp4 upright")
        .hasMessageContaining("a rotation of 45.0 degrees");
  }

  private static int[] reds(Picture picture) {
    int[] reds = new int[picture.width() * picture.height()];
    Arrays.setAll(reds, i -> picture.rgb()[3 * i]);
    return reds;
  }

  @Test
  void aVideoWithoutSoundSaysSo() throws Exception {
    Path file = TestVideos.video(folder.resolve("mute.mp4"), 0, 0);
    assertThatThrownBy(() -> VideoReader.readSound(file, 16_000))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("mute.mp4")
        .hasMessageContaining("no sound stream")
        .hasMessageContaining("cure:");
  }

  @Test
  void aSoundIsNoVideo() throws Exception {
    Path file = folder.resolve("tone.wav");
    Files.write(file, SoundCodec.wav(new Waveform(new float[1600], 16_000)));
    assertThatThrownBy(() -> VideoReader.open(file))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("tone.wav")
        .hasMessageContaining("no video stream");
  }

  @Test
  void refusesWhatIsNoVideo() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    Path text = Files.writeString(folder.resolve("text.mp4"), "hello");
    assertThatThrownBy(() -> VideoReader.open(empty)).hasMessageContaining("an empty file");
    assertThatThrownBy(() -> VideoReader.open(text))
        .hasMessageContaining("Cannot open the video")
        .hasMessageContaining("text.mp4")
        .hasMessageContaining("FFmpeg says");
    assertThatThrownBy(() -> VideoReader.open(folder)).isInstanceOf(MediaException.class);
    assertThatThrownBy(() -> VideoReader.open(folder.resolve("none.mp4")))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("check the path");
  }

  @Test
  void aVideoCutShortIsNoticed() throws Exception {
    Path whole = TestVideos.video(folder.resolve("clip.mp4"), 0, 0);
    byte[] bytes = Files.readAllBytes(whole);
    // the index at the end is lost
    Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> VideoReader.open(cut)).hasMessageContaining("cut.mp4");
  }
}
