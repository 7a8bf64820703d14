package whence.experiment;

import com.sun.management.OperatingSystemMXBean;
import java.awt.GraphicsEnvironment;
import java.lang.management.ManagementFactory;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import whence.engine.BackendReport;
import whence.engine.DeviceProbe;
import whence.engine.Gpu;

/**
 * What of the machine a run depends on, as functions, so that a check of a machine one does not have
 * can be tested.
 *
 * @param build which backend is on the class path
 * @param probe finds the GPU
 * @param backend loads ND4J and asks it
 * @param heapBytes most memory of the Java heap
 * @param physicalBytes memory of the machine
 * @param fonts number of font families; may throw where there is no font at all
 */
public record Machinery(
    Build build,
    DeviceProbe probe,
    Supplier<BackendReport> backend,
    long heapBytes,
    long physicalBytes,
    IntSupplier fonts) {

  /** Which of ND4J's backends the class path holds. */
  public enum Build {
    /** Computes on the processor. */
    CPU,
    /** Computes on an NVIDIA GPU. */
    CUDA
  }

  /** This machine. */
  public static Machinery here() {
    return new Machinery(
        BackendReport.isCudaBuild() ? Build.CUDA : Build.CPU,
        DeviceProbe.nvidia(),
        BackendReport::read,
        Runtime.getRuntime().maxMemory(),
        physicalMemory(),
        () -> GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames().length);
  }

  private static long physicalMemory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** The same with another GPU, or none, and a build for it or not. */
  public Machinery with(Build otherBuild, DeviceProbe otherProbe) {
    return new Machinery(otherBuild, otherProbe, backend, heapBytes, physicalBytes, fonts);
  }

  /**
   * What computes, in one line.
   *
   * @throws whence.WhenceException if the build is for CUDA and the GPU is missing or unsupported
   */
  public BackendReport requireBackend() {
    if (build == Build.CUDA) {
      Gpu.require(probe.find());
    }
    return backend.get();
  }
}
