package whence.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import whence.data.Split;
import whence.data.scene.SceneFolder;
import whence.experiment.Preparation;

/** Composes the scenes of a run, or finds them composed. */
@Command(
    name = "scenes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compose the scenes of a run; downloads the media if they are not there.")
final class ScenesCommand implements Callable<Integer>, Resumable {
  private final Surroundings around;
  @Mixin private RunOptions run = new RunOptions();

  ScenesCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return "The scenes that are whole are kept:\n" + "call the same command again to go on.";
  }

  @Override
  public Integer call() {
    ProgressLines progress = new ProgressLines(around.out());
    Preparation preparation = new Preparation(run.settings(), run.sources(), progress);
    Map<Split, SceneFolder> scenes = preparation.scenes();
    scenes.forEach(
        (split, folder) ->
            around
                .out()
                .printf("%s: %d scenes in %s%n", split.label(), folder.size(), folder.path()));
    return 0;
  }
}
