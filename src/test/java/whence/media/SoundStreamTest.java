package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundStreamTest {
  private static final int RATE = 1_000;

  @TempDir Path folder;

  @Test
  void piecesThatFollowEachOtherAreJoined() {
    PiecePlacer placer = new PiecePlacer(RATE, 0);
    assertThat(placer.place(0, 100, 500)).isEqualTo(new PiecePlacer.Place(0, 0, 100));
    // stamps that are rounded by some milliseconds
    assertThat(placer.place(0.103, 100, 500)).isEqualTo(new PiecePlacer.Place(0, 0, 100));
    assertThat(placer.place(0.196, 100, 500)).isEqualTo(new PiecePlacer.Place(0, 0, 100));
    assertThat(placer.place(Double.NaN, 100, 500)).isEqualTo(new PiecePlacer.Place(0, 0, 100));
    assertThat(placer.next()).isEqualTo(400);
  }

  @Test
  void gapsAreSilenceAndOverlapsAreHeardOnce() {
    PiecePlacer placer = new PiecePlacer(RATE, 0);
    // a sound that begins late
    assertThat(placer.place(0.2, 100, 900)).isEqualTo(new PiecePlacer.Place(200, 0, 100));
    assertThat(placer.place(0.5, 100, 900)).isEqualTo(new PiecePlacer.Place(200, 0, 100));
    assertThat(placer.place(0.52, 200, 900)).isEqualTo(new PiecePlacer.Place(0, 80, 120));
    assertThat(placer.place(0.1, 100, 900)).isEqualTo(new PiecePlacer.Place(0, 100, 0));
    assertThat(placer.next()).isEqualTo(720);
  }

  @Test
  void onlyWhatIsWantedIsTaken() {
    PiecePlacer placer = new PiecePlacer(RATE, 250);
    assertThat(placer.place(0, 200, 300)).isEqualTo(new PiecePlacer.Place(0, 200, 0));
    assertThat(placer.place(0.2, 200, 300)).isEqualTo(new PiecePlacer.Place(0, 50, 50));
    assertThat(placer.place(0.4, 200, 300)).isEqualTo(new PiecePlacer.Place(0, 0, 0));
    assertThat(placer.place(9e9, 200, 300)).isEqualTo(new PiecePlacer.Place(0, 0, 0));
    PiecePlacer late = new PiecePlacer(RATE, 0);
    assertThat(late.place(9e9, 200, 300)).isEqualTo(new PiecePlacer.Place(300, 0, 0));
  }

  @Test
  void theSoundComesWithItsOwnRateAndChannels() throws Exception {
    Path file = TestClip.plain().write(folder.resolve("a.mp4"));
    try (SoundStream sound = SoundStream.open(file, 4)) {
      assertThat(sound.format()).isEqualTo(new VideoFormat.SoundFormat(16_000, 2));
      float[] first = sound.until(0.5);
      float[] second = sound.until(1.5);
      assertThat(first).hasSize(16_000);
      assertThat(second).hasSize(32_000);
      Waveform mono = VideoReader.readSound(file, 16_000);
      for (int i = 0; i < 16_000; i += 101) {
        assertThat(second[2 * i]).isCloseTo(mono.samples()[8_000 + i], within(2e-3f));
      }
      // the end of the sound is the end
      assertThat(sound.until(9).length).isBetween(2 * 2 * 16_000, 5 * 16_000);
      assertThat(sound.until(10)).isEmpty();
    }
  }

  @Test
  void sixChannelsStayAndOddNumbersBecomeTheirMean() throws Exception {
    int[][] cases = {{6, 6}, {4, 1}, {1, 1}};
    for (int[] channels : cases) {
      TestClip.Sound pcm =
          new TestClip.Sound(
              avcodec.AV_CODEC_ID_PCM_S16LE, avutil.AV_SAMPLE_FMT_S16, channels[0], 22_050, 0.5);
      Path file = TestClip.plain().withSound(pcm).write(folder.resolve("c" + channels[0] + ".mkv"));
      try (SoundStream sound = SoundStream.open(file, 4)) {
        assertThat(sound.format().channels()).isEqualTo(channels[1]);
        float[] piece = sound.until(1);
        assertThat(piece).hasSize(22_050 * channels[1]);
        assertThat((double) new Waveform(piece, 22_050).peak()).isCloseTo(0.5, within(0.02));
      }
    }
  }

  @Test
  void aFileWithoutSoundHasNone() throws Exception {
    Path mute = TestClip.plain().withSound(TestClip.Sound.NONE).write(folder.resolve("m.mp4"));
    assertThat(SoundStream.open(mute, 4)).isNull();
    // nothing is held open: it can be replaced
    Files.delete(mute);
  }

  @Test
  void strangeRatesAreResampledWhenWritten() {
    Path file = folder.resolve("out.mp4");
    VideoFormat format = new VideoFormat(32, 32, 10, new VideoFormat.SoundFormat(18_900, 1));
    try (VideoWriter writer = VideoWriter.create(file, format)) {
      for (int i = 0; i < 20; i++) {
        writer.write(Picture.opaque(32, 32, new byte[3 * 32 * 32]));
        float[] tone = new float[1_890];
        for (int t = 0; t < tone.length; t++) {
          tone[t] = (float) (0.5 * Math.sin(2 * Math.PI * 500 * (i * 1_890 + t) / 18_900.0));
        }
        writer.write(tone);
      }
      writer.finish();
    }
    try (SoundStream sound = SoundStream.open(file, 2)) {
      assertThat(sound.format().rateHz()).isEqualTo(48_000);
      assertThat(sound.until(0.5)).hasSize(24_000); // the codec rings where the tone begins
      assertThat((double) new Waveform(sound.until(1.5), 48_000).peak())
          .isCloseTo(0.5, within(0.02));
    }
  }
}
