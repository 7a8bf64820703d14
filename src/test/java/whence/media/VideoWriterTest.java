package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.media.VideoFormat.SoundFormat;

class VideoWriterTest {
  private static final SoundFormat STEREO = new SoundFormat(16_000, 2);

  @TempDir Path folder;

  @Test
  void whatIsWrittenIsReadBackAsH264AndAac() throws Exception {
    Path file = folder.resolve("new/out.mp4");
    write(file, new VideoFormat(64, 48, 10, STEREO), 30);
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertThat(video.pictureSeconds()).isCloseTo(3, within(0.05));
      for (int i : new int[] {0, 12, 29}) {
        VideoFrame frame = video.frameAt(i / 10.0 + 0.05, 64);
        assertThat(frame.timeSeconds()).isCloseTo(i / 10.0, within(0.01));
        assertThat(frame.picture().channel(10, 10, 0)).isCloseTo(6 * i, within(8));
        assertThat(frame.picture().channel(10, 10, 2)).isCloseTo(200, within(8));
      }
      Waveform sound = video.sound(1, 2, 16_000);
      assertThat((double) sound.peak()).isCloseTo(0.5, within(0.05));
    }
    try (FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile())) {
      grabber.start();
      assertThat(grabber.getVideoCodecName()).isEqualTo("h264");
      assertThat(grabber.getAudioCodecName()).startsWith("aac");
      assertThat(grabber.getAudioChannels()).isEqualTo(2);
    }
    assertNothingElseIn(file.resolveSibling("."), 1);
  }

  @Test
  void withoutSoundThereIsNoStreamOfIt() {
    Path file = folder.resolve("mute.mp4");
    write(file, new VideoFormat(16, 16, 25, SoundFormat.NONE), 5);
    try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
      assertThat(video.hasSound()).isFalse();
      assertThat(video.pictureSeconds()).isCloseTo(0.2, within(0.05));
    }
  }

  private static void write(Path file, VideoFormat format, int frames) {
    try (VideoWriter writer = VideoWriter.create(file, format)) {
      for (int i = 0; i < frames; i++) {
        byte[] rgb = new byte[3 * format.width() * format.height()];
        for (int at = 0; at < rgb.length; at += 3) {
          rgb[at] = (byte) (6 * i);
          rgb[at + 2] = (byte) 200;
        }
        writer.write(Picture.opaque(format.width(), format.height(), rgb));
        if (format.sound().channels() > 0) {
          writer.write(tone(i, format.sound()));
        }
      }
      writer.finish();
    }
  }

  private static float[] tone(int piece, SoundFormat sound) {
    int length = sound.rateHz() / 10;
    float[] samples = new float[length * sound.channels()];
    for (int i = 0; i < samples.length; i++) {
      double t = (piece * length + i / sound.channels()) / (double) sound.rateHz();
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * 400 * t));
    }
    return samples;
  }

  @Test
  void whatIsNotFinishedLeavesTheOldFile() throws Exception {
    Path file = Files.writeString(folder.resolve("out.mp4"), "old");
    VideoFormat format = new VideoFormat(32, 32, 10, SoundFormat.NONE);
    try (VideoWriter writer = VideoWriter.create(file, format)) {
      writer.write(Picture.opaque(32, 32, new byte[3 * 32 * 32]));
      assertThatThrownBy(() -> writer.write(Picture.opaque(2, 2, new byte[12])))
          .isInstanceOf(MediaException.class)
          .hasMessageContaining("2 x 2 pixels")
          .hasMessageContaining("32 x 32 pixels, the size of the video");
    }
    assertThat(file).hasContent("old");
    assertNothingElseIn(folder, 1);
  }

  private static void assertNothingElseIn(Path folder, int files) throws Exception {
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).hasSize(files);
    }
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Path blocked = Files.writeString(folder.resolve("blocked"), "a file");
    VideoFormat format = new VideoFormat(32, 32, 10, SoundFormat.NONE);
    assertThatThrownBy(() -> VideoWriter.create(blocked.resolve("out.mp4"), format))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("Cannot write the video")
        .hasMessageContaining("choose another folder");
  }

  @Test
  void formatsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new VideoFormat(33, 32, 10, SoundFormat.NONE))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("33 x 32 pixels at 10.0 frames a second");
    for (double rate : new double[] {0, Double.NaN, 121}) {
      assertThatThrownBy(() -> new VideoFormat(32, 32, rate, SoundFormat.NONE))
          .isInstanceOf(MediaException.class);
    }
    for (int side : Arrays.asList(0, 14, 3842)) {
      assertThatThrownBy(() -> new VideoFormat(side, 32, 10, SoundFormat.NONE))
          .isInstanceOf(MediaException.class);
    }
  }
}
