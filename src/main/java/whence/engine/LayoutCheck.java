package whence.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Checks that the tensors of a file fill its data part exactly once. */
final class LayoutCheck {
  private LayoutCheck() {}

  static void check(SafeTensorsHeader header, long available, Path file) {
    List<Map.Entry<String, TensorEntry>> inOrder = new ArrayList<>(header.entries().entrySet());
    inOrder.sort(
        Comparator.comparingLong((Map.Entry<String, TensorEntry> e) -> e.getValue().begin())
            .thenComparingLong(e -> e.getValue().end()));
    long position = 0;
    for (Map.Entry<String, TensorEntry> named : inOrder) {
      TensorEntry entry = named.getValue();
      checkLength(named.getKey(), entry, file);
      if (entry.begin() != position) {
        throw BadWeights.tensor(
            file,
            named.getKey(),
            "bytes " + entry.begin() + " to " + entry.end(),
            "a start at byte " + position + ": no gap, no overlap");
      }
      position = entry.end();
    }
    if (position != available) {
      throw BadWeights.file(
          file, available + " bytes of data", position + " bytes, as its header says");
    }
  }

  private static void checkLength(String name, TensorEntry entry, Path file) {
    long want;
    try {
      want = Math.multiplyExact(entry.length(), (long) entry.type().bytes());
    } catch (ArithmeticException e) {
      want = -1;
    }
    if (want < 0 || entry.begin() < 0 || entry.end() - entry.begin() != want) {
      throw BadWeights.tensor(
          file,
          name,
          "bytes " + entry.begin() + " to " + entry.end(),
          (want < 0 ? "a shape that fits in memory" : want + " bytes")
              + " for "
              + entry.type()
              + " "
              + entry.shape());
    }
  }
}
