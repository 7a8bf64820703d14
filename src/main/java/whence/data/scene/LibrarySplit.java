package whence.data.scene;

import java.util.ArrayList;
import java.util.List;
import whence.WhenceException;
import whence.data.Split;

/**
 * A library cut in two: what training may see, and what it never sees.
 *
 * <p>Of each class with two or more cut-outs and two or more recordings, the last cut-out and the
 * last recording are kept out of training. Backgrounds are shared. New scenes are composed of the
 * training library by other draws.
 *
 * @param train for the splits {@link Split#TRAIN} and {@link Split#NEW_SCENES}
 * @param newObjects for {@link Split#NEW_OBJECTS}: one cut-out and one recording a class
 */
public record LibrarySplit(MediaLibrary train, MediaLibrary newObjects) {

  /**
   * Splits a library.
   *
   * @throws WhenceException if no class has two cut-outs and two recordings
   */
  public static LibrarySplit of(MediaLibrary library) {
    List<MediaClass> kept = new ArrayList<>();
    List<MediaClass> heldOut = new ArrayList<>();
    for (MediaClass media : library.classes()) {
      int cutOuts = media.cutOuts().size();
      int recordings = media.recordings().size();
      if (cutOuts < 2 || recordings < 2) {
        kept.add(media);
        continue;
      }
      kept.add(part(media, 0, cutOuts - 1, 0, recordings - 1));
      heldOut.add(part(media, cutOuts - 1, cutOuts, recordings - 1, recordings));
    }
    if (heldOut.isEmpty()) {
      throw new WhenceException(
          "Cannot keep new objects and recordings out of training",
          library.classes().size() + " classes, none with two cut-outs and two recordings",
          "at least one class with two or more of both",
          "add a second picture and a second sound to some classes");
    }
    return new LibrarySplit(library.withClasses(kept), library.withClasses(heldOut));
  }

  /** The library that scenes of {@code split} are composed of. */
  public MediaLibrary libraryOf(Split split) {
    return split == Split.NEW_OBJECTS ? newObjects : train;
  }

  private static MediaClass part(
      MediaClass media, int fromCutOut, int toCutOut, int fromRecording, int toRecording) {
    return new MediaClass(
        media.name(),
        media.cutOuts().subList(fromCutOut, toCutOut),
        media.recordings().subList(fromRecording, toRecording));
  }
}
