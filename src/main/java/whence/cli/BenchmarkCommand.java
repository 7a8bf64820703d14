package whence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import whence.experiment.Benchmark;
import whence.experiment.BenchmarkReport;
import whence.experiment.BenchmarkSettings;
import whence.experiment.Sources;

/** Measures how fast the parts of a run are here. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Measure the parts of a run: scenes, trunk, training step, label refresh, evaluation, scoring.",
    footer = {
      "",
      "Each is a median with its cost: its time times the speed of a matrix product beside it.",
      "Made-up media and features stand in for what is not there; nothing is downloaded."
    })
final class BenchmarkCommand implements Callable<Integer> {
  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();

  @Option(names = "--repeats", paramLabel = "N", description = "of every part; default 5")
  private int repeats = BenchmarkSettings.defaults().repeats();

  @Option(names = "--scenes", paramLabel = "N", description = "in each repeat; default 64")
  private int scenes = BenchmarkSettings.defaults().scenes();

  @Option(names = "--json", description = "the numbers as JSON, progress on standard error")
  private boolean json;

  BenchmarkCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    BenchmarkSettings settings =
        BenchmarkSettings.defaults().withRepeats(repeats).withScenes(scenes);
    Sources sources = where.sources();
    PrintWriter told = json ? around.err() : around.out();
    String machine = around.machine().requireBackend().text();
    told.println(machine);
    Path scratch = Files.createTempDirectory("whence-benchmark");
    try {
      BenchmarkReport report =
          Benchmark.run(settings, sources, scratch, machine, part -> told.println(part.text()));
      around.out().println(json ? JsonText.of(report) : report.reference().text());
      return 0;
    } finally {
      delete(scratch);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
