package whence.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import whence.data.Split;
import whence.experiment.Preparation;
import whence.experiment.PreparedData;

/** Composes the scenes of a run and computes the trunk's features of them. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compose the scenes of a run and compute the image trunk's features of them.")
final class FeaturesCommand implements Callable<Integer>, Resumable {
  private final Surroundings around;
  @Mixin private RunOptions run = new RunOptions();

  FeaturesCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return "The scenes and features that are whole are kept:\n"
        + "call the same command again to go on.";
  }

  @Override
  public Integer call() throws InterruptedException {
    ProgressLines progress = new ProgressLines(around.out());
    Preparation preparation = new Preparation(run.settings(), run.sources(), progress);
    around.out().println(around.machine().requireBackend().text());
    try (PreparedData data = preparation.data()) {
      for (Split split : Split.OF_SCENES) {
        around
            .out()
            .printf("%s: features of %d scenes%n", split.label(), data.of(split).bank().size());
      }
    }
    return 0;
  }
}
