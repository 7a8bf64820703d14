package whence.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import whence.label.LabelSettings;
import whence.model.DualEncoderSettings;
import whence.train.TrainingPlan;

/**
 * The numbers of a run that its figure tells.
 *
 * @param trunkChannels channels of a cell as the frozen trunk gives it
 * @param headWidth width of the image head's hidden layer
 * @param embeddingWidth width of the common space
 * @param audioConvolutions convolutions of the audio encoder
 * @param largestPositiveShare largest share of cells taken as sounding, in (0, 1]
 * @param positiveLevel of those, the least share of the map's range, in [0, 1]
 * @param negativeQuantile cells at or below this quantile are non-sounding, in [0, 1)
 * @param neighbours k of the mutual nearest neighbours
 * @param firstEpochs epochs of iteration 0
 * @param lastIteration index of the last iteration
 * @param epochs epochs of every later iteration
 */
public record MethodNumbers(
    int trunkChannels,
    int headWidth,
    int embeddingWidth,
    int audioConvolutions,
    double largestPositiveShare,
    double positiveLevel,
    double negativeQuantile,
    int neighbours,
    int firstEpochs,
    int lastIteration,
    int epochs) {

  /** Reads the settings of a run. */
  public static MethodNumbers of(ExperimentSettings settings) {
    DualEncoderSettings encoder = settings.encoder();
    LabelSettings labels = settings.training().labels();
    TrainingPlan plan = settings.training().plan();
    return new MethodNumbers(
        encoder.featureWidth(),
        encoder.headWidth(),
        encoder.embeddingWidth(),
        encoder.audioLayers().size(),
        labels.positiveFraction(),
        labels.positiveLevel(),
        labels.negativeQuantile(),
        labels.neighbours(),
        plan.firstEpochs(),
        plan.iterations(),
        plan.epochs());
  }

  /** Each number by what it is called, in the order of the method. */
  public Map<String, Number> byName() {
    Map<String, Number> numbers = new LinkedHashMap<>();
    numbers.put("trunk channels", trunkChannels);
    numbers.put("head width", headWidth);
    numbers.put("embedding width", embeddingWidth);
    numbers.put("audio convolutions", audioConvolutions);
    numbers.put("largest share of sounding cells", largestPositiveShare);
    numbers.put("least share of the range of sounding cells", positiveLevel);
    numbers.put("quantile of non-sounding cells", negativeQuantile);
    numbers.put("mutual nearest neighbours", neighbours);
    numbers.put("epochs of iteration 0", firstEpochs);
    numbers.put("last iteration", lastIteration);
    numbers.put("epochs of each later iteration", epochs);
    return numbers;
  }
}
