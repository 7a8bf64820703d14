package whence.experiment;

import java.util.List;

/**
 * What a benchmark measured.
 *
 * @param machine what computed, in one line
 * @param reference speed of the matrix product, the yardstick, before each part
 * @param parts the parts of a run
 */
public record BenchmarkReport(String machine, Measurement reference, List<Measurement> parts) {

  /** Copies the list. */
  public BenchmarkReport {
    parts = List.copyOf(parts);
  }

  /** A table. */
  public String text() {
    StringBuilder text = new StringBuilder(machine).append('\n');
    text.append(reference.text()).append('\n');
    parts.forEach(part -> text.append(part.text()).append('\n'));
    return text.toString();
  }
}
