package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

  private static ClipFacts clip(double area) {
    return new ClipFacts("a", "a", Optional.empty(), 12, area, Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "0, none",
    "0.5, small",
    "1023.5, small",
    "1024, medium",
    "9215.5, medium",
    "9216, large",
    "20735.5, large",
    "20736, huge",
    "50176, huge"
  })
  void sizesAreThoseOfSlavc(double area, String size) {
    assertThat(Grouping.SIZE.of(clip(area))).isEqualTo(size);
  }

  @Test
  void classesMayBeUnknownAndBoxesAreCounted() {
    assertThat(Grouping.CLASS.of(clip(1))).isEqualTo("unknown");
    assertThat(Grouping.BOXES.of(clip(1))).isEqualTo("12");
    assertThat(Grouping.BOXES.label()).isEqualTo("boxes");
  }

  @Test
  void groupsAreOrderedByWhatTheyMean() {
    assertThat(Stream.of("10", "2", "0").sorted(Grouping.BOXES.order()))
        .containsExactly("0", "2", "10");
    assertThat(Stream.of("huge", "small", "none", "large", "medium").sorted(Grouping.SIZE.order()))
        .containsExactly("none", "small", "medium", "large", "huge");
    assertThat(Stream.of("cat", "ant").sorted(Grouping.CLASS.order()))
        .containsExactly("ant", "cat");
  }
}
