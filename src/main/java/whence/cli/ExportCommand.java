package whence.cli;

import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.AtomicFile;
import whence.experiment.ModelCard;
import whence.experiment.ModelExport;

/** Makes a model of a run. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Make a model of a complete run: its weights, and their provenance beside them.",
    footer = {"", "What whence localize and whence maps use: --model FILE."})
final class ExportCommand implements Callable<Integer> {
  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();

  @Parameters(paramLabel = "RUN", description = "the run folder")
  private Path run = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "ending in .safetensors; FILE.json is written beside it")
  private Path to = Path.of("");

  @Option(names = "--iteration", paramLabel = "T", description = "default: the last one")
  private @Nullable Integer iteration;

  ExportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    OptionalInt wanted = iteration == null ? OptionalInt.empty() : OptionalInt.of(iteration);
    AtomicFile.requireWritable(to);
    around.machine().requireBackend();
    ModelCard card =
        ModelExport.export(run, wanted, where.sources(), new ProgressLines(around.out()), to);
    around.out().printf("Iteration %d of %s in %s%n", card.iteration(), run, to);
    around.out().println("Limits: " + card.limits() + ".");
    return 0;
  }
}
