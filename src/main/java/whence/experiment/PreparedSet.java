package whence.experiment;

import java.nio.file.Path;
import java.util.List;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;
import whence.data.reader.ClipSet;
import whence.engine.Weights;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.NegativeInputs;
import whence.evaluate.measure.NegativeScores;
import whence.localize.ModelLocalizer;
import whence.model.FeatureCache;
import whence.model.FeatureListener;
import whence.model.PictureSet;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMel;
import whence.signal.LogMelSettings;

/**
 * The clips of a research data set as numbers, so that whatever judges scenes can judge them too.
 * Owns the features: close it.
 *
 * <p>Trunk features are computed once for all models and kept in the home folder, about 43 kB a
 * clip; spectrograms are computed whenever they are asked for. Neither is in memory.
 *
 * @param clips which clips
 * @param bank the clips as numbers, in the same order
 * @param trunk names what computed the features, see {@link Trunk#key}
 * @param features the features behind the bank
 */
public record PreparedSet(ClipSet clips, ClipBank bank, String trunk, FeatureCache features)
    implements AutoCloseable {

  /**
   * Looks at every clip that was not looked at before.
   *
   * @param clips read as the models were trained
   * @param sound how a waveform becomes a log-mel spectrogram
   * @param sources where the trunk's weights and the home folder are
   * @param listener hears of downloads and progress
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   * @throws whence.WhenceException if a clip cannot be read, or features cannot be kept
   */
  public static PreparedSet open(
      ClipSet clips, LogMelSettings sound, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    try (Weights weights = sources.weights(Downloads.toldTo(listener));
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      String key = Digest.of(clips.fingerprint());
      String name = clips.kind().label() + "-" + Digest.of(key, trunk.key()) + ".safetensors";
      Path file = sources.home().folder("features").resolve(name);
      PictureSet pictures = new PictureSet(key, clips.size(), clips::frame);
      FeatureListener told = Preparation.progress(listener, clips.kind().label());
      FeatureCache features = FeatureCache.open(file, pictures, trunk, told);
      return new PreparedSet(
          clips, bank(clips, sound, trunk.settings(), features), trunk.key(), features);
    }
  }

  private static ClipBank bank(
      ClipSet clips, LogMelSettings sound, TrunkSettings trunk, FeatureCache features) {
    LogMel logMel = new LogMel(sound);
    int bands = sound.bands().count();
    int length = spectrogram(clips, 0, logMel).length;
    ClipShape shape =
        new ClipShape(trunk.cells(), trunk.cells(), trunk.channels(), bands, length / bands);
    return new ClipBank(
        Split.RESEARCH,
        clips.ids(),
        shape,
        features::read,
        (clip, to, at) -> System.arraycopy(spectrogram(clips, clip, logMel), 0, to, at, length));
  }

  private static float[] spectrogram(ClipSet clips, int clip, LogMel logMel) {
    return logMel.transform(clips.sound(clip).samples()).values();
  }

  /**
   * How much of the picture a model marks for sounds that belong to nothing in it.
   *
   * @param model was trained on features of the same trunk; not closed
   * @param draws of each kind of sound, at least 1
   */
  public List<NegativeScores> negativeSounds(TrainedModel model, int draws) {
    model.card().requireTrunk(trunk);
    LogMel logMel = new LogMel(model.card().sound());
    NegativeInputs inputs =
        new NegativeInputs(
            clips.sound(0).samples().length,
            samples -> logMel.transform(samples).values(),
            clips.classes());
    ModelLocalizer localizer = new ModelLocalizer("model", model.encoder(), model.card().grid());
    return NegativeScores.ofAll(localizer, bank, inputs, draws, Bootstrap.defaults());
  }

  @Override
  public void close() {
    features.close();
  }
}
