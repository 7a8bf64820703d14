package whence.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import whence.engine.MatrixProduct;

/** The speed of a matrix product, measured again and again beside other work. */
final class Yardstick implements AutoCloseable {
  private static final int TIMES = 7;

  private final MatrixProduct product = new MatrixProduct();
  private final List<Double> speeds = new ArrayList<>();

  /** The speed now, in 1e9 floating-point operations a second. */
  double speed() {
    double speed = product.gigaFlops(TIMES);
    speeds.add(speed);
    return speed;
  }

  /** The mean of the speed before some work and the one now: others may use the machine. */
  double around(double before) {
    return (before + speed()) / 2;
  }

  /** All speeds; the cost is 1 for every 1e9 operations, by definition. */
  Measurement measurement() {
    double[] sorted = speeds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] seconds = Arrays.stream(sorted).map(speed -> 1 / speed).toArray();
    String note = "matrix product, %1$d x %1$d".formatted(MatrixProduct.SIDE);
    double median = Measurement.median(sorted);
    return Measurement.rate("reference", "GFLOP/s", seconds, 1, median, note);
  }

  @Override
  public void close() {
    product.close();
  }
}
