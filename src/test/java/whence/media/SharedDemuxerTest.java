package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures and sound of one file are searched in turn, and neither is in the other's way. */
class SharedDemuxerTest {
  private static final int WHOLE = 4000;

  @TempDir Path folder;

  @Test
  void aDecoderSeesTheFileAsTheOtherLeftIt() throws Exception {
    Path live = TestRemux.live(whole("a.mkv"), folder.resolve("live.mkv"));
    try (Demuxer demuxer = Demuxer.open(live);
        StreamDecoder pictures = StreamDecoder.of(demuxer, AVMEDIA_TYPE_VIDEO);
        StreamDecoder sound = StreamDecoder.of(demuxer, AVMEDIA_TYPE_AUDIO)) {
      for (int i = 0; i < 3; i++) {
        assertThat(pictures.endSeconds()).isCloseTo(4, within(0.05));
        assertThat(sound.stream()).isEqualTo(demuxer.stream(AVMEDIA_TYPE_AUDIO));
        assertThat(sound.endSeconds()).isBetween(4.0, 4.5); // its last packet is filled up
        assertThat(pictures.stream()).isEqualTo(demuxer.stream(AVMEDIA_TYPE_VIDEO));
      }
      // each length was counted once
      assertThat(demuxer.rewinds()).isEqualTo(2);
    }
  }

  @Test
  void lengthsThatNobodyStatesAreAskedForBetweenFramesAndSounds() throws Exception {
    Path live = TestRemux.live(whole("a.mkv"), folder.resolve("live.mkv"));
    try (RandomAccessVideo video = RandomAccessVideo.open(live)) {
      for (int i : new int[] {50, 11, 90}) {
        assertThat(video.soundSeconds()).isBetween(4.0, 4.5);
        assertFrame(video.frameAt(i / 25.0, WHOLE), i);
        assertThat(video.pictureSeconds()).isCloseTo(4, within(0.05));
        Waveform sound = video.sound(i / 50.0, i / 50.0 + 1, 16_000);
        assertThat(sound.samples()).hasSize(16_000);
        assertThat((double) sound.peak()).isCloseTo(0.5, within(0.06));
      }
    }
  }

  /** Where the search went astray, frames were read from the start of the file each time. */
  @Test
  void framesAreFoundByTheIndexAfterASoundWasRead() throws Exception {
    Path file = clip().withSize(320, 240).withSeconds(12).write(folder.resolve("a.mkv"));
    try (Demuxer demuxer = Demuxer.open(file);
        FrameSearch pictures = FrameSearch.of(demuxer);
        SoundSearch sound = SoundSearch.of(demuxer)) {
      for (int i = 7; i < 290; i += 19) {
        double seconds = (i + 0.5) / 25;
        Waveform heard = sound.between(seconds, seconds + 0.2, 16_000);
        assertThat(heard.samples()).hasSize(3_200);
        assertFrame(pictures.at(seconds, WHOLE), i);
      }
      assertThat(demuxer.rewinds()).isZero();
    }
  }

  private Path whole(String name) throws Exception {
    return clip().write(folder.resolve(name));
  }

  /** Its sound has no encoder's delay, which would move all stamps, and states no bit rate. */
  private static TestClip clip() {
    return TestClip.plain()
        .withSound(
            new TestClip.Sound(avcodec.AV_CODEC_ID_FLAC, avutil.AV_SAMPLE_FMT_S16, 1, 16_000, 0.5));
  }

  private static void assertFrame(VideoFrame frame, int index) {
    assertThat(frame.timeSeconds()).isCloseTo(index / 25.0, within(1e-3));
    assertThat(frame.picture().channel(32, 40, 1))
        .as("frame " + index)
        .isCloseTo(TestClip.grey(index), within(5));
  }
}
