package whence.engine;

import java.util.List;
import java.util.Optional;
import whence.WhenceException;

/**
 * A graphics processor and whether the published ND4J build can run on it.
 *
 * <p>{@code nd4j-cuda-11.6} 1.0.0-M2.1 holds machine code for the compute capabilities 3.7, 5.0,
 * 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6 and no intermediate code. Machine code runs on its own
 * capability and on higher minor numbers of the same major one: Kepler (3.7) to Ampere, and Ada
 * (8.9) by 8.6. Hopper (9.0) and Blackwell (10 and 12) are not supported.
 *
 * @param name as the driver says
 * @param capability major.minor, for instance "8.6"
 */
public record Gpu(String name, String capability) {
  private static final List<String> COMPILED =
      List.of("3.7", "5.0", "5.2", "6.0", "6.1", "7.0", "7.5", "8.0", "8.6");

  /** Reads "NAME, MAJOR.MINOR", the first line of the driver's answer. */
  static Optional<Gpu> parse(String answer) {
    String line = answer.lines().findFirst().orElse("").strip();
    int comma = line.lastIndexOf(',');
    if (comma < 1 || !line.substring(comma + 1).strip().matches("\\d+\\.\\d+")) {
      return Optional.empty();
    }
    return Optional.of(
        new Gpu(line.substring(0, comma).strip(), line.substring(comma + 1).strip()));
  }

  /**
   * The GPU found, if ND4J can run on it.
   *
   * @throws WhenceException if none was found, or it is not supported
   */
  public static Gpu require(Optional<Gpu> found) {
    Gpu gpu =
        found.orElseThrow(
            () ->
                new WhenceException(
                    "Cannot compute on a GPU",
                    "no GPU that nvidia-smi lists",
                    "an NVIDIA GPU with its driver",
                    "build without -Pcuda and compute on the CPU, or install the driver"));
    gpu.requireSupported();
    return gpu;
  }

  /** Whether {@code nd4j-cuda-11.6} has machine code that runs here. */
  public boolean isSupported() {
    return COMPILED.stream().anyMatch(this::runs);
  }

  /**
   * Does nothing on a supported GPU.
   *
   * @throws WhenceException on any other
   */
  public void requireSupported() {
    if (!isSupported()) {
      throw new WhenceException(
          "Cannot compute on the GPU " + name,
          "compute capability " + capability,
          "one of " + String.join(", ", COMPILED) + " or 8.9 (Kepler to Ampere, and Ada)",
          "build without -Pcuda and compute on the CPU, or use a supported GPU: nd4j-cuda-11.6"
              + " has no machine code for this one");
    }
  }

  private boolean runs(String compiled) {
    int[] code = split(compiled);
    int[] device = split(capability);
    return code[0] == device[0] && code[1] <= device[1];
  }

  private static int[] split(String version) {
    int dot = version.indexOf('.');
    return new int[] {
      Integer.parseInt(version.substring(0, dot)), Integer.parseInt(version.substring(dot + 1))
    };
  }
}
