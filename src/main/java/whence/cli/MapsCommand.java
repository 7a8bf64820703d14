package whence.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;
import whence.evaluate.measure.NegativeScores;
import whence.evaluate.measure.NegativeSound;
import whence.experiment.PreparedSet;
import whence.experiment.SetLocalizer;
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
final class MapsCommand implements Callable<Integer>, Resumable {
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

  @Option(
      names = "--localizer",
      paramLabel = "NAME",
      description =
          "who draws: model (default), object-guided (the model guided by the saliency of the"
              + " picture), swapped-sound (the model with sounds of what is not in the picture), saliency")
  private String localizer = SetLocalizer.MODEL.label();

  @Option(
      names = "--negative-sounds",
      description =
          "also tell how much of the picture the model marks for silence, for noise, and for"
              + " sounds of what is not in the picture, drawn ten times; written to"
              + " FILE.negative.json")
  private boolean negative;

  @Option(names = "--to", required = true, paramLabel = "FILE", description = "receives the maps")
  private Path to = Path.of("");

  MapsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return "Features of the frames that were looked at are kept; maps are written whole or not at all:\n"
        + "call the same command again to draw them.";
  }

  @Override
  public Integer call() throws InterruptedException {
    int colon = set.indexOf(':');
    if (colon < 1) {
      throw new WhenceException(
          "Cannot open the data set " + set,
          "no name before a colon",
          "a name and a folder, such as vggss:DIR",
          "put the name of the data set before the folder; folder:DIR is any folder of clips");
    }
    SetLocalizer who = SetLocalizer.named(localizer);
    DataSet kind = DataSet.named(set.substring(0, colon));
    AtomicFile.requireWritable(to);
    Sources sources = where.sources();
    try (TrainedModel trained = model == null ? TrainedModel.bundled() : TrainedModel.read(model)) {
      Path folder = Path.of(set.substring(colon + 1));
      ClipSet clips = list.open(kind, folder, trained.card().reading());
      who.requireFor(clips);
      around.out().println(clips.text());
      around.out().println("Model: " + trained.card().limits() + ".");
      around.out().println(around.machine().requireBackend().text());
      draw(clips, trained, who, sources);
    }
    around.out().println("Maps: " + to);
    return 0;
  }

  private void draw(ClipSet clips, TrainedModel trained, SetLocalizer who, Sources sources)
      throws InterruptedException {
    ProgressLines progress = new ProgressLines(around.out());
    try (PreparedSet set = PreparedSet.open(clips, trained.card().sound(), sources, progress)) {
      SetMaps.write(set, trained, who, new Countdown(around.out(), "clips")::done, to);
      if (negative) {
        negativeSounds(set, trained);
      }
    }
  }

  private void negativeSounds(PreparedSet set, TrainedModel trained) {
    Countdown countdown = new Countdown(around.out(), "maps");
    List<NegativeScores> scores =
        set.negativeSounds(trained, NegativeScores.DRAWS, countdown::done);
    boolean all = scores.stream().anyMatch(score -> score.kind() == NegativeSound.OFF_SCREEN);
    List<String> notes =
        all ? List.of() : List.of("no off-screen sounds, there is " + SetLocalizer.NO_OFF_SCREEN);
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("rule", NegativeScores.RULE);
    said.put("n", set.clips().size());
    said.put("coverage", set.clips().coverage());
    said.put("notes", notes);
    said.put("scores", scores);
    Path file = to.resolveSibling(to.getFileName() + ".negative.json");
    AtomicFile.write(file, JsonText.of(said) + "\n");
    around.out().printf("Negative sounds, n = %d, %s%n", set.clips().size(), NegativeScores.RULE);
    scores.forEach(score -> around.out().println(score.toText()));
    notes.forEach(note -> around.out().println("note: " + note));
    around.out().println("Negative sounds: " + file);
  }
}
