package whence.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;

/**
 * What computes: shown at the start of every run and kept with its results.
 *
 * @param backend CPU or CUDA
 * @param version of ND4J
 * @param oneDnn whether convolutions go through oneDNN
 * @param instructionSet for which the native library was compiled, for instance "avx2"
 * @param blas vendor of the matrix library
 * @param threads OpenMP threads
 * @param cores processors the JVM may use
 * @param maxNativeBytes most memory JavaCPP gives out
 * @param device "CPU", or name and compute capability of the GPU
 */
public record BackendReport(
    String backend,
    String version,
    boolean oneDnn,
    String instructionSet,
    String blas,
    int threads,
    int cores,
    long maxNativeBytes,
    String device) {

  /**
   * Asks the backend on the class path. A CUDA backend is asked for only after the GPU was found to
   * be supported, as it fails unreadably otherwise.
   *
   * @throws whence.WhenceException if the CUDA build was chosen and the GPU is missing or
   *     unsupported
   */
  public static BackendReport read() {
    if (isCudaBuild()) {
      return read(Gpu.require(DeviceProbe.nvidia().find()));
    }
    return read("CPU");
  }

  /** One line for people. */
  public String text() {
    return String.format(
        Locale.ROOT,
        "ND4J %s on %s (%s), %s, %s, BLAS %s, %d threads on %d cores, up to %.1f GB native memory",
        version,
        backend,
        device,
        oneDnn ? "oneDNN" : "no oneDNN",
        instructionSet,
        blas,
        threads,
        cores,
        maxNativeBytes / 1e9);
  }

  /** Whether the class path holds ND4J's CUDA backend. Loads nothing of it. */
  public static boolean isCudaBuild() {
    return BackendReport.class.getResource("/org/nd4j/linalg/jcublas/JCublasBackend.class") != null;
  }

  private static BackendReport read(Gpu gpu) {
    return read(gpu.name() + ", compute capability " + gpu.capability());
  }

  private static BackendReport read(String device) {
    Nd4jBackend backend = Nd4j.getBackend();
    Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
    return new BackendReport(
        String.valueOf(facts.get("backend")),
        Optional.ofNullable(Nd4j.class.getPackage().getImplementationVersion())
            .orElse("1.0.0-M2.1"),
        backend.buildInfo().contains("HAVE_ONEDNN"),
        compiledFor(),
        String.valueOf(facts.get("blas.vendor")),
        Integer.parseInt(String.valueOf(facts.getOrDefault("omp.threads", "0"))),
        Runtime.getRuntime().availableProcessors(),
        Pointer.maxBytes(),
        device);
  }

  /** The build's classifier is part of the path at which JavaCPP finds the native library. */
  private static String compiledFor() {
    String place = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + Loader.getPlatform();
    for (String build : new String[] {"-onednn-avx512", "-onednn-avx2", "-avx512", "-avx2"}) {
      if (Nd4j.class.getResource(place + build + "/") != null) {
        return build.substring(build.lastIndexOf('-') + 1);
      }
    }
    return "the platform's least";
  }
}
