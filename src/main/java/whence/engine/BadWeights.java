package whence.engine;

import java.nio.file.Path;
import whence.WhenceException;

/** The refusal of a weights file. */
final class BadWeights {
  private BadWeights() {}

  static WhenceException file(Path file, String got, String expected) {
    return new WhenceException(
        "Cannot read weights " + file,
        got,
        expected,
        "the file is cut off or is no safetensors file: delete it and make or download it again");
  }

  static WhenceException tensor(Path file, String name, String got, String expected) {
    return new WhenceException(
        "Cannot read tensor " + name + " of " + file,
        got,
        expected,
        "the file is damaged or was written by something else: make or download it again");
  }
}
