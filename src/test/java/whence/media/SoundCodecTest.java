package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoundCodecTest {
  @TempDir Path folder;

  private static float[] tone(int channels, double... amplitudes) {
    float[] samples = new float[channels * 16_000];
    for (int i = 0; i < samples.length; i++) {
      double sine = Math.sin(2 * Math.PI * 440 * (i / channels) / 16_000.0);
      samples[i] = (float) (amplitudes[i % channels] * sine);
    }
    return samples;
  }

  private static Waveform read(String name, byte[] bytes, int rate) {
    return SoundCodec.read(new MediaSource(name, bytes), rate);
  }

  private static void refused(String name, byte[] bytes, String... parts) {
    assertThatThrownBy(() -> read(name, bytes, 16_000))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(name)
        .hasMessageContaining("got:")
        .hasMessageContaining("expected:")
        .hasMessageContaining("cure:")
        .hasMessageContainingAll(parts);
  }

  @Test
  void wavComesBackWithinHalfAStepAndClampsWhatIsTooLoud() {
    float[] samples = tone(1, 0.5);
    samples[0] = 2;
    samples[1] = -2;
    samples[2] = Float.NaN;
    byte[] wav = SoundCodec.wav(new Waveform(samples, 16_000));
    float[] back = read("a.wav", wav, 16_000).samples();
    assertThat(back).hasSize(16_000);
    assertThat(back[0]).isEqualTo(32767 / 32768f);
    assertThat(back[1]).isEqualTo(-1);
    assertThat(back[2]).isZero();
    for (int i = 3; i < back.length; i++) {
      assertThat(back[i]).isCloseTo(samples[i], within(0.5f / 32768));
    }
    assertThat(SoundCodec.wav(new Waveform(back, 16_000))).isEqualTo(wav);
  }

  @Test
  void everyContainerAndChannelCountBecomesTheMeanOfItsChannels() throws Exception {
    Object[][] kinds = {
      {"a.ogg", avcodec.AV_CODEC_ID_VORBIS, 2, new double[] {0.6, 0.2}},
      {"a.mp3", avcodec.AV_CODEC_ID_MP3, 2, new double[] {0.6, 0.2}},
      {"b.m4a", avcodec.AV_CODEC_ID_AAC, 2, new double[] {0.5, 0.3}},
      {"c.wav", avcodec.AV_CODEC_ID_PCM_S16LE, 2, new double[] {0.8, 0}},
      {"d.wav", avcodec.AV_CODEC_ID_PCM_S16LE, 4, new double[] {0.4, 0.4, 0.8, 0}},
      {"e.wav", avcodec.AV_CODEC_ID_PCM_S16LE, 1, new double[] {0.4}},
    };
    for (Object[] kind : kinds) {
      int channels = (int) kind[2];
      float[] samples = tone(channels, (double[]) kind[3]);
      Path file = folder.resolve((String) kind[0]);
      TestVideos.sound(file, (int) kind[1], channels, samples);
      Waveform sound = SoundCodec.read(MediaSource.of(file), 16_000);
      assertThat(sound.samples().length).as(file.toString()).isBetween(14_000, 18_500);
      assertThat(rms(sound.samples(), 4000, 12_000))
          .as(file.toString())
          .isCloseTo(0.4 / Math.sqrt(2), within(0.02));
      assertThat(SoundCodec.read(MediaSource.of(file), 16_000).samples())
          .isEqualTo(sound.samples());
    }
  }

  private static double rms(float[] samples, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return Math.sqrt(sum / (to - from));
  }

  @Test
  void resamplingKeepsAToneInPlaceAndRoundsTheLengthUp() {
    byte[] wav = SoundCodec.wav(new Waveform(tone(1, 0.5), 16_000));
    Waveform up = read("a.wav", wav, 44_100);
    assertThat(up.samples()).hasSize(44_100);
    for (int i = 400; i < 43_700; i++) {
      double exact = 0.5 * Math.sin(2 * Math.PI * 440 * i / 44_100.0);
      assertThat((double) up.samples()[i]).isCloseTo(exact, within(1e-3));
    }
    byte[] three = SoundCodec.wav(new Waveform(new float[1003], 16_000));
    assertThat(read("a.wav", three, 8000).samples()).hasSize(502);
  }

  @Test
  void silenceStaysSilentAndASoundWithoutSamplesIsRefused() {
    byte[] wav = SoundCodec.wav(new Waveform(new float[1600], 16_000));
    assertThat(read("a.wav", wav, 22_050).peak()).isZero();
    refused("none.wav", SoundCodec.wav(new Waveform(new float[0], 16_000)), "none.wav");
  }

  @Test
  void everyTruncationAndChangeOfAnOggIsRefused() throws Exception {
    Path file = folder.resolve("owl.ogg");
    TestVideos.sound(file, avcodec.AV_CODEC_ID_VORBIS, 2, tone(2, 0.5, 0.5));
    byte[] ogg = Files.readAllBytes(file);
    refused("cut.ogg", Arrays.copyOf(ogg, ogg.length - 1), "it ends inside a page");
    refused("cut.ogg", Arrays.copyOf(ogg, 20), "it ends inside a page (at byte 0 of 20)");
    for (int at = 4; at < ogg.length; at += 37) {
      byte[] changed = ogg.clone();
      changed[at] ^= 0x40;
      refused("bad.ogg", changed, "Cannot read the sound bad.ogg");
    }
    byte[] longer = Arrays.copyOf(ogg, ogg.length + 40);
    refused("long.ogg", longer, "no page where one should start");
  }

  @Test
  void aWavCutShortIsRefused() {
    byte[] wav = SoundCodec.wav(new Waveform(tone(1, 0.5), 16_000));
    refused("cut.wav", Arrays.copyOf(wav, 1000), "it ends inside its samples (at byte 1000 of");
    refused("cut.wav", Arrays.copyOf(wav, 20), "without a data chunk");
    byte[] live = wav.clone();
    Arrays.fill(live, 40, 44, (byte) 0xff);
    assertThat(read("live.wav", live, 16_000).samples()).hasSize(16_000);
  }

  @Test
  void whatIsNoSoundIsRefused() {
    refused("empty.ogg", new byte[0], "an empty file");
    refused("text.ogg", "hello, world".getBytes(StandardCharsets.UTF_8), "that look like text");
    byte[] png = PictureCodec.png(TestPictures.gradient(20, 20, true));
    refused("picture.ogg", png, "that look like a PNG picture");
  }

  @Test
  void anM4aCutShortIsRefused() throws Exception {
    Path file = folder.resolve("a.m4a");
    TestVideos.sound(file, avcodec.AV_CODEC_ID_AAC, 1, tone(1, 0.5));
    byte[] bytes = Files.readAllBytes(file);
    refused("cut.m4a", Arrays.copyOf(bytes, bytes.length / 2), "an OGG, WAV, MP3 or M4A file");
  }

  @Test
  void absurdRatesAreRefused() {
    for (int rate : new int[] {0, -1, 999, 1_000_000}) {
      assertThatThrownBy(() -> read("a.wav", new byte[0], rate))
          .hasMessageContaining("a wanted rate of " + rate + " Hz");
    }
  }
}
