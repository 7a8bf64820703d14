package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.heatmap.HeatMap;
import whence.heatmap.Peak;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.SoundCodec;
import whence.media.TestClip;
import whence.media.Waveform;

class VideoLocalizationTest {
  private static final ExperimentListener NOBODY = new ExperimentListener() {};

  @TempDir Path folder;
  private Sources sources;

  @BeforeEach
  void makeWeights() {
    sources = TinyModel.sources(folder);
  }

  private LocalizedVideo localize(Path video, float control) throws InterruptedException {
    try (TrainedModel model = TinyModel.of(sources, 400, control)) {
      return VideoLocalization.of(
          video, model, sources, SlidingSettings.defaults(), NOBODY, VideoListener.NONE);
    }
  }

  @Test
  void thereIsAMapEveryFifthOfASecond() throws Exception {
    Path file = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    LocalizedVideo video = localize(file, 0);
    assertThat(video.size()).isBetween(15, 16);
    for (int k = 0; k < video.size(); k++) {
      Moment moment = video.moments().get(k);
      assertThat(moment.seconds()).isCloseTo(0.2 * k, within(1e-9));
      assertThat(moment.cells().height()).isEqualTo(14);
      assertThat(moment.loudnessDb()).isCloseTo(-9, within(0.5));
    }
    assertThat(video.width()).isEqualTo(64);
    assertThat(video.height()).isEqualTo(48);
    assertThat(video.sound().sampleRateHz()).isEqualTo(16_000);
    assertThat(video.seconds()).containsOnlyKeys("sound", "frames", "trunk", "maps");
    List<String> lines = video.csv().lines().toList();
    assertThat(lines).hasSize(video.size() + 1);
    assertThat(lines.get(0)).isEqualTo("seconds,state,x,y,cosine,control,confidence,loudness_db");
    assertThat(lines.get(2)).matches("0\\.200,[a-z_]+,[\\d.]+,[\\d.]+,-?[\\d.]+,.*");
  }

  @Test
  void aVideoEndsBetweenTwoMoments() throws Exception {
    Path file = TestClip.plain().withRate(20).withSeconds(2.1).write(folder.resolve("odd.mp4"));
    LocalizedVideo video = localize(file, 0);
    assertThat(video.size()).isEqualTo(11);
    assertThat(video.lengthSeconds()).isCloseTo(2.1, within(0.08)); // the codec fills up its last
    assertThat(video.lengthSeconds()).isEqualTo(video.sound().durationSeconds());
  }

  @Test
  void whatControlsReachDecides() throws Exception {
    Path file = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    LocalizedVideo found = localize(file, -9);
    assertThat(found.count(State.FOUND)).isEqualTo(found.size());
    assertThat(found.verdict()).startsWith("A region stands out in").contains("(100 %)");
    HeatMap heat = found.heat(4);
    assertThat(Peak.of(heat).value()).isEqualTo(1);
    assertThat(found.confidence(4)).isGreaterThan(0.95);
    assertThat(found.says(4)).isEqualTo("a region stands out");
    LocalizedVideo not = localize(file, 9);
    assertThat(not.count(State.NOTHING_STANDS_OUT)).isEqualTo(not.size());
    assertThat(not.verdict()).startsWith("No region stands out").contains("95 %");
    assertThat(Peak.of(not.heat(4)).value()).isZero();
  }

  @Test
  void silenceIsSaidAndNothingIsComputedForIt() throws Exception {
    Path file = TestClip.plain().silent().withSeconds(3).write(folder.resolve("silent.mp4"));
    LocalizedVideo video = localize(file, 0);
    assertThat(video.count(State.SILENT)).isEqualTo(video.size());
    assertThat(video.verdict()).isEqualTo("There is no sound to be heard: nothing is painted.");
    assertThat(video.seconds()).doesNotContainKey("trunk");
    assertThat(video.csv().lines().toList().get(1)).startsWith("0.000,silent,,,,,0,");
    assertThat(video.says(0)).isEqualTo("no sound");
  }

  @Test
  void aVideoShorterThanTheTrainingSoundIsHeardRepeated() throws Exception {
    Path file = TestClip.plain().withSeconds(1).write(folder.resolve("short.mp4"));
    LocalizedVideo video = localize(file, 0);
    assertThat(video.size()).isBetween(5, 6);
    assertThat(video.count(State.SILENT)).isZero();
  }

  @Test
  void afterTheEndOfTheSoundThereIsSilence() throws Exception {
    Path file = TestClip.plain().withSeconds(5).withSoundUntil(2).write(folder.resolve("ends.mp4"));
    LocalizedVideo video = localize(file, 0);
    assertThat(video.moments().get(5).state()).isNotEqualTo(State.SILENT);
    // the window of 2 s around 3.4 s lies after the sound
    for (int k = 17; k < video.size(); k++) {
      assertThat(video.moments().get(k).state()).as("moment %d", k).isEqualTo(State.SILENT);
    }
  }

  @Test
  void withoutSoundOrPicturesThereIsNothingToLookFor() throws Exception {
    Path mute = TestClip.plain().withSound(TestClip.Sound.NONE).write(folder.resolve("mute.mp4"));
    assertThatThrownBy(() -> localize(mute, 0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot say where the sound of " + mute + " comes from")
        .hasMessageContaining("no sound stream");
    Path blind = folder.resolve("blind.wav");
    Files.write(blind, SoundCodec.wav(new Waveform(new float[32_000], 16_000)));
    assertThatThrownBy(() -> localize(blind, 0)).hasMessageContaining("no picture stream");
  }

  @Test
  void anInterruptStopsIt() throws Exception {
    Path file = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> localize(file, 0)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void weightsOfAnotherTrunkAreRefused() throws Exception {
    Path file = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    try (TrainedModel model = TinyModel.of(sources, 1, 0)) {
      ModelCard card = model.card();
      ModelCard other =
          new ModelCard(
              card.format(),
              "another/trunk",
              card.encoder(),
              card.sound(),
              2,
              14,
              16,
              9,
              card.classes(),
              card.run(),
              5);
      TrainedModel strange = new TrainedModel(other, model.encoder(), model.controls());
      assertThatThrownBy(
              () ->
                  VideoLocalization.of(
                      file,
                      strange,
                      sources,
                      SlidingSettings.defaults(),
                      NOBODY,
                      VideoListener.NONE))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("trained on features of another/trunk");
    }
  }

  @Test
  void partsAddUpAndAreNamed() {
    PartTimes times = new PartTimes(java.util.Map.of("sound", 1.0));
    times.time("sound", () -> {});
    assertThat(times.time("maps", () -> 3)).isEqualTo(3);
    assertThat(times.seconds()).containsOnlyKeys("sound", "maps");
    assertThat(PartTimes.text(times.seconds())).isEqualTo("sound 1.0 s, maps 0.0 s");
  }
}
