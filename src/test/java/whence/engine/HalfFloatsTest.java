package whence.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatsTest {
  @Test
  void everyHalfComesBack() {
    for (int half = 0; half < 1 << 16; half++) {
      float value = HalfFloats.toFloat((short) half);
      if (Float.isNaN(value)) {
        assertThat(HalfFloats.toFloat(HalfFloats.toHalf(value))).isNaN();
      } else {
        assertThat(HalfFloats.toHalf(value)).isEqualTo((short) half);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3c00",
    "-2, c000",
    "65504, 7bff",
    "65519.99, 7bff",
    "65520, 7c00",
    "1e30, 7c00",
    "-Infinity, fc00",
    "0, 0000",
    "-0.0, 8000",
    "6.1035156e-5, 0400",
    "5.9604645e-8, 0001",
    "2.9802322e-8, 0000",
    "2.98024e-8, 0001",
    "1.00048828125, 3c00",
    "1.00146484375, 3c02",
    "0.333333333, 3555",
    "NaN, 7e00"
  })
  void roundsToNearestTiesToEven(float value, String half) {
    assertThat(HalfFloats.toHalf(value)).isEqualTo((short) Integer.parseInt(half, 16));
  }
}
