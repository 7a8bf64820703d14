package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import whence.WhenceException;

final class ColumnsTest {

  @Test
  void numbersAreShownRoundedAndKeptWhole() {
    DoubleColumn column = Columns.of("share", 2, List.of(0.12345, 2, Double.NaN));
    assertThat(column.getString(0)).isEqualTo("0.12");
    assertThat(column.getString(1)).isEqualTo("2.00");
    assertThat(column.getString(2)).isEmpty();
    assertThat(column.getDouble(0)).isEqualTo(0.12345);
  }

  @Test
  void wholeNumbersNeedNoPoint() {
    DoubleColumn column = Columns.of("clips", 0, List.of(41, 42.4));
    assertThat(column.getString(0)).isEqualTo("41");
    assertThat(column.getString(1)).isEqualTo("42");
  }

  @Test
  void decimalsHaveALimit() {
    assertThatThrownBy(() -> Columns.of("share", 10, List.of(1.0)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("10 decimals")
        .hasMessageContaining("0 to 9");
  }
}
