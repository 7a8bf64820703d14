package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.AtomicFile;
import whence.WhenceException;
import whence.experiment.LocalizedVideo;
import whence.experiment.MomentRow;
import whence.experiment.PartTimes;
import whence.experiment.Sources;
import whence.experiment.TrainedModel;
import whence.experiment.VideoLocalization;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;

/** Shows where the sound of a video comes from. */
@Command(
    name = "localize",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Paint where the sound of a video comes from, and write the peaks as a table.",
    footer = {
      "",
      "Beside OUT.mp4 stands OUT.csv, one line every 0.2 s. Where no region stands out against",
      "sounds that do not belong to the video, nothing is painted; if that is so at every moment,",
      "there is only the table, and an OUT.mp4 of an earlier call is removed."
    })
final class LocalizeCommand implements Callable<Integer> {
  private static final String ENDING = ".mp4";

  private final Surroundings around;
  @Mixin private SourceOptions where = new SourceOptions();

  @Parameters(paramLabel = "VIDEO", description = "a video with sound")
  private Path video = Path.of("");

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "made by whence export; default: the model that comes with the program")
  private @Nullable Path model;

  @Option(
      names = "--to",
      paramLabel = "OUT.mp4",
      description = "default: the video's name with -whence, in the current folder")
  private @Nullable Path to;

  @Option(names = "--json", description = "the moments as JSON, progress on standard error")
  private boolean json;

  LocalizeCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    LocalizedFiles files = files();
    Path out = files.video();
    Sources sources = where.sources();
    PrintWriter told = json ? around.err() : around.out();
    long start = System.nanoTime();
    try (TrainedModel trained = model == null ? TrainedModel.bundled() : TrainedModel.read(model)) {
      told.println("Model: " + trained.card().limits() + ".");
      told.println(around.machine().requireBackend().text());
      VideoLines lines = new VideoLines(told);
      LocalizedVideo found =
          VideoLocalization.of(
              video,
              trained,
              sources,
              SlidingSettings.defaults(),
              new ProgressLines(told),
              lines::at);
      told.println(found.verdict());
      boolean painted = found.count(State.FOUND) > 0;
      Map<String, Double> times = files.write(found, lines::at, told);
      double seconds = (System.nanoTime() - start) * 1e-9;
      told.println("Table: " + files.table() + (painted ? ", video: " + out : ""));
      told.println(speed(found, times, seconds));
      if (json) {
        around.out().println(JsonText.of(summary(found, times, painted ? out : null)));
      }
      return 0;
    }
  }

  private static String speed(LocalizedVideo found, Map<String, Double> times, double seconds) {
    return String.format(
        Locale.ROOT,
        "%.1f s of video in %.1f s, %.1f times real time: %s",
        found.lengthSeconds(),
        seconds,
        found.lengthSeconds() / seconds,
        PartTimes.text(times));
  }

  private static Map<String, Object> summary(
      LocalizedVideo found, Map<String, Double> times, @Nullable Path painted) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("verdict", found.verdict());
    all.put("found", found.count(State.FOUND));
    all.put("nothing_stands_out", found.count(State.NOTHING_STANDS_OUT));
    all.put("silent", found.count(State.SILENT));
    all.put("limits", found.card().limits());
    all.put("video", painted == null ? null : painted.toString());
    all.put("seconds", times);
    all.put("moments", found.rows().stream().map(MomentRow::fields).toList());
    return all;
  }

  /** What is written, refused before anything is computed. */
  private LocalizedFiles files() {
    Path out = to == null ? Path.of(stem(video) + "-whence" + ENDING) : to;
    requireName(out);
    AtomicFile.requireWritable(out);
    Path table = out.resolveSibling(stem(out) + ".csv");
    AtomicFile.requireWritable(table);
    return new LocalizedFiles(out, table);
  }

  private void requireName(Path out) {
    String wrong = null;
    if (Files.exists(out) && isSame(out, video)) {
      wrong = "the video itself";
    } else if (Files.isDirectory(out)) {
      wrong = "a folder";
    } else if (!out.toString().endsWith(ENDING)) {
      wrong = "another ending";
    }
    if (wrong != null) {
      throw new WhenceException(
          "Cannot write the video " + out,
          wrong,
          "another file, ending in " + ENDING,
          "choose another name with --to");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (java.io.IOException e) {
      return false; // reading the video will say what is wrong with it
    }
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
