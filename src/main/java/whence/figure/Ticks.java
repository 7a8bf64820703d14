package whence.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten, at most about {@code
 * wanted} of them.
 *
 * @param low first tick, at or above the axis' lower end
 * @param step distance of ticks, above 0
 * @param count number of ticks
 */
record Ticks(double low, double step, int count) {

  /** Ticks within [low, high]. */
  static Ticks of(double low, double high, int wanted) {
    return of(low, high, wanted, 0);
  }

  /** The same, at least {@code least} apart. */
  static Ticks of(double low, double high, int wanted, double least) {
    double rough = (high - low) / Math.max(1, wanted) * (1 - 1e-9);
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double round =
        power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    double step = Math.max(least, round);
    double first = Math.ceil(low / step - 1e-9);
    double last = Math.floor(high / step + 1e-9);
    return new Ticks(first * step, step, (int) (last - first) + 1);
  }

  /** The value of one tick. */
  double at(int i) {
    return low + i * step;
  }

  /** As short as the step allows, such as 0.25. */
  List<String> labels() {
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = Math.abs(at(i)) < step / 1e6 ? 0 : at(i);
      BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
      labels.add(
          Math.abs(value) >= 1e6 || step < 1e-5
              ? String.format(Locale.ROOT, "%.3g", value)
              : rounded.toPlainString());
    }
    return labels;
  }
}
