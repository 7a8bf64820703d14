package whence.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.WhenceException;
import whence.data.reader.ClipReading;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;
import whence.experiment.SetMaps;
import whence.experiment.Sources;
import whence.experiment.TrainedModel;

/** Draws the heat maps of a data set. */
@Command(
    name = "maps",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Draw a model's heat maps for the clips of a data set, as JSON.",
    footer = {
      "",
      "Sets: folder, flickr, vggsound, vggss, is3, avsbench-s4, avsbench-ms3, music-solo,",
      "music-duet; each is a folder with frames/ID.jpg and audio/ID.wav. How many of the listed",
      "clips there are is printed, and stored in FILE.coverage.json."
    })
final class MapsCommand implements Callable<Integer> {
  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();
  @Mixin private ListOptions list = new ListOptions();

  @Parameters(paramLabel = "SET:DIR", description = "such as vggss:DIR")
  private String set = "";

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "made by whence export; default: the model that comes with the program")
  private @Nullable Path model;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "receives the maps")
  private Path to = Path.of("");

  MapsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    int colon = set.indexOf(':');
    if (colon < 1) {
      throw new WhenceException(
          "Cannot open the data set " + set,
          "no name before a colon",
          "a name and a folder, such as vggss:DIR",
          "put the name of the data set before the folder; folder:DIR is any folder of clips");
    }
    Sources sources = where.sources();
    ClipSet clips =
        list.open(
            DataSet.named(set.substring(0, colon)),
            Path.of(set.substring(colon + 1)),
            ClipReading.defaults());
    around.out().println(clips.text());
    try (TrainedModel trained = model == null ? TrainedModel.bundled() : TrainedModel.read(model)) {
      around.out().println("Model: " + trained.card().limits() + ".");
      around.out().println(around.machine().requireBackend().text());
      Countdown countdown = new Countdown(around.out(), "clips");
      SetMaps.write(clips, trained, sources, new ProgressLines(around.out()), countdown::done, to);
    }
    around.out().println("Maps: " + to);
    return 0;
  }
}
