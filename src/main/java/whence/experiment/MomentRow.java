package whence.experiment;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import whence.localize.Moment;

/**
 * A moment as tables and JSON say it: {@value #HEADER}.
 *
 * @param moment what was found
 * @param x column of the peak in pixels of the upright frame; NaN in silence
 * @param y row of the peak in pixels of the upright frame; NaN in silence
 */
public record MomentRow(Moment moment, double x, double y) {

  /** The names of the fields. */
  static final String HEADER = "seconds,state,x,y,cosine,control,confidence,loudness_db";

  /** A line of the table; fields that do not apply are empty. */
  String csv() {
    if (moment.cells() == null) {
      return String.format(
          Locale.ROOT, "%.3f,%s,,,,,0,%.1f", moment.seconds(), state(), moment.loudnessDb());
    }
    return String.format(
        Locale.ROOT,
        "%.3f,%s,%.1f,%.1f,%.4f,%.4f,%.3f,%.1f",
        moment.seconds(),
        state(),
        x,
        y,
        moment.peak(),
        moment.level(),
        moment.confidence(),
        moment.loudnessDb());
  }

  /** The fields by their names, numbers not rounded; NaN where one does not apply. */
  public Map<String, Object> fields() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("seconds", moment.seconds());
    all.put("state", state());
    all.put("x", x);
    all.put("y", y);
    all.put("cosine", moment.peak());
    all.put("control", moment.level());
    all.put("confidence", moment.confidence());
    all.put("loudness_db", moment.loudnessDb());
    return all;
  }

  private String state() {
    return moment.state().name().toLowerCase(Locale.ROOT);
  }
}
