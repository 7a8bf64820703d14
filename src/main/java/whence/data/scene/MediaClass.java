package whence.data.scene;

import java.util.List;
import whence.WhenceException;

/**
 * One kind of thing: how it looks and how it sounds.
 *
 * @param name such as {@code owl}
 * @param cutOuts its pictures, at least one
 * @param recordings its sounds, at least one
 */
public record MediaClass(String name, List<CutOut> cutOuts, List<Recording> recordings) {

  /** Copies the lists and refuses a class with no picture or no sound. */
  public MediaClass {
    cutOuts = List.copyOf(cutOuts);
    recordings = List.copyOf(recordings);
    if (cutOuts.isEmpty()) {
      throw new WhenceException(
          "Cannot use the class " + name,
          "no picture",
          "at least one cut-out: a PNG with alpha",
          "add " + name + "/ANY.png, or remove the class");
    }
    if (recordings.isEmpty()) {
      throw new WhenceException(
          "Cannot use the class " + name,
          "no sound",
          "at least one recording: WAV, OGG or MP3",
          "add " + name + "/ANY.wav, or remove the class");
    }
  }
}
