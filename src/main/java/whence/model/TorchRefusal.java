package whence.model;

import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/** The refusals of a PyTorch weights file. */
final class TorchRefusal {
  private TorchRefusal() {}

  static WhenceException constructor(String origin, String name) {
    return new WhenceException(
        "Refused to read PyTorch weights " + origin,
        "a pickle that names " + name,
        "only " + TorchPickle.allowedNames(),
        "nothing of it was executed; do not trust this file, or save a plain state_dict of"
            + " tensors");
  }

  static WhenceException opcode(String origin, int opcode) {
    return new WhenceException(
        "Refused to read PyTorch weights " + origin,
        String.format("pickle instruction 0x%02x", opcode),
        "the instructions a state_dict of tensors needs",
        "nothing of it was executed; do not trust this file, or save a plain state_dict of"
            + " tensors");
  }

  static WhenceException damaged(String origin, String got, String expected) {
    return damaged(origin, got, expected, null);
  }

  static WhenceException damaged(
      String origin, String got, String expected, @Nullable Throwable cause) {
    String what = "Cannot read PyTorch weights " + origin;
    String cure = "the file is cut off or damaged: delete it and download it again";
    return cause == null
        ? new WhenceException(what, got, expected, cure)
        : new WhenceException(what, got, expected, cure, cause);
  }
}
