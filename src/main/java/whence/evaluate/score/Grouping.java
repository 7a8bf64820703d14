package whence.evaluate.score;

import java.util.Comparator;
import java.util.Locale;

/** What scores are broken down by. */
public enum Grouping {
  /** Class of the sound, where the data set names it. */
  CLASS,
  /**
   * Size of the truth, the sum of g in pixels of the 224 x 224 grid: small below 32 x 32, medium
   * below 96 x 96, large below 144 x 144, huge from there on; none where it is empty. The bounds
   * are those of SLAVC's evaluation.
   */
  SIZE,
  /** Number of boxes as listed. */
  BOXES;

  private static final int MEDIUM = 32 * 32;
  private static final int LARGE = 96 * 96;
  private static final int HUGE = 144 * 144;

  /** The name in tables, such as {@code class}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a clip. */
  String of(ClipFacts clip) {
    return switch (this) {
      case CLASS -> clip.soundClass().orElse("unknown");
      case SIZE -> size(clip.area());
      case BOXES -> String.valueOf(clip.boxes());
    };
  }

  /** The order of groups in tables. */
  Comparator<String> order() {
    return switch (this) {
      case CLASS -> Comparator.naturalOrder();
      case SIZE -> Comparator.comparingInt("none small medium large huge"::indexOf);
      case BOXES -> Comparator.comparingInt(Integer::parseInt);
    };
  }

  private static String size(double area) {
    if (area == 0) {
      return "none";
    }
    if (area < LARGE) {
      return area < MEDIUM ? "small" : "medium";
    }
    return area < HUGE ? "large" : "huge";
  }
}
