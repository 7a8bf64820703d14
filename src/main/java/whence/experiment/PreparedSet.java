package whence.experiment;

import java.nio.file.Path;
import java.util.List;
import whence.WhenceException;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.ParallelWork;
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
 * clip; spectrograms are computed whenever they are asked for. Neither is in memory. Features are
 * kept under a name made of the clips' ids; where a frame has changed all are computed again in
 * their place.
 *
 * @param clips which clips
 * @param bank the clips as numbers, in the same order
 * @param trunk names what computed the features, see {@link Trunk#key}
 * @param sound how waveforms became log-mel spectrograms
 * @param features the features behind the bank
 */
public record PreparedSet(
    ClipSet clips, ClipBank bank, String trunk, LogMelSettings sound, FeatureCache features)
    implements AutoCloseable {

  /**
   * Looks at every clip that was not looked at before.
   *
   * @param clips read as the models were trained, see {@link ModelCard#reading}
   * @param sound how the models want a waveform to become a log-mel spectrogram
   * @param sources where the trunk's weights and the home folder are
   * @param listener hears of downloads and progress
   * @throws InterruptedException if the thread is interrupted; what was done is kept
   * @throws WhenceException if a clip cannot be read, or features cannot be kept
   */
  public static PreparedSet open(
      ClipSet clips, LogMelSettings sound, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    LogMel logMel = new LogMel(sound);
    int length = spectrogram(clips, 0, logMel).length;
    try (Weights weights = sources.weights(Downloads.toldTo(listener));
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      FeatureCache features = features(clips, trunk, sources, listener);
      ClipBank bank =
          new ClipBank(
              Split.RESEARCH,
              clips.ids(),
              shape(trunk.settings(), sound.bands().count(), length),
              features::read,
              (clip, to, at) ->
                  System.arraycopy(spectrogram(clips, clip, logMel), 0, to, at, length));
      return new PreparedSet(clips, bank, trunk.key(), sound, features);
    }
  }

  private static FeatureCache features(
      ClipSet clips, Trunk trunk, Sources sources, ExperimentListener listener)
      throws InterruptedException {
    String set = clips.kind().label();
    String name = Digest.of(clips.ids(), clips.reading().sidePixels(), trunk.key());
    Path file = sources.home().folder("features").resolve(set + "-" + name + ".safetensors");
    PictureSet pictures =
        new PictureSet(Digest.of(clips.framesState()), clips.size(), clips::frame);
    FeatureListener told = Preparation.progress(listener, set);
    return FeatureCache.open(file, pictures, trunk, told);
  }

  private static ClipShape shape(TrunkSettings trunk, int bands, int length) {
    return new ClipShape(trunk.cells(), trunk.cells(), trunk.channels(), bands, length / bands);
  }

  private static float[] spectrogram(ClipSet clips, int clip, LogMel logMel) {
    return logMel.transform(clips.sound(clip).samples()).values();
  }

  /**
   * Refuses a model that was trained on other frames, sounds or features.
   *
   * @throws WhenceException naming what differs
   */
  void requireFits(ModelCard card) {
    card.requireTrunk(trunk);
    if (!card.reading().equals(clips.reading()) || !card.sound().equals(sound)) {
      throw new WhenceException(
          "Cannot use the model on " + clips.kind().label(),
          "clips read as " + clips.reading() + " with " + sound,
          card.reading() + " with " + card.sound() + ", as the model was trained",
          "open the clips by the reading and the spectrogram of the model's card");
    }
  }

  /**
   * How much of the picture a model marks for sounds that belong to nothing in it.
   *
   * @param model was trained on clips that were read alike; not closed
   * @param draws of each kind of sound, at least 1
   * @param listener hears how many of all the maps are drawn
   * @return a line for each kind of sound; none for off-screen sounds where a clip has none
   */
  public List<NegativeScores> negativeSounds(
      TrainedModel model, int draws, ParallelWork.Listener listener) {
    requireFits(model.card());
    LogMel logMel = new LogMel(sound);
    NegativeInputs inputs =
        new NegativeInputs(
            clips.sound(0).samples().length,
            samples -> logMel.transform(samples).values(),
            SetLocalizer.offScreen(clips));
    ModelLocalizer localizer = new ModelLocalizer("model", model.encoder(), model.card().grid());
    return NegativeScores.ofAll(localizer, bank, inputs, draws, Bootstrap.defaults(), listener);
  }

  @Override
  public void close() {
    features.close();
  }
}
