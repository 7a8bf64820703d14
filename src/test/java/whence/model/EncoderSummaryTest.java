package whence.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import whence.engine.Tensors;
import whence.model.EncoderSummary.Layer;

final class EncoderSummaryTest {
  private static final int BANDS = 21;
  private static final int FRAMES = 34;

  @Test
  void shapesAreThoseThatTheGraphGives() {
    try (DualEncoder encoder =
        DualEncoder.create(
            DualEncoderSettings.defaults().withNormalisation(Normalisation.DATA_DEPENDENT_START),
            4,
            InputStatistics.identity(112),
            1)) {
      Map<String, INDArray> inputs =
          Map.of(
              DualEncoder.FEATURES, Tensors.zeros(8, 112),
              DualEncoder.SPECTROGRAMS, Tensors.zeros(2, 1, BANDS, FRAMES));
      EncoderSummary summary = encoder.summary(BANDS, FRAMES);
      int checked = 0;
      for (Layer layer : summary.layers()) {
        if (layer.name().startsWith("audio.conv")) {
          INDArray output = encoder.inference().run(inputs, layer.name()).get(0);
          String shape = Arrays.toString(output.shape()).replace("[2,", "[N,");
          assertThat(layer.shape()).as(layer.name()).isEqualTo(shape);
          checked++;
        }
      }
      assertThat(checked).isEqualTo(4);
    }
  }

  @Test
  void parametersAddUp() {
    try (DualEncoder encoder =
        DualEncoder.create(DualEncoderSettings.defaults(), 196, InputStatistics.identity(112), 1)) {
      EncoderSummary summary = encoder.summary(64, 99);
      assertThat(summary.parameters()).isEqualTo(encoder.parameters().trainedCount());
      assertThat(summary.layers().stream().mapToLong(Layer::parameters).sum())
          .isEqualTo(summary.parameters());
      assertThat(summary.layers().get(1))
          .isEqualTo(
              new Layer(
                  "head.hidden",
                  "linear, batch normalisation, ReLU",
                  "[N, 196, 256]",
                  112 * 256 + 2 * 256));
      assertThat(encoder.sketch().operationCount()).isGreaterThan(20);
    }
  }
}
