package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

class ParametersTest {

  @Test
  void keepsOrderKindAndType() {
    try (Parameters parameters = new Parameters()) {
      parameters.train("z", new double[] {1, 2, 3, 4}, 2, 2);
      parameters.fix("mean", new double[] {5}, 1);
      parameters.train("a", new double[] {6, 7}, 2);
      assertThat(parameters.trainedNames()).containsExactly("z", "a");
      assertThat(parameters.all().keySet()).containsExactly("z", "a", "mean");
      assertThat(parameters.trainedCount()).isEqualTo(6);
      assertThat(parameters.isTrained("mean")).isFalse();
      assertThat(parameters.type()).isEqualTo(DataType.FLOAT);
      assertThat(parameters.get("z").getDouble(1, 0)).isEqualTo(3); // c-order
    }
  }

  @Test
  void refusesTheSameNameTwiceAndAWrongCount() {
    try (Parameters parameters = new Parameters()) {
      parameters.fix("w", new double[] {1}, 1);
      assertThatThrownBy(() -> parameters.train("w", new double[] {1}, 1))
          .hasMessage("Two tensors are called w");
      assertThatThrownBy(() -> parameters.train("v", new double[] {1, 2}, 3))
          .hasMessage("v: 2 values for shape [3]");
      assertThatThrownBy(() -> parameters.get("v")).hasMessage("No tensor is called v");
    }
  }

  @Test
  void assignChangesAllOrNothing() {
    try (Parameters parameters = new Parameters()) {
      parameters.train("a", new double[] {1}, 1);
      parameters.train("b", new double[] {2, 3}, 2);
      assertThatThrownBy(
              () -> parameters.assign(Map.of("a", Nd4j.ones(1), "b", Nd4j.ones(3))))
          .hasMessage("b: expected shape [2], got [3]");
      assertThatThrownBy(() -> parameters.assign(Map.of("a", Nd4j.zeros(1))))
          .hasMessage("b: expected shape [2], got nothing");
      assertThat(parameters.get("a").getDouble(0)).isEqualTo(1);
      parameters.assign(Map.of("a", Nd4j.zeros(1), "b", Nd4j.ones(2)));
      assertThat(parameters.get("a").getDouble(0)).isZero();
      assertThat(parameters.get("b").getDouble(1)).isEqualTo(1);
    }
  }
}
