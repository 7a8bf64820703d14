package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * How long each part of a run took, in seconds of wall time, and the most memory the program had. A
 * run that was stopped and went on has the times of the last call only.
 */
final class StageTimes implements ExperimentListener {

  private static final Path STATUS = Path.of("/proc/self/status");
  private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);
  private Stage current = Stage.DOWNLOAD;
  private long since = System.nanoTime();

  @Override
  public void onStage(Stage stage) {
    add();
    current = stage;
  }

  private void add() {
    long now = System.nanoTime();
    seconds.merge(current, (now - since) * 1e-9, Double::sum);
    since = now;
  }

  /** Two columns: {@code part,value}; memory in MB where the system tells. */
  String csv() {
    add();
    StringBuilder text = new StringBuilder("part,value\n");
    double total = 0;
    for (Map.Entry<Stage, Double> part : seconds.entrySet()) {
      text.append(part.getKey().label()).append(',').append(format(part.getValue())).append('\n');
      total += part.getValue();
    }
    text.append("total,").append(format(total)).append('\n');
    return text.append("peak_memory_mb,").append(peakMegabytes()).append('\n').toString();
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The high-water mark of resident memory on Linux; "unknown" elsewhere. */
  private static String peakMegabytes() {
    if (!Files.isReadable(STATUS)) {
      return "unknown";
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
