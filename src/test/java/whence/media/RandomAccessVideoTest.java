package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RandomAccessVideoTest {
  private static final int WHOLE = 4000;

  @TempDir Path folder;

  @Test
  void theFrameAtATimeIsTheOneShownThen() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertThat(video.pictureSeconds()).isCloseTo(4, within(0.05));
      assertThat(video.soundSeconds()).isCloseTo(4, within(0.15));
      // backwards too, and more than one group of pictures apart
      for (int i : new int[] {50, 51, 11, 12, 13, 0, 99}) {
        assertFrame(video.frameAt(i / 25.0, WHOLE), i);
        assertFrame(video.frameAt((i + 0.9) / 25.0, WHOLE), i);
      }
    }
  }

  private static void assertFrame(VideoFrame frame, int index) {
    assertThat(frame.timeSeconds()).isCloseTo(index / 25.0, within(1e-3));
    assertThat(frame.picture().channel(32, 40, 1))
        .as("frame " + index)
        .isCloseTo(TestClip.grey(index), within(5));
  }

  @Test
  void aVariableFrameRateIsFollowedByItsStamps() throws Exception {
    // 25 frames in the first second, then one a second
    Path file =
        TestClip.plain()
            .withSound(TestClip.Sound.NONE)
            .withStamps(i -> i < 25 ? i * 40_000L : (i - 24) * 1_000_000L)
            .withSeconds(28 / 25.0)
            .write(folder.resolve("vfr.mkv"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertThat(video.frameAt(0.5, WHOLE).timeSeconds()).isCloseTo(0.48, within(0.02));
      assertThat(video.frameAt(1.7, WHOLE).timeSeconds()).isCloseTo(1, within(0.02));
      assertThat(video.frameAt(2.5, WHOLE).timeSeconds()).isCloseTo(2, within(0.02));
    }
  }

  @Test
  void keyFramesAreTheOnesBefore() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      VideoFrame key = video.keyFrameAt(1, WHOLE);
      assertThat(key.timeSeconds()).isBetween(0.4, 1.0);
      assertFrame(key, (int) Math.round(25 * key.timeSeconds()));
      assertThat(video.keyFrameAt(0, 32).timeSeconds()).isZero();
    }
  }

  @Test
  void largeFramesAreBoundedAndColoursStay() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      Picture small = video.frameAt(1, 32).picture();
      assertThat(small.width()).isEqualTo(32);
      assertThat(small.height()).isEqualTo(24);
      assertThat(small.channel(16, 20, 0)).isCloseTo(TestClip.grey(25), within(6));
    }
  }

  @Test
  void agreesWithReadingFromTheStart() throws Exception {
    Path file = TestVideos.video(folder.resolve("clip.mp4"), 0, 90);
    try (VideoReader reader = VideoReader.open(file);
        RandomAccessVideo video = RandomAccessVideo.open(file)) {
      for (VideoFrame frame = reader.next(); frame != null; frame = reader.next()) {
        Picture same = video.frameAt(frame.timeSeconds(), WHOLE).picture();
        assertThat(same.width()).isEqualTo(32);
        assertThat(same.height()).isEqualTo(48);
        for (int channel = 0; channel < 3; channel++) {
          assertThat(same.channel(16, 42, channel))
              .isCloseTo(frame.picture().channel(16, 42, channel), within(4));
        }
      }
    }
  }

  @Test
  void oddSizesAreRead() throws Exception {
    Path file = TestVideos.grey(folder.resolve("odd.y4m"), 67, 51, 100);
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      Picture picture = video.frameAt(2, WHOLE).picture();
      assertThat(picture.width()).isEqualTo(67);
      assertThat(picture.height()).isEqualTo(51);
      // luma 70 of 16 to 235
      assertThat(picture.channel(66, 50, 2)).isCloseTo((70 - 16) * 255 / 219, within(2));
    }
  }

  @Test
  void aStretchOfSoundIsWhereItWasInTheWhole() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      float[] whole = video.sound(0, 4, 16_000).samples();
      float[] part = video.sound(1.5, 2.5, 16_000).samples();
      assertThat(part).hasSize(16_000);
      for (int i = 0; i < part.length; i += 37) {
        assertThat(part[i]).isCloseTo(whole[24_000 + i], within(1e-5f));
      }
      assertThat((double) new Waveform(part, 16_000).peak()).isCloseTo(0.5, within(0.05));
      assertThat(video.sound(1, 2, 8_000).samples()).hasSize(8_000);
    }
  }

  @Test
  void soundThatEndsBeforeIsShorter() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertThat(video.sound(3, 9, 16_000).durationSeconds()).isBetween(0.95, 1.15);
    }
  }

  @Test
  void soundOfEightBitsAndOfSixChannelsIsAveraged() throws Exception {
    TestClip.Sound eight =
        new TestClip.Sound(avcodec.AV_CODEC_ID_PCM_U8, avutil.AV_SAMPLE_FMT_U8, 1, 11_025, 0.5);
    TestClip.Sound six =
        new TestClip.Sound(avcodec.AV_CODEC_ID_AAC, avutil.AV_SAMPLE_FMT_FLTP, 6, 48_000, 0.5);
    Path plain = TestClip.plain().withSound(eight).write(folder.resolve("eight.avi"));
    Path surround = TestClip.plain().withSound(six).write(folder.resolve("six.mp4"));
    for (Path file : new Path[] {plain, surround}) {
      try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
        Waveform sound = video.sound(1, 3, 16_000);
        assertThat(sound.samples()).as(file.toString()).hasSize(32_000);
        assertThat((double) sound.peak()).isCloseTo(0.5, within(0.06));
      }
    }
  }

  @Test
  void aNameWithSpacesAccentsAndAColonIsOpened() throws Exception {
    Path plain = TestClip.plain().write(folder.resolve("a.mp4"));
    Path file = folder.resolve(TestNames.accented("l'été : 100 % ü.mp4"));
    Files.move(plain, file);
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertFrame(video.frameAt(2, WHOLE), 50);
    }
  }

  @Test
  void whatIsMissingIsSaid() throws Exception {
    Path mute = TestClip.plain().withSound(TestClip.Sound.NONE).write(folder.resolve("mute.mp4"));
    try (RandomAccessVideo video = RandomAccessVideo.open(mute)) {
      assertThat(video.hasSound()).isFalse();
      assertThat(video.soundSeconds()).isZero();
      assertThatThrownBy(() -> video.sound(0, 1, 16_000))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("mute.mp4")
          .hasMessageContaining("no sound stream");
    }
    Path blind = folder.resolve("blind.wav");
    Files.write(blind, SoundCodec.wav(new Waveform(new float[32_000], 16_000)));
    try (RandomAccessVideo video = RandomAccessVideo.open(blind)) {
      assertThat(video.hasPictures()).isFalse();
      assertThat(video.pictureSeconds()).isZero();
      assertThat(video.soundSeconds()).isCloseTo(2, within(1e-6));
      assertThatThrownBy(() -> video.frameAt(0, WHOLE)).hasMessageContaining("no picture stream");
      assertThatThrownBy(() -> video.keyFrameAt(0, WHOLE))
          .hasMessageContaining("no picture stream");
    }
    Path empty = Files.createFile(folder.resolve("empty.mp4"));
    assertThatThrownBy(() -> RandomAccessVideo.open(empty)).hasMessageContaining("an empty file");
    Path text = Files.writeString(folder.resolve("text.mp4"), "hello");
    assertThatThrownBy(() -> RandomAccessVideo.open(text))
        .hasMessageContaining("FFmpeg says: Invalid data");
  }

  @Test
  void damageWhereItMattersIsNoticed() throws Exception {
    Path whole = TestClip.plain().withSize(320, 240).write(folder.resolve("whole.mp4"));
    byte[] bytes = Files.readAllBytes(whole);
    // the middle third of the file's streams
    Arrays.fill(bytes, bytes.length / 3, 2 * bytes.length / 3, (byte) 0x55);
    Path damaged = Files.write(folder.resolve("damaged.mp4"), bytes);
    try (RandomAccessVideo video = RandomAccessVideo.open(damaged)) {
      assertThatThrownBy(() -> video.frameAt(2, WHOLE))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("Cannot decode the video stream of " + damaged)
          .hasMessageContaining("is lost")
          .hasMessageContaining("fetch it again");
      assertThatThrownBy(() -> video.sound(1, 3, 16_000))
          .hasMessageContaining("Cannot decode the sound stream of " + damaged);
      // the beginning is whole
      assertThat(video.frameAt(0.2, WHOLE).timeSeconds()).isCloseTo(0.2, within(1e-3));
    }
  }

  @Test
  void aStreamCutShortIsNoticedWhereItIsMissed() throws Exception {
    Path whole = TestClip.plain().write(folder.resolve("whole.mkv"));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.mkv"), Arrays.copyOf(bytes, bytes.length / 3));
    try (RandomAccessVideo video = RandomAccessVideo.open(cut)) {
      assertThatThrownBy(() -> video.frameAt(3.5, WHOLE)).hasMessageContaining("cut.mkv");
      assertThat(video.frameAt(0.2, WHOLE).timeSeconds()).isCloseTo(0.2, within(0.03));
    }
  }

  @Test
  void aLengthThatNobodyStatesIsCounted() throws Exception {
    Path raw = TestClip.plain().withSound(TestClip.Sound.NONE).write(folder.resolve("stream.m4v"));
    try (RandomAccessVideo video = RandomAccessVideo.open(raw)) {
      assertThat(video.pictureSeconds()).isCloseTo(4, within(0.2));
    }
  }
}
