package whence.data;

import java.util.List;

/** What a set of clips may be used for. A clip belongs to exactly one split. */
public enum Split {
  /** The only clips training and pseudo-labels may see. */
  TRAIN("train"),
  /** Scenes never seen, composed of cut-outs and recordings that training has seen. */
  NEW_SCENES("new-scenes"),
  /** Scenes composed only of cut-outs and recordings that training never saw. */
  NEW_OBJECTS("new-objects"),
  /** Clips of a research data set: judged, never trained on. Not one of the demo's scenes. */
  RESEARCH("research");

  /** The splits of the demo, whose clips are composed scenes. */
  public static final List<Split> OF_SCENES = List.of(TRAIN, NEW_SCENES, NEW_OBJECTS);

  private final String label;

  Split(String label) {
    this.label = label;
  }

  /** The name used in files and tables, such as {@code new-scenes}. */
  public String label() {
    return label;
  }

  /** What is thrown where scenes of a split that has none are asked for. */
  public IllegalArgumentException hasNoScenes() {
    return new IllegalArgumentException("no scenes are composed for " + label);
  }
}
