package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Mp4Test {
  /** Both codecs are lossy. */
  private static final int COLOUR_TOLERANCE = 12;

  @TempDir Path folder;

  private static Picture plain(int width, int height, int red) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = (byte) red;
    }
    return Picture.opaque(width, height, rgb);
  }

  private static Waveform tone(double seconds) {
    float[] samples = new float[(int) (16_000 * seconds)];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * 500 * t / 16_000));
    }
    return new Waveform(samples, 16_000);
  }

  private static Video video(int frames) {
    List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      pictures.add(plain(65, 48, 8 * i));
    }
    return Video.silent(pictures, 10);
  }

  private Path written(byte[] bytes) throws Exception {
    return Files.write(folder.resolve("a.mp4"), bytes);
  }

  @Test
  void soundIsSmallAndSoundsTheSame() {
    byte[] bytes = Mp4.sound(tone(2));
    assertThat(bytes.length).isLessThan(20_000);
    Waveform back = SoundCodec.read(new MediaSource("a.m4a", bytes), 16_000);
    assertThat(back.durationSeconds()).isCloseTo(2, Offset.offset(0.2));
    assertThat(back.peak()).isCloseTo(0.5f, Offset.offset(0.1f));
  }

  @Test
  void videoIsH264WithItsFramesAndSound() throws Exception {
    Path file = written(Mp4.video(video(20).withSound(tone(5))));
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .contains("avc1", "mp4a");
    try (VideoReader reader = VideoReader.open(file)) {
      assertThat(reader.width()).isEqualTo(64);
      assertThat(reader.durationSeconds()).isCloseTo(2, Offset.offset(0.2));
      VideoFrame first = reader.next();
      assertThat(first).isNotNull();
      int last = first.picture().channel(30, 20, 0);
      assertThat(last).isLessThan(COLOUR_TOLERANCE);
      int frames = 1;
      for (VideoFrame frame = reader.next(); frame != null; frame = reader.next()) {
        last = frame.picture().channel(30, 20, 0);
        frames++;
      }
      assertThat(frames).isEqualTo(20);
      assertThat(last).isCloseTo(8 * 19, Offset.offset(COLOUR_TOLERANCE));
    }
  }

  @Test
  void excerptBeginsWhereItIsAskedTo() throws Exception {
    Path file = written(Mp4.video(video(30).withSound(tone(3))));
    Video part = VideoExcerpt.read(file, 1, 1);
    assertThat(part.frames()).hasSize(12);
    assertThat(part.frames().get(0).channel(30, 20, 0))
        .isCloseTo(80, Offset.offset(COLOUR_TOLERANCE));
    Waveform sound = part.sound();
    assertThat(sound).isNotNull();
    assertThat(sound.durationSeconds()).isCloseTo(1, Offset.offset(0.01));
    assertThat(VideoExcerpt.read(file, 0, 20).durationSeconds()).isCloseTo(3, Offset.offset(0.2));
  }

  @Test
  void excerptOfALargeVideoIsScaledDown() throws Exception {
    List<Picture> large = List.of(plain(640, 480, 90), plain(640, 480, 90));
    Video part = VideoExcerpt.read(written(Mp4.video(Video.silent(large, 10))), 0, 1);
    assertThat(part.width()).isEqualTo(320);
    assertThat(part.height()).isEqualTo(240);
    assertThat(part.sound()).isNull();
  }

  /** Matroska rounds stamps to milliseconds, frame 4 of 24 a second to 167. */
  @Test
  void excerptTakesEverySecondFrameOfTwentyFourASecond() throws Exception {
    Path file = TestClip.exact().withRate(24).withSeconds(1).write(folder.resolve("a.mkv"));
    List<Picture> frames = VideoExcerpt.read(file, 0, 1).frames();
    assertThat(frames).hasSize(12);
    for (int k = 0; k < 12; k++) {
      int grey = frames.get(k).channel(250, 150, 1);
      assertThat(Math.round(grey / 8.0)).as("grey of frame %d", k).isEqualTo(2 * k);
    }
  }

  @Test
  void refusals() throws Exception {
    Path file = written(Mp4.video(video(10)));
    assertThatThrownBy(() -> VideoExcerpt.read(file, 0, 600))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("600.0 s from 0.0 s on")
        .hasMessageContaining("in parts of at most 20 s");
    assertThatThrownBy(() -> VideoExcerpt.read(file, 30, 5))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("no frame from 30.0 s on");
    assertThatThrownBy(() -> VideoExcerpt.read(folder.resolve("none.mp4"), 0, 5))
        .isInstanceOf(MediaException.class);
    assertThatThrownBy(() -> Mp4.sound(new Waveform(new float[10], 2)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("at 2 Hz");
    assertThatThrownBy(() -> Mp4.video(Video.silent(List.of(plain(8, 8, 0)), 10)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("8 x 8");
    assertThatThrownBy(() -> Video.silent(List.of(), 10)).isInstanceOf(MediaException.class);
    assertThatThrownBy(() -> Video.silent(List.of(plain(8, 8, 0)), 0))
        .isInstanceOf(MediaException.class);
    assertThatThrownBy(() -> Video.silent(List.of(plain(8, 8, 0), plain(9, 8, 0)), 10))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("2 sizes");
  }
}
