package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import whence.heatmap.HeatMap;
import whence.heatmap.MinMax;
import whence.heatmap.Peak;
import whence.heatmap.Resize;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.Waveform;

/**
 * Where the sound of a video comes from, moment by moment.
 *
 * @param file the video
 * @param width of its upright frames, pixels of the file
 * @param height of its upright frames, pixels of the file
 * @param framesPerSecond as the file states it
 * @param sound all of it, mono, from the start of the video to its end; silence where it has none
 * @param moments in order
 * @param settings how they were found
 * @param card of the model that found them
 * @param seconds of every part of the work, by its name
 */
public record LocalizedVideo(
    Path file,
    int width,
    int height,
    double framesPerSecond,
    Waveform sound,
    List<Moment> moments,
    SlidingSettings settings,
    ModelCard card,
    Map<String, Double> seconds) {

  private static final int SIDE = ModelCard.SIDE;

  /** Copies. */
  public LocalizedVideo {
    moments = List.copyOf(moments);
    seconds = new LinkedHashMap<>(seconds);
  }

  /** Number of moments. */
  public int size() {
    return moments.size();
  }

  /** Seconds from one moment to the next. */
  public double stepSeconds() {
    return settings.stepSeconds();
  }

  /** Share of the control sounds that a peak has to exceed. */
  public double controlQuantile() {
    return settings.controlQuantile();
  }

  /** How many moments are in a state. */
  public long count(State state) {
    return moments.stream().filter(moment -> moment.state() == state).count();
  }

  /** Length of the video in seconds, which is no whole number of steps: its sound is as long. */
  public double lengthSeconds() {
    return sound.durationSeconds();
  }

  /** What was found, in a sentence or two. */
  public String verdict() {
    long found = count(State.FOUND);
    long silent = count(State.SILENT);
    int all = moments.size();
    if (silent == all) {
      return "There is no sound to be heard: nothing is painted.";
    }
    String quiet = silent == 0 ? "" : " " + silent + " moments are silent.";
    if (found == 0) {
      return String.format(
          Locale.ROOT,
          "No region stands out: at no moment does the sound give a higher peak than %.0f %% of"
              + " sounds that do not belong to the video. Nothing is painted.%s",
          100 * settings.controlQuantile(),
          quiet);
    }
    return String.format(
        Locale.ROOT,
        "A region stands out in %d of %d moments (%.0f %%); elsewhere nothing is painted.%s",
        found,
        all,
        100.0 * found / all,
        quiet);
  }

  /**
   * What is painted at a moment: the upper half of its map, stretched over [0, 1] by minimum and
   * maximum; so the region painted is that of the protocol's fixed threshold of 0.5.
   *
   * @param k 0 to the number of moments - 1
   * @return [224, 224] of the squashed frame, from 0 at half to 1 at the peak; 0 everywhere where
   *     nothing stands out
   */
  public HeatMap heat(int k) {
    Moment moment = moments.get(k);
    HeatMap cells = moment.cells();
    if (moment.state() != State.FOUND || cells == null) {
      return new HeatMap(SIDE, SIDE, new float[SIDE * SIDE]);
    }
    float[] heat = MinMax.of(enlarged(cells)).values().clone();
    for (int i = 0; i < heat.length; i++) {
      heat[i] = Math.max(0, 2 * heat[i] - 1);
    }
    return new HeatMap(SIDE, SIDE, heat);
  }

  /** What can be said about a moment, for people. */
  public String says(int k) {
    return switch (moments.get(k).state()) {
      case FOUND -> "a region stands out";
      case NOTHING_STANDS_OUT -> "nothing stands out";
      case SILENT -> "no sound";
    };
  }

  /** Share of the control sounds that give a lower peak at a moment; 0 in silence. */
  public double confidence(int k) {
    return moments.get(k).confidence();
  }

  private HeatMap enlarged(HeatMap cells) {
    return Resize.bilinear(cells, card.geometry(), SIDE, SIDE);
  }

  /** What tables and JSON say of every moment, in order. */
  public List<MomentRow> rows() {
    return moments.stream().map(this::row).toList();
  }

  /** One line a moment, as {@link MomentRow} has it. */
  public String csv() {
    List<String> lines = new ArrayList<>();
    lines.add(MomentRow.HEADER);
    rows().forEach(row -> lines.add(row.csv()));
    return String.join("\n", lines) + "\n";
  }

  private MomentRow row(Moment moment) {
    HeatMap cells = moment.cells();
    if (cells == null) {
      return new MomentRow(moment, Double.NaN, Double.NaN);
    }
    Peak peak = Peak.of(enlarged(cells));
    return new MomentRow(moment, (peak.x() + 0.5) / SIDE * width, (peak.y() + 0.5) / SIDE * height);
  }
}
