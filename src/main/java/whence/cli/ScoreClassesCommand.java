package whence.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import whence.data.reader.ClassTruthFormat;
import whence.evaluate.Bootstrap;
import whence.evaluate.measure.ClassAwareScores;
import whence.evaluate.score.ClassScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.ScoreCsv;

/** Scores heat maps of single classes. */
@Command(
    name = "score-classes",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Score heat maps class by class, as MUSIC and its mosaics are judged.",
    footer = {
      "",
      "Maps as for score, each under the id CLIP@CLASS: one for every class that sounds in the clip",
      "or is silent in it, with values as the network gives them. The truth of a mosaic is whole",
      "tiles: its scores cannot be compared with those on boxes of the instruments.",
      "DSOL's fractions of the maximum are 0.5, 0.2 and 0.1: --fraction."
    })
final class ScoreClassesCommand implements Callable<Integer> {
  private final Surroundings around;

  @Option(
      names = "--truth",
      paramLabel = "FORMAT:FILE",
      required = true,
      description =
          "mosaics:FILE, mosaics.json of a folder that whence mosaics wrote, or duets:FILE, the"
              + " boxes of MUSIC duets as published with DSOL (duettest.json)")
  private String truth = "";

  @Option(names = "--maps", paramLabel = "FILE", required = true, description = "file or folder")
  private Path maps = Path.of("");

  @Option(
      names = "--fraction",
      paramLabel = "F",
      description =
          "of a map's maximum, above which a class is predicted; default 0.5 for mosaics, 0.2 for"
              + " duets")
  private @Nullable Double fraction;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "write the scores there as well, and coverage, missing ids and the protocol to"
              + " FILE.coverage.json")
  private @Nullable Path csv;

  @Option(names = "--json", description = "the scores as JSON, coverage on standard error")
  private boolean json;

  ScoreClassesCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    CsvFile.requireWritable(csv);
    ClassTruthFormat.Annotations annotated = ClassTruthFormat.open(truth);
    String drawn = ClassTruthFormat.of(truth).rule();
    double part = fraction == null ? published() : fraction;
    ClassScoring scored =
        ClassScoring.of(annotated.clips(), truth, MapSource.open(maps), part, Bootstrap.defaults());
    if (csv != null) {
      CsvFile.write(csv, ScoreCsv.toText(scored), coverage(scored, drawn, annotated.empty()));
    }
    PrintWriter told = json ? around.err() : around.out();
    if (annotated.empty() > 0) {
      told.println(annotated.empty() + " frames without boxes are left out, as published");
    }
    told.println("protocol " + scored.description());
    told.println("ground truth: " + drawn);
    told.println(scored.coverage().text());
    if (scored.other() > 0) {
      told.println(scored.other() + " maps of no clip and class of the truth are left out");
    }
    if (json) {
      around.out().println(JsonText.of(json(scored, drawn)));
    } else {
      told.println("above " + part + " of the maximum: " + scored.scores().toText());
    }
    return 0;
  }

  private static Map<String, Object> coverage(ClassScoring scored, String drawn, int empty) {
    Map<String, Object> coverage = ScoreCsv.coverage(scored, drawn);
    coverage.put("frames_without_boxes", empty);
    return coverage;
  }

  private static Map<String, Object> json(ClassScoring scored, String drawn) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("protocol", scored.description());
    all.put("ground_truth", drawn);
    all.put("fraction_of_maximum", scored.fractionOfMaximum());
    all.put("n", scored.coverage().used());
    all.put("listed", scored.coverage().listed());
    all.put("missing", scored.coverage().missing());
    all.put("scores", scored.scores());
    return all;
  }

  private double published() {
    return ClassTruthFormat.of(truth) == ClassTruthFormat.DUETS
        ? ClassAwareScores.DUET
        : ClassAwareScores.SYNTHETIC;
  }
}
