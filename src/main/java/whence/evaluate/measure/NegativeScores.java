package whence.evaluate.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import whence.data.ClipBank;
import whence.data.ParallelWork;
import whence.evaluate.Bootstrap;
import whence.evaluate.Estimate;
import whence.evaluate.LocalizerMaps;
import whence.heatmap.Cut;
import whence.heatmap.HeatMap;
import whence.heatmap.Order;
import whence.localize.Localizer;

/**
 * How much of the picture a localizer marks when it hears something that is not in it: the share of
 * pixels strictly above a threshold that was fixed on the same clip with its own sound, the median
 * of that map. 0.5 means that the sound makes no difference, 0 that nothing is marked.
 *
 * <p>The area is that under the share of clips whose marked share is at most 0.05 i, i = 0 to 20; 1
 * where nothing is marked.
 *
 * <p>Source: X. Juanola, G. Haro, M. Fuentes, "A critical assessment of visual sound source
 * localization models including negative audio", 2024, and its code.
 *
 * @param kind of sound
 * @param draws how often it was drawn
 * @param share mean over clips of the share, itself a mean over draws
 * @param area mean over clips likewise
 * @param lowestDraw the least mean share of a draw
 * @param highestDraw the largest
 */
public record NegativeScores(
    NegativeSound kind,
    int draws,
    Estimate share,
    Estimate area,
    double lowestDraw,
    double highestDraw) {

  /** The rule in words, to stand beside the numbers. */
  public static final String RULE =
      "marked: pixels strictly above the median of the map that the clip has with its own sound";

  /** As many draws as the published code takes. */
  public static final int DRAWS = 10;

  private static final int STEPS = 20;

  /**
   * Measures every kind of sound; where there are no off-screen sounds there is no line of them.
   *
   * @param localizer draws the maps
   * @param bank clips with their own sounds
   * @param inputs gives them negative ones
   * @param draws of each kind, at least 1; silence is drawn once
   * @param bootstrap makes the intervals, over clips
   * @param listener hears how many of all the maps are drawn
   * @throws whence.WhenceException if the thread is interrupted
   */
  public static List<NegativeScores> ofAll(
      Localizer localizer,
      ClipBank bank,
      NegativeInputs inputs,
      int draws,
      Bootstrap bootstrap,
      ParallelWork.Listener listener) {
    List<NegativeSound> kinds =
        Arrays.stream(NegativeSound.values())
            .filter(kind -> kind != NegativeSound.OFF_SCREEN || inputs.hasOffScreen())
            .toList();
    int passes = 1 + kinds.stream().mapToInt(kind -> kind.draws(draws)).sum();
    int all = passes * bank.size();
    float[] thresholds = thresholds(localizer, bank, clip -> listener.done(clip, all));
    List<NegativeScores> scores = new ArrayList<>();
    int before = bank.size();
    for (NegativeSound kind : kinds) {
      int first = before;
      Measurement measurement = new Measurement(localizer, bank, inputs, thresholds);
      scores.add(
          measurement.of(
              kind, kind.draws(draws), bootstrap, maps -> listener.done(first + maps, all)));
      before += kind.draws(draws) * bank.size();
    }
    return scores;
  }

  /**
   * Measures one kind of sound.
   *
   * @param localizer draws the maps
   * @param bank clips with their own sounds
   * @param inputs gives them negative ones
   * @param kind which
   * @param draws how often; silence is drawn once
   * @param bootstrap makes the intervals, over clips
   */
  static NegativeScores of(
      Localizer localizer,
      ClipBank bank,
      NegativeInputs inputs,
      NegativeSound kind,
      int draws,
      Bootstrap bootstrap) {
    float[] thresholds = thresholds(localizer, bank, clip -> {});
    return new Measurement(localizer, bank, inputs, thresholds)
        .of(kind, kind.draws(draws), bootstrap, maps -> {});
  }

  /** The median of every clip's map with its own sound. */
  private static float[] thresholds(Localizer localizer, ClipBank bank, IntConsumer done) {
    float[] thresholds = new float[bank.size()];
    LocalizerMaps.forEach(
        localizer,
        bank,
        (map, clip) -> {
          thresholds[clip] = Order.of(map).median();
          done.accept(clip + 1);
        });
    return thresholds;
  }

  /** What all kinds of sounds are measured with. */
  private record Measurement(
      Localizer localizer, ClipBank bank, NegativeInputs inputs, float[] thresholds) {

    NegativeScores of(NegativeSound kind, int draws, Bootstrap bootstrap, IntConsumer done) {
      double[] shares = new double[bank.size()];
      double[] areas = new double[bank.size()];
      double[] means = new double[draws];
      for (int draw = 0; draw < draws; draw++) {
        int now = draw;
        LocalizerMaps.forEach(
            localizer,
            inputs.bank(bank, kind, draw),
            (map, clip) -> {
              double share = share(map, thresholds[clip]);
              shares[clip] += share / draws;
              areas[clip] += area(share) / draws;
              means[now] += share / thresholds.length;
              done.accept(now * thresholds.length + clip + 1);
            });
      }
      return new NegativeScores(
          kind,
          draws,
          bootstrap.mean(shares),
          bootstrap.mean(areas),
          Arrays.stream(means).min().orElse(Double.NaN),
          Arrays.stream(means).max().orElse(Double.NaN));
    }
  }

  /** The share of pixels strictly above a threshold, 0 to 1. */
  public static double share(HeatMap map, float threshold) {
    return Cut.above(map, threshold).count() / (double) map.values().length;
  }

  /** Trapezoid over thresholds 0.05 i, i = 0 to 20, of "share at most threshold" for one clip. */
  static double area(double share) {
    double area = 0;
    for (int i = 1; i <= STEPS; i++) {
      double before = share <= 0.05 * (i - 1) ? 1 : 0;
      double after = share <= 0.05 * i ? 1 : 0;
      area += (before + after) / (2 * STEPS);
    }
    return area;
  }

  /** One line of a table. */
  public String toText() {
    return String.format(
        Locale.ROOT,
        "%s: marked share %s, area %s, %d draws from %.3f to %.3f",
        kind.label(),
        share.toText(),
        area.toText(),
        draws,
        lowestDraw,
        highestDraw);
  }
}
