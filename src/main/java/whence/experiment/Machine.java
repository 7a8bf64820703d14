package whence.experiment;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import whence.WhenceException;

/**
 * What computed a result: the same settings on another one may differ in the last bits.
 *
 * @param jdk vendor and version of the running Java
 * @param os name, version and architecture of the operating system
 * @param backend the ND4J backend as reported at the start of the run, instruction set included
 * @param threads threads the arithmetic ran on, at least 1
 * @param libraries version of each main library, by artifact name
 */
public record Machine(
    String jdk, String os, String backend, int threads, Map<String, String> libraries) {

  private static final List<String> MAIN_LIBRARIES =
      List.of(
          "org.nd4j/nd4j-api",
          "org.bytedeco/openblas",
          "org.bytedeco/ffmpeg",
          "org.bytedeco/opencv",
          "org.bytedeco/javacv",
          "org.knowm.xchart/xchart",
          "tech.tablesaw/tablesaw-core");

  /** Copies the map, sorted, and checks the thread count. */
  public Machine {
    libraries = Collections.unmodifiableMap(new TreeMap<>(libraries));
    if (threads < 1) {
      throw new WhenceException(
          "Cannot describe the machine",
          threads + " threads",
          "1 or more",
          "pass the number of threads the backend reports");
    }
  }

  /** The running Java and the libraries on its class path; the backend reports the rest. */
  public static Machine current(String backend, int threads) {
    return new Machine(
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        backend,
        threads,
        libraryVersions());
  }

  private static Map<String, String> libraryVersions() {
    Map<String, String> versions = new TreeMap<>();
    for (String library : MAIN_LIBRARIES) {
      versions.put(library.substring(library.indexOf('/') + 1), version(library));
    }
    // Not by its archive: ND4J packs another one into its own.
    versions.put("jackson-databind", PackageVersion.VERSION.toString());
    return versions;
  }

  /** The version in the library's own archive, or "unknown" where it was packed without. */
  private static String version(String library) {
    String resource = "/META-INF/maven/" + library + "/pom.properties";
    try (InputStream in = Machine.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
