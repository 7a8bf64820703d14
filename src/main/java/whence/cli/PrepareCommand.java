package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.data.prepare.PrepareJob;
import whence.data.prepare.PrepareReport;
import whence.data.prepare.Preset;
import whence.data.reader.IdList;

/** Cuts videos into clips. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Cut videos into clips: DIR/frames/ID.jpg and DIR/audio/ID.wav, with a manifest.",
    footer = {
      "",
      "Stop it at any time and call it again: it goes on. Videos without sound, with a still",
      "picture, too short or unreadable are passed over and listed in DIR/rejected.csv."
    })
final class PrepareCommand implements Callable<Integer>, Resumable {
  private final Surroundings around;

  @Parameters(paramLabel = "SOURCE", description = "a video, or a folder of videos called ID.mp4")
  private Path source = Path.of("");

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "receives the clips")
  private Path to = Path.of("");

  @Option(
      names = "--preset",
      paramLabel = "SET",
      description = "what is taken, by data set: ${COMPLETION-CANDIDATES}; default FOLDER")
  private Preset preset = Preset.FOLDER;

  @Option(
      names = "--ids",
      paramLabel = "FILE",
      description = "only the videos listed there, one id a line; the missing are reported")
  private @Nullable Path ids;

  @Option(names = "--threads", paramLabel = "N", description = "default: as many as cores")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "the report as JSON, progress on standard error")
  private boolean json;

  PrepareCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public String kept() {
    return "The clips of videos that are done are kept:\n"
        + "call the same command again to go on.";
  }

  @Override
  public Integer call() {
    PrintWriter told = json ? around.err() : around.out();
    told.println("Taken: " + preset.why() + ".");
    IdList listed = ids == null ? null : IdList.read(ids);
    PrepareJob job = new PrepareJob(source, to, preset.settings(), listed);
    Countdown countdown = new Countdown(told, "videos");
    PrepareReport report = job.run(threads, countdown::done);
    if (json) {
      around.out().println(JsonText.of(summary(report)));
    } else {
      told.println(report.text());
      told.println("Clips: " + to + ", rejected: " + to.resolve("rejected.csv"));
    }
    return 0;
  }

  private static Map<String, Object> summary(PrepareReport report) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("videos", report.videos());
    all.put("made", report.made());
    all.put("kept", report.kept());
    all.put("rejected", report.rejected());
    all.put("listed", report.coverage().listed());
    all.put("used", report.coverage().used());
    all.put("missing", report.coverage().missing());
    all.put("seconds", report.seconds());
    all.put("threads", report.threads());
    all.put("clips_a_second_and_thread", report.clipsPerSecondAndThread());
    return all;
  }
}
