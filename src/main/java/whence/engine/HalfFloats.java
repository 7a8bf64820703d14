package whence.engine;

/**
 * Conversion between {@code float} and IEEE 754 binary16 ("half") bit patterns.
 *
 * <p>Half to float is exact and one table look-up (65,536 floats, 256 KiB). Float to half rounds to
 * nearest, ties to even.
 *
 * <ul>
 *   <li>Magnitudes of 65,520 and above become infinity, below 2^-25 (and 2^-25 itself) zero.
 *   <li>Values between are kept to 11 significant bits (relative error at most 2^-11), or to a
 *       multiple of 2^-24 where they are smaller than 2^-14.
 *   <li>NaN stays NaN (one quiet pattern); signs, also of zero, are kept.
 * </ul>
 *
 * <p>Source: IEEE Standard for Floating-Point Arithmetic, IEEE 754-2008, section 3.6 and 4.3.1.
 */
public final class HalfFloats {
  private static final float[] FLOAT_OF_HALF = table();

  private HalfFloats() {}

  /** The float with exactly the value of {@code half}'s 16 bits. */
  public static float toFloat(short half) {
    return FLOAT_OF_HALF[half & 0xffff];
  }

  /** The half nearest to {@code value}, ties to even. */
  public static short toHalf(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00); // NaN
    }
    if (magnitude >= 0x47800000) {
      return (short) (sign | 0x7c00); // 2^16 and above, infinity
    }
    if (magnitude < 0x38800000) {
      // Below 2^-14 halves are multiples of 2^-24; the product is exact, rint rounds ties to even.
      return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
    }
    int odd = (magnitude >>> 13) & 1;
    // Exponent bias 127 to 15; a carry out of the mantissa is the right next exponent, or infinity.
    return (short) (sign | ((magnitude - 0x38000000 + 0x0fff + odd) >>> 13));
  }

  private static float[] table() {
    float[] table = new float[1 << 16];
    for (int half = 0; half < table.length; half++) {
      table[half] = decode(half);
    }
    return table;
  }

  private static float decode(int half) {
    int exponent = (half >>> 10) & 0x1f;
    int mantissa = half & 0x3ff;
    float magnitude;
    if (exponent == 0) {
      magnitude = mantissa * 0x1p-24f;
    } else if (exponent == 31) {
      magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude = Float.intBitsToFloat(((exponent + 112) << 23) | (mantissa << 13));
    }
    return (half & 0x8000) == 0 ? magnitude : -magnitude;
  }
}
