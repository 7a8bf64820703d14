package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.fetch.Home;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;
import whence.model.AudioLayer;
import whence.model.DualEncoderSettings;
import whence.model.EfficientNetWeights;
import whence.model.Normalisation;
import whence.model.TestWeights;
import whence.train.EpochReport;

/** A whole run, small and of made-up media and weights, judged again. */
class ReevaluationTest {
  @TempDir Path folder;

  /** Small networks on the trunk's real grid. */
  static DualEncoderSettings smallEncoder() {
    return new DualEncoderSettings(
        112, 16, 8, List.of(new AudioLayer(8, 2), new AudioLayer(8, 2)), Normalisation.BATCH);
  }

  private static ExperimentSettings tiny() {
    ExperimentSettings full = ExperimentSettings.full().withEncoder(smallEncoder());
    return full.withTraining(
            full.training().withBatchSize(4).withPlan(full.training().plan().withLength(1, 1, 1)))
        .withCounts(new SceneCounts(8, 3, 3));
  }

  private Sources sources() throws IOException {
    Home home = new Home(folder.resolve("home"));
    try (Weights weights = TestWeights.formula(10)) {
      SafeTensors.write(
          home.folder("weights").resolve(EfficientNetWeights.FILE),
          weights.tensors(),
          weights.metadata());
    }
    Path media = folder.resolve("media");
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < 2; i++) {
        Path place = Files.createDirectories(media.resolve("class" + k));
        Files.write(place.resolve(i + ".png"), PictureCodec.png(disc(30 + 70 * k + 20 * i)));
        Files.write(place.resolve(i + ".wav"), SoundCodec.wav(tone(250 + 200 * k + 30 * i)));
      }
    }
    Path background = Files.createDirectories(media.resolve("backgrounds")).resolve("a.jpg");
    Files.write(background, PictureCodec.jpeg(Picture.opaque(80, 60, new byte[3 * 80 * 60]), 90));
    return new Sources(home, media);
  }

  private static Picture disc(int colour) {
    int side = 60;
    byte[] rgb = new byte[3 * side * side];
    byte[] alpha = new byte[side * side];
    for (int u = 0; u < alpha.length; u++) {
      alpha[u] = (byte) (Math.hypot(u % side - 30.0, u / side - 30.0) < 25 ? 255 : 0);
      rgb[3 * u] = (byte) colour;
    }
    return new Picture(side, side, rgb, alpha);
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[12_000];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * t / 16_000 + 0.3));
    }
    return new Waveform(samples, 16_000);
  }

  @Test
  void savedIterationsGiveTheSameScoresWithoutTraining() throws Exception {
    Sources sources = sources();
    Path run = folder.resolve("run");
    RunResult first = Experiment.run(tiny(), sources, run, new ExperimentListener() {});
    assertThat(first.metrics()).hasSizeGreaterThan(50);
    String metrics = Files.readString(run.resolve("metrics.csv"));
    byte[] weights = Files.readAllBytes(run.resolve("checkpoint.safetensors"));
    Files.delete(run.resolve("metrics.csv"));
    Files.delete(run.resolve("iterations/iteration-1.csv"));

    List<Integer> epochs = new ArrayList<>();
    RunResult again =
        Experiment.evaluateAgain(
            run,
            sources,
            new ExperimentListener() {
              @Override
              public void onEpoch(EpochReport report) {
                epochs.add(report.epoch());
              }
            });
    assertThat(epochs).isEmpty();
    assertThat(again.metrics()).isEqualTo(first.metrics());
    assertThat(run.resolve("metrics.csv")).hasContent(metrics);
    assertThat(run.resolve("checkpoint.safetensors")).hasBinaryContent(weights);

    // other media than the run had: refused before a score is replaced
    Files.delete(folder.resolve("media/class0/0.wav"));
    assertThatThrownBy(() -> Experiment.evaluateAgain(run, sources, new ExperimentListener() {}))
        .hasMessageContaining("other settings or data");
    Files.delete(run.resolve("control/iterations/iteration-1.safetensors"));
    assertThatThrownBy(() -> Experiment.evaluateAgain(run, sources, new ExperimentListener() {}))
        .hasMessageContaining("no control/iterations/iteration-1.safetensors");
    assertThat(run.resolve("metrics.csv")).hasContent(metrics);
  }
}
