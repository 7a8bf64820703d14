package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of four seconds of pictures and sound, one begins three seconds after the other. */
class LateStreamTest {
  private static final int WHOLE = 4000;

  @TempDir Path folder;

  private Path late(int mediaType, String ending) throws Exception {
    Path plain = TestClip.plain().write(folder.resolve("plain" + ending));
    return TestRemux.later(mediaType, 3, plain, folder.resolve("late" + ending));
  }

  @ParameterizedTest
  @ValueSource(strings = {".mp4", ".mkv"})
  void aSoundThatBeginsLateIsHeardToItsEnd(String ending) throws Exception {
    try (RandomAccessVideo video = RandomAccessVideo.open(late(AVMEDIA_TYPE_AUDIO, ending))) {
      assertThat(video.soundSeconds()).isCloseTo(7, within(0.2));
      float[] all = video.sound(0, 7, 16_000).samples();
      assertThat(all.length).isGreaterThan(16_000 * 68 / 10);
      assertThat(peak(all, 0, 2.8)).isLessThan(0.01);
      assertThat(peak(all, 3.2, 6.8)).isCloseTo(0.5, within(0.06));
      float[] last = video.sound(5.5, 6.5, 16_000).samples();
      assertThat(peak(last, 0, 1)).isCloseTo(0.5, within(0.06));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {".mp4", ".mkv"})
  void picturesThatBeginLateAreSeenToTheirEnd(String ending) throws Exception {
    Path file = late(AVMEDIA_TYPE_VIDEO, ending);
    try (RandomAccessVideo video = RandomAccessVideo.open(file);
        SoundStream stream = SoundStream.open(file, 7)) {
      assertThat(video.pictureSeconds()).isCloseTo(7, within(0.2));
      VideoFrame frame = video.frameAt(6.5, WHOLE);
      assertThat(frame.timeSeconds()).isCloseTo(6.5, within(0.08));
      assertThat(video.frameAt(1, WHOLE).timeSeconds()).isCloseTo(3, within(0.08));
      // the index of the pictures knows nothing of the sound before
      assertThat(peak(video.sound(0, 2, 16_000).samples(), 0.2, 2)).isCloseTo(0.5, within(0.06));
      assertThat(peak(video.sound(1, 2, 16_000).samples(), 0, 1)).isCloseTo(0.5, within(0.06));
      float[] streamed = stream.until(1);
      assertThat((double) new Waveform(streamed, 16_000).peak()).isCloseTo(0.5, within(0.06));
    }
  }

  private static double peak(float[] samples, double from, double to) {
    double most = 0;
    for (int i = (int) (from * 16_000); i < Math.min(samples.length, to * 16_000); i++) {
      most = Math.max(most, Math.abs(samples[i]));
    }
    return most;
  }
}
