package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.data.reader.ClassTruth;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.ClassAwareScores;
import whence.evaluate.score.ClassScoring;
import whence.evaluate.score.MapSource;

/** Scores heat maps of single classes. */
@Command(
    name = "score-classes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Score heat maps class by class, as MUSIC and its mosaics are judged.",
    footer = {
      "",
      "Maps as for score, each under the id CLIP@CLASS: one for every class that sounds in the clip",
      "or is silent in it, with values as the network gives them."
    })
final class ScoreClassesCommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description = "mosaics.json of a folder that whence mosaics wrote")
  private Path truth = Path.of("");

  @Option(names = "--maps", paramLabel = "FILE", required = true, description = "file or folder")
  private Path maps = Path.of("");

  @Option(
      names = "--fraction",
      paramLabel = "F",
      description =
          "of a map's maximum, above which a class is predicted; default 0.5 (duets: 0.2)")
  private double fraction = ClassAwareScores.SYNTHETIC;

  @Option(names = "--json", description = "the scores as JSON, coverage on standard error")
  private boolean json;

  ScoreClassesCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<ClassTruth> truths = ClassTruth.mosaics(truth);
    ClassScoring scored =
        ClassScoring.of(
            truths, truth.toString(), MapSource.open(maps), fraction, Bootstrap.defaults());
    PrintWriter told = json ? around.err() : around.out();
    told.println(scored.coverage().text());
    if (scored.other() > 0) {
      told.println(scored.other() + " maps of no clip and class of the truth are left out");
    }
    if (json) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("fraction_of_maximum", fraction);
      all.put("n", scored.coverage().used());
      all.put("listed", scored.coverage().listed());
      all.put("missing", scored.coverage().missing());
      all.put("scores", scored.scores());
      around.out().println(JsonText.of(all));
    } else {
      told.println("above " + fraction + " of the maximum: " + scored.scores().toText());
    }
    return 0;
  }
}
