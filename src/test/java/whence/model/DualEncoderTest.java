package whence.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import whence.WhenceException;
import whence.engine.Adam;
import whence.engine.AdamSettings;
import whence.engine.GradientCheck;
import whence.engine.StepOutput;
import whence.engine.Tensors;
import whence.engine.TrainingGraph;
import whence.loss.LossTerms;
import whence.loss.MaxPooledInfoNce;

class DualEncoderTest {

  private static final int CELLS = 4;
  private static final DualEncoderSettings SHAPE =
      new DualEncoderSettings(
          3, 4, 2, List.of(new AudioLayer(2, 2), new AudioLayer(3, 1)), Normalisation.BATCH);

  /** Single precision over a few dozen operations. */
  private static final float SINGLE = 1e-5f;

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void gradientOfTheWholeNetworkAgreesWithDifferences(Normalisation normalisation) {
    DualEncoderSettings shape = SHAPE.withNormalisation(normalisation);
    try (DualEncoder encoder =
        DualEncoder.create(shape, CELLS, InputStatistics.identity(3), 7, DataType.DOUBLE)) {
      DualEncoder.TrainingPart part = encoder.trainingPart(3);
      LossTerms terms = MaxPooledInfoNce.build(part.correlation(), 0.5);
      Random random = new Random(17);
      Map<String, INDArray> fed = new HashMap<>();
      fed.put(DualEncoder.FEATURES, doubles(random, 3 * CELLS, 3));
      fed.put(DualEncoder.SPECTROGRAMS, doubles(random, 3, 1, 6, 5));
      fed.put(MaxPooledInfoNce.DIAGONAL, Nd4j.eye(3).castTo(DataType.DOUBLE));
      GradientCheck.check(encoder.parameters(), terms.total(), fed, 17);
    }
  }

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void aBatchOfOneGivesWhatABatchOfManyGives(Normalisation normalisation) {
    try (DualEncoder encoder = encoder(normalisation);
        INDArray features = floats(1, 5, 2, 2, 3);
        INDArray sounds = floats(2, 5, 1, 6, 5);
        DualEncoder.Embedded all = encoder.embed(features, sounds)) {
      assertThat(all.maps().shape()).containsExactly(5, CELLS);
      assertThat(all.sounds().shape()).containsExactly(5, 2);
      float[] maps = Tensors.toArray(all.maps());
      float[] heard = Tensors.toArray(all.sounds());
      for (int i = 0; i < 5; i++) {
        try (INDArray one = slice(features, i, 12, 1, 2, 2, 3);
            INDArray sound = slice(sounds, i, 30, 1, 1, 6, 5);
            DualEncoder.Embedded alone = encoder.embed(one, sound)) {
          for (int u = 0; u < CELLS; u++) {
            float map = Tensors.toArray(alone.maps())[u];
            assertThat(map)
                .isCloseTo(maps[i * CELLS + u], offset(SINGLE))
                .isBetween(-1.00001f, 1.00001f);
          }
          float[] embedding = Tensors.toArray(alone.sounds());
          assertThat(embedding[0]).isCloseTo(heard[2 * i], offset(SINGLE));
          assertThat(Math.hypot(embedding[0], embedding[1])).isCloseTo(1, offset(1e-5));
        }
      }
    }
  }

  @Test
  void dataDependentStartGivesMeanZeroAndVarianceOne() {
    try (DualEncoder encoder = encoder(Normalisation.DATA_DEPENDENT_START);
        INDArray features = floats(3, 40, 2, 2, 3);
        INDArray sounds = floats(4, 40, 1, 6, 5)) {
      DataDependentStart.apply(encoder, features, sounds);
      Map<String, INDArray> inputs =
          Map.of(DualEncoder.FEATURES, features.reshape(-1, 3), DualEncoder.SPECTROGRAMS, sounds);
      for (String layer : List.of(ImageHead.HIDDEN, "audio.conv0", "audio.conv1")) {
        INDArray output = encoder.inference().run(inputs, layer).get(0);
        int[] axes = output.rank() == 4 ? new int[] {0, 2, 3} : new int[] {0};
        for (int c = 0; c < output.size(1); c++) {
          assertThat(output.mean(axes).getDouble(c)).as(layer).isCloseTo(0, offset(1e-4));
          assertThat(output.std(false, axes).getDouble(c)).as(layer).isCloseTo(1, offset(1e-4));
        }
      }
    }
  }

