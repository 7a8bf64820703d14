package whence.experiment;

import java.util.List;
import java.util.Random;
import whence.data.ClipBank;
import whence.data.ClipShape;
import whence.data.Split;
import whence.data.scene.Recording;
import whence.model.TrunkSettings;
import whence.signal.LogMel;

/** Clips of a run's sizes with features and spectrograms of noise; the same every time. */
final class RandomClips {
  private static final int OFFSETS = 100_000;
  private static final int STRIDE = 7_919; // prime: clips begin at other places of the noise

  private RandomClips() {}

  static ClipBank of(ExperimentSettings run, List<String> ids) {
    TrunkSettings trunk = TrunkSettings.defaults();
    int bands = run.sound().bands().count();
    float[] silence = new float[(int) (run.scenes().soundSeconds() * Recording.SAMPLE_RATE_HZ)];
    int frames = new LogMel(run.sound()).transform(silence).values().length / bands;
    ClipShape shape = new ClipShape(trunk.cells(), trunk.cells(), trunk.channels(), bands, frames);
    Random random = new Random(1);
    float[] noise = new float[shape.featureLength() + shape.soundLength() + OFFSETS];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return new ClipBank(
        Split.NEW_SCENES,
        ids,
        shape,
        (clip, to, at) -> System.arraycopy(noise, offset(clip), to, at, shape.featureLength()),
        (clip, to, at) -> System.arraycopy(noise, offset(clip), to, at, shape.soundLength()));
  }

  private static int offset(int clip) {
    return clip * STRIDE % OFFSETS;
  }
}
