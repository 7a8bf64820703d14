package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import whence.WhenceException;

class LearningRateScheduleTest {

  private static final double EXACT = 1e-15;
  private final LearningRateSchedule schedule = new LearningRateSchedule(0.8, 0.2, 4, 12);

  @Test
  void warmsUpInEqualStepsToThePeak() {
    assertThat(schedule.at(0)).isCloseTo(0.2, offset(EXACT));
    assertThat(schedule.at(1)).isCloseTo(0.4, offset(EXACT));
    assertThat(schedule.at(3)).isCloseTo(0.8, offset(EXACT));
  }

  @Test
  void fallsAsAHalfCosineToTheFloor() {
    assertThat(schedule.at(4)).isCloseTo(0.8, offset(EXACT));
    assertThat(schedule.at(8)).isCloseTo(0.5, offset(EXACT)); // half-way: the mean of both
    assertThat(schedule.at(6)).isCloseTo(0.5 + 0.3 * Math.cos(Math.PI / 4), offset(EXACT));
    assertThat(schedule.at(12)).isEqualTo(0.2);
    assertThat(schedule.at(1_000)).isEqualTo(0.2);
  }

  @Test
  void constantStays() {
    LearningRateSchedule constant = LearningRateSchedule.constant(1e-3);
    assertThat(constant.at(0)).isEqualTo(1e-3);
    assertThat(constant.at(99)).isEqualTo(1e-3);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatThrownBy(() -> new LearningRateSchedule(0.1, 0.2, 5, 4))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use this learning-rate schedule")
        .hasMessageContaining("peak 0.1, floor 0.2, 5 warm-up steps of 4")
        .hasMessageContaining("floor in [0, peak]");
    assertThatThrownBy(() -> LearningRateSchedule.constant(Double.NaN))
        .isInstanceOf(WhenceException.class);
  }
}
