package whence.data;

import java.util.List;
import whence.heatmap.Mask;

/**
 * What is known about a clip and never shown to training.
 *
 * @param id the clip's id
 * @param soundClass name of the sounding object's class
 * @param sounding [H, W] pixels of the sounding object
 * @param silentClasses class of each silent object; may be empty
 * @param silent [H, W] pixels of each silent object, in the same order
 */
public record Annotation(
    String id, String soundClass, Mask sounding, List<String> silentClasses, List<Mask> silent) {

  /** Copies the lists and checks that they go together. */
  public Annotation {
    silentClasses = List.copyOf(silentClasses);
    silent = List.copyOf(silent);
    if (silentClasses.size() != silent.size()) {
      throw new IllegalArgumentException(
          silentClasses.size() + " silent classes for " + silent.size() + " silent masks");
    }
  }
}