  @Test
  void runningMomentsMoveATenthTowardsTheBatch() {
    try (DualEncoder encoder = encoder(Normalisation.BATCH);
        Learner learner = new Learner(encoder, 4)) {
      double before = encoder.parameters().get("head.hidden.mean").getDouble(0);
      double batch = learner.step(0);
      double after = encoder.parameters().get("head.hidden.mean").getDouble(0);
      assertThat(after).isCloseTo(0.9 * before + 0.1 * batch, offset(1e-6));
      assertThat(encoder.parameters().get("audio.conv1.variance").getDouble(0)).isNotEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(Normalisation.class)
  void overfitsFourClips(Normalisation normalisation) {
    DualEncoderSettings wide = SHAPE.withWidths(16, 8).withNormalisation(normalisation);
    try (DualEncoder encoder = DualEncoder.create(wide, CELLS, InputStatistics.identity(3), 7);
        Learner learner = new Learner(encoder, 4)) {
      learner.step(1e-2);
      double first = learner.loss;
      for (int i = 0; i < 150; i++) {
        learner.step(1e-2);
      }
      assertThat(first).isGreaterThan(0.5);
      assertThat(learner.loss).isLessThan(0.05);
    }
  }

  @Test
  void refusesShapesThatCannotBe() {
    assertThatThrownBy(() -> DualEncoderSettings.defaults().withWidths(0, 8))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot make a dual encoder")
        .hasMessageContaining("head width 0, embedding width 8");
    assertThatThrownBy(() -> DualEncoderSettings.defaults().withAudioLayers(List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 audio layers");
    assertThatThrownBy(() -> DualEncoderSettings.defaults().withFeatureWidth(0))
        .isInstanceOf(WhenceException.class);
    assertThatThrownBy(() -> new AudioLayer(8, 3))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("8 channels, stride 3");
  }

  /** Plain contrastive steps on four fixed clips. */
  private static final class Learner implements AutoCloseable {
    private final DualEncoder encoder;
    private final DualEncoder.TrainingPart part;
    private final TrainingGraph graph;
    private final Adam adam;
    private final Map<String, INDArray> fed = new HashMap<>();
    private double loss;

    Learner(DualEncoder encoder, int clips) {
      this.encoder = encoder;
      this.part = encoder.trainingPart(clips);
      LossTerms terms = MaxPooledInfoNce.build(part.correlation(), 0.2);
      this.graph =
          TrainingGraph.compile(
              part.graph(),
              encoder.parameters(),
              terms.total(),
              Stream.concat(Stream.of(LossTerms.TOTAL), part.momentNames().stream()).toList());
      this.adam = new Adam(encoder.parameters(), AdamSettings.defaults());
      fed.put(DualEncoder.FEATURES, floats(5, clips * CELLS, 3));
      fed.put(DualEncoder.SPECTROGRAMS, floats(6, clips, 1, 6, 5));
      fed.put(MaxPooledInfoNce.DIAGONAL, Nd4j.eye(clips).castTo(DataType.FLOAT));
    }

    /** Returns the first channel's mean in the head, where it is normalised by batch. */
    double step(double rate) {
      try (StepOutput output = graph.run(fed)) {
        loss = output.scalar(LossTerms.TOTAL);
        adam.step(output.gradients(), rate);
        part.updateMoments(encoder.parameters(), output);
        return part.normalisedLayers().isEmpty()
            ? Double.NaN
            : output.value("head.hidden.batch_mean").getDouble(0);
      }
    }

    @Override
    public void close() {
      graph.close();
      adam.close();
      fed.values().forEach(INDArray::close);
    }
  }

  private static DualEncoder encoder(Normalisation normalisation) {
    return DualEncoder.create(
        SHAPE.withNormalisation(normalisation), CELLS, InputStatistics.identity(3), 7);
  }

  private static INDArray doubles(Random random, long... shape) {
    int size = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = IntStream.range(0, size).mapToDouble(i -> random.nextGaussian()).toArray();
    return Nd4j.createFromArray(values).reshape('c', shape);
  }

  private static INDArray floats(long seed, long... shape) {
    return doubles(new Random(seed), shape).castTo(DataType.FLOAT).dup('c');
  }

  private static INDArray slice(INDArray all, int index, int length, long... shape) {
    float[] values = Tensors.toArray(all);
    return Tensors.of(
        java.util.Arrays.copyOfRange(values, index * length, (index + 1) * length), shape);
  }
}
