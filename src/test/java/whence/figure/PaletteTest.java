package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Colours, and whether eyes of all kinds can tell them apart. */
class PaletteTest {
  private static final List<Palette> SERIES =
      List.of(Palette.BLUE, Palette.VERMILLION, Palette.GREEN, Palette.ORANGE, Palette.SKY);

  /** In CIE 1976 units; about 2 is just noticed side by side, 10 is told apart at a glance. */
  private static final double AT_A_GLANCE = 10;

  /**
   * Linear RGB as seen without one cone type. Source: G. M. Machado, M. M. Oliveira, L. A. F.
   * Fernandes, "A physiologically-based model for simulation of color vision deficiency", IEEE TVCG
   * 15(6), 2009, severity 1.0: protanopia, deuteranopia; identity first.
   */
  private static final double[][] EYES = {
    {1, 0, 0, 0, 1, 0, 0, 0, 1},
    {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
    {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881}
  };

  private static double[] linear(int rgb) {
    double[] out = new double[3];
    for (int i = 0; i < 3; i++) {
      double v = (rgb >> (16 - 8 * i) & 0xff) / 255.0;
      out[i] = v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
    return out;
  }

  private static double cube(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }

  /** CIE L*a*b*, white D65, of a colour as an eye sees it. */
  private static double[] lab(int rgb, double[] eye) {
    double[] c = linear(rgb);
    double[] s = new double[3];
    for (int i = 0; i < 3; i++) {
      double v = eye[3 * i] * c[0] + eye[3 * i + 1] * c[1] + eye[3 * i + 2] * c[2];
      s[i] = Math.max(0, Math.min(1, v));
    }
    double x = cube((0.4124 * s[0] + 0.3576 * s[1] + 0.1805 * s[2]) / 0.9505);
    double y = cube(0.2126 * s[0] + 0.7152 * s[1] + 0.0722 * s[2]);
    double z = cube((0.0193 * s[0] + 0.1192 * s[1] + 0.9505 * s[2]) / 1.089);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  @Test
  void seriesAreToldApartByEveryEye() {
    for (double[] eye : EYES) {
      for (Palette one : SERIES) {
        for (Palette other : SERIES) {
          double[] a = lab(one.colour().getRGB(), eye);
          double[] b = lab(other.colour().getRGB(), eye);
          double distance = Math.hypot(Math.hypot(a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
          assertThat(distance)
              .as("%s and %s", one, other)
              .matches(d -> one == other || d > AT_A_GLANCE);
        }
      }
    }
  }

  @Test
  void heatRisesInLightnessForEveryEye() {
    for (double[] eye : EYES) {
      for (int i = 1; i <= 64; i++) {
        double before = lab(HeatColours.rgb((i - 1) / 64.0), eye)[0];
        assertThat(lab(HeatColours.rgb(i / 64.0), eye)[0]).as("step %d", i).isGreaterThan(before);
      }
    }
  }

  @Test
  void heatIsClampedAtBothEnds() {
    assertThat(HeatColours.rgb(0)).isEqualTo(0x000004);
    assertThat(HeatColours.rgb(1)).isEqualTo(0xFCFFA4);
    assertThat(HeatColours.rgb(0.5)).isEqualTo(0xBC3754);
    assertThat(HeatColours.rgb(-4)).isEqualTo(HeatColours.rgb(0));
    assertThat(HeatColours.rgb(9)).isEqualTo(HeatColours.rgb(1));
    assertThat(HeatColours.rgb(Double.NaN)).isEqualTo(HeatColours.rgb(0));
  }

  @Test
  void opacityKeepsTheHue() {
    assertThat(Palette.BLUE.at(0.5).getAlpha()).isEqualTo(128);
    assertThat(Palette.BLUE.at(0.5).getBlue()).isEqualTo(0xB2);
  }
}
