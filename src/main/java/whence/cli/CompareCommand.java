package whence.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.experiment.Comparison;
import whence.experiment.ComparisonResult;
import whence.experiment.ComparisonRun;
import whence.experiment.Comparisons;
import whence.experiment.ExperimentSettings;
import whence.experiment.Sources;
import whence.figure.ComparisonTable;
import whence.figure.FigureFile;
import whence.figure.LatexTable;
import whence.localize.ObjectGuided;

/** Runs the rows of a comparison and makes its table. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Train and judge named rows side by side, each with every seed; make their table.",
    footer = {
      "",
      "peers: the method beside the objectives of four other methods, with and without object",
      "guidance. ablation: the method with one part at a time taken out or changed.",
      "seeds: the method and its frozen-label control.",
      "Each row and seed is a run folder of its own: what was stopped goes on, what is complete is",
      "only read."
    })
final class CompareCommand implements Callable<Integer>, Resumable {
  private final Surroundings around;
  @Mixin private ComparisonOptions options = new ComparisonOptions();

  @Parameters(paramLabel = "NAME", description = "peers, ablation or seeds")
  private Name name = Name.PEERS;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "receives the runs and the table; default runs/ and a name made of the options")
  private @Nullable Path folder;

  /** What can be compared. */
  enum Name {
    PEERS("peers") {
      @Override
      Comparison of(ExperimentSettings method) {
        return Comparisons.peers(method);
      }

      @Override
      ComparisonTable table(ComparisonResult result) {
        return ComparisonTable.of(result, ObjectGuided.NAME);
      }
    },
    SEEDS("seeds") {
      @Override
      Comparison of(ExperimentSettings method) {
        return Comparisons.seeds(method);
      }

      @Override
      ComparisonTable table(ComparisonResult result) {
        return ComparisonTable.of(result, "swapped-sound");
      }
    },
    ABLATION("ablation") {
      @Override
      Comparison of(ExperimentSettings method) {
        return Comparisons.ablation(method);
      }

      @Override
      ComparisonTable table(ComparisonResult result) {
        return ComparisonTable.of(result);
      }
    };

    final String label;

    Name(String label) {
      this.label = label;
    }

    abstract Comparison of(ExperimentSettings method);

    abstract ComparisonTable table(ComparisonResult result);
  }

  CompareCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return CHECKPOINTS;
  }

  @Override
  public Integer call() throws InterruptedException {
    Comparison comparison = options.chosen(name.of(options.settings()));
    Sources sources = options.sources();
    Path place = folder == null ? options.defaultFolder(name.label) : folder;
    around.machine().requireBackend();
    around.out().println("Folder: " + place);
    ComparisonResult result =
        ComparisonRun.run(comparison, sources, place, new ProgressLines(around.out()));
    ComparisonTable table = name.table(result);
    Path picture =
        FigureFile.write(
            place, name.label, FigureFile.Format.PNG, table.figure(), result.provenance());
    FigureFile.writeLatex(place, name.label, table.latex(LatexTable.Columns.TWO));
    FigureFile.writeLatex(place, name.label + "-one-column", table.latex(LatexTable.Columns.ONE));
    around.out().println(table.text());
    around.out().println("Table: " + picture + ", beside it .csv, .json and .tex");
    return 0;
  }
}
