package whence.engine;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A plain matrix product, the yardstick beside which times of noisy or unlike machines compare.
 *
 * <p>C = A B with A and B of {@value #SIDE} x {@value #SIDE} FLOAT32: 2 * {@value #SIDE}^3
 * multiplications and additions, by the backend's BLAS on its threads.
 */
public final class MatrixProduct implements AutoCloseable {
  /** Rows and columns of all three matrices. */
  public static final int SIDE = 1024;

  private static final double GIGA_OPERATIONS = 2e-9 * SIDE * SIDE * SIDE;
  private final INDArray left = filled(1);
  private final INDArray right = filled(2);
  private final INDArray product = Tensors.zeros(SIDE, SIDE);

  /** Makes the matrices and runs the product once, which loads what it needs. */
  public MatrixProduct() {
    left.mmuli(right, product);
  }

  /**
   * Runs the product.
   *
   * @param times how often, at least 1
   * @return the median speed, in 1e9 floating-point operations a second
   */
  public double gigaFlops(int times) {
    double[] speeds = new double[times];
    for (int k = 0; k < times; k++) {
      long start = System.nanoTime();
      left.mmuli(right, product);
      speeds[k] = GIGA_OPERATIONS / ((System.nanoTime() - start) * 1e-9);
    }
    Arrays.sort(speeds);
    return speeds[times / 2];
  }

  private static INDArray filled(int phase) {
    float[] values = new float[SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(phase + 0.1 * i);
    }
    return Tensors.of(values, SIDE, SIDE);
  }

  @Override
  public void close() {
    left.close();
    right.close();
    product.close();
  }
}
