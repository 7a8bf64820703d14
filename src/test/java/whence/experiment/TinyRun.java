package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/** What a small run needs: made-up media and weights in a folder, and settings of a few seconds. */
final class TinyRun {

  private TinyRun() {}

  /** Small networks on the trunk's real grid. */
  static DualEncoderSettings smallEncoder() {
    return new DualEncoderSettings(
        112, 16, 8, List.of(new AudioLayer(8, 2), new AudioLayer(8, 2)), Normalisation.BATCH);
  }

  static ExperimentSettings settings() {
    ExperimentSettings full = ExperimentSettings.full().withEncoder(smallEncoder());
    return full.withTraining(
            full.training().withBatchSize(4).withPlan(full.training().plan().withLength(1, 1, 1)))
        .withCounts(new SceneCounts(8, 3, 3));
  }

  /** A home with converted weights and a folder of the user's, both inside {@code folder}. */
  static Sources sources(Path folder) throws IOException {
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
}
