package whence.localize;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import whence.heatmap.HeatMap;
import whence.heatmap.Peak;
import whence.heatmap.Quantile;
import whence.localize.Moment.State;

/**
 * Smooths what was seen at single moments of a video, and decides where something stands out.
 *
 * <pre>
 * S(u, t) = sum over s of g(s - t) S'(u, s) / sum over s of g(s - t)    g Gaussian, s not silent
 * level(t) = the quantile q, over control sounds j, of their peaks max over u of S'_j(u, t),
 *            smoothed alike
 * found(t) = max over u of S(u, t) > level(t)
 * </pre>
 *
 * <p>A map alone says nothing: its highest cell is somewhere, whatever is heard. So the same frame
 * is asked with sounds that do not belong to it (recordings of other things, noise, silence), and a
 * region counts only where the video's own sound gives more than all but a few of them. Smoothing
 * lowers the peaks of the own map and not the control's, which errs on the side of silence.
 *
 * <ul>
 *   <li>A silent moment has no map and takes no part in the smoothing of others.
 *   <li>The kernel is cut at three standard deviations; 0 leaves every moment as it is.
 *   <li>Without control sounds nothing could be decided: that is refused.
 * </ul>
 */
public final class SlidingLocalizer {
  private static final double REACH = 3;

  private final SlidingSettings settings;

  /** Prepares to decide. */
  public SlidingLocalizer(SlidingSettings settings) {
    this.settings = settings;
  }

  /**
   * Decides every moment.
   *
   * @param glimpses in order of their times
   * @return as many moments, in the same order
   */
  public List<Moment> moments(List<Glimpse> glimpses) {
    List<Moment> moments = new ArrayList<>();
    for (int k = 0; k < glimpses.size(); k++) {
      moments.add(moment(glimpses, k));
    }
    return moments;
  }

  private Moment moment(List<Glimpse> glimpses, int k) {
    Glimpse here = glimpses.get(k);
    if (here.cells() == null) {
      return new Moment(
          here.seconds(), State.SILENT, null, Double.NaN, Double.NaN, 0, here.loudnessDb());
    }
    HeatMap cells = new Smoothed(glimpses, k, Glimpse::cells).map();
    HeatMap controls = new Smoothed(glimpses, k, SlidingLocalizer::peaks).map();
    double level = Quantile.of(controls, settings.controlQuantile());
    double peak = Peak.of(cells).value();
    State state = peak > level ? State.FOUND : State.NOTHING_STANDS_OUT;
    return new Moment(
        here.seconds(), state, cells, level, peak, below(controls, peak), here.loudnessDb());
  }

  private static @Nullable HeatMap peaks(Glimpse glimpse) {
    if (glimpse.cells() == null) {
      return null;
    }
    if (glimpse.controlPeaks().length == 0) {
      throw new IllegalArgumentException("no control sound at " + glimpse.seconds() + " s");
    }
    return new HeatMap(1, glimpse.controlPeaks().length, glimpse.controlPeaks());
  }

  private static double below(HeatMap controls, double peak) {
    int lower = 0;
    for (float control : controls.values()) {
      lower += control < peak ? 1 : 0;
    }
    return lower / (double) controls.values().length;
  }

  /** What is taken of a glimpse; null in silence. */
  @FunctionalInterface
  private interface Values {
    @Nullable HeatMap of(Glimpse glimpse);
  }

  /** The weighted mean around one moment, in double. */
  private final class Smoothed {
    private final double[] sum;
    private final HeatMap form;
    private double weights;

    Smoothed(List<Glimpse> glimpses, int k, Values values) {
      form = Objects.requireNonNull(values.of(glimpses.get(k)));
      sum = new double[form.values().length];
      double centre = glimpses.get(k).seconds();
      double reach = REACH * settings.smoothingSeconds();
      for (int i = k; i >= 0 && centre - glimpses.get(i).seconds() <= reach; i--) {
        add(values.of(glimpses.get(i)), centre - glimpses.get(i).seconds());
      }
      for (int i = k + 1; i < glimpses.size(); i++) {
        if (glimpses.get(i).seconds() - centre > reach) {
          break;
        }
        add(values.of(glimpses.get(i)), glimpses.get(i).seconds() - centre);
      }
    }

    private void add(@Nullable HeatMap map, double distance) {
      if (map == null) {
        return;
      }
      double sigma = settings.smoothingSeconds();
      double weight = distance == 0 ? 1 : Math.exp(-distance * distance / (2 * sigma * sigma));
      for (int u = 0; u < sum.length; u++) {
        sum[u] += weight * map.values()[u];
      }
      weights += weight;
    }

    HeatMap map() {
      float[] mean = new float[sum.length];
      for (int u = 0; u < mean.length; u++) {
        mean[u] = (float) (sum[u] / weights);
      }
      return new HeatMap(form.height(), form.width(), mean);
    }
  }
}
