package whence.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import whence.data.reader.IdList;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Bootstrap;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.Grouping;
import whence.evaluate.score.MapScoring;
import whence.evaluate.score.MapSource;
import whence.evaluate.score.PairedReport;
import whence.evaluate.score.PublishedScore;
import whence.evaluate.score.ScoreCsv;
import whence.evaluate.score.ScoreReport;
import whence.evaluate.score.ScoreTable;
import whence.evaluate.score.ScoredMaps;

/** Scores anybody's heat maps. */
@Command(
    name = "score",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Score anybody's heat maps from files under a named protocol.",
    footer = {
      "",
      "Maps: a JSON file {\"maps\":[{\"id\":..,\"height\":..,\"width\":..,\"values\":[..]}]},",
      "or a folder of ID.npy files. Clips without a map are listed as missing.",
      "DSOL is its threshold of half of the maximum; its fractions 0.1 and 0.2 are reached by",
      "score-classes --fraction."
    })
final class ScoreCommand implements Callable<Integer> {
  private static final Bootstrap BOOTSTRAP = Bootstrap.defaults();

  private final Surroundings around;

  @Option(
      names = "--protocol",
      paramLabel = "P",
      required = true,
      split = ",",
      description =
          "WHENCE, LVS, EZ_VSL, SLAVC, ALIGN, SSPL_FIXED, DSOL, AVSBENCH, several of them, or ALL")
  private List<String> protocols = List.of();

  @Option(
      names = "--truth",
      paramLabel = "FORMAT:PATH",
      required = true,
      description = "flickr:DIR, vggss:FILE.json, is3:FILE.json or masks:DIR")
  private String truth = "";

  @Option(names = "--maps", paramLabel = "FILE", required = true, description = "file or folder")
  private Path maps = Path.of("");

  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "ids of the test, one a line; default: all annotated clips")
  private @Nullable Path list;

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      split = ",",
      description = "also by class, size (of the truth) or boxes (their number)")
  private List<Grouping> by = List.of();

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description = "other maps: their paired difference to these on the clips of both")
  private @Nullable Path against;

  @Option(names = "--peers", description = "also what other authors printed, apart")
  private boolean peers;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description =
          "write the numbers there as well, and coverage, missing ids and protocols to"
              + " FILE.coverage.json")
  private @Nullable Path csv;

  @Option(
      names = "--json",
      description =
          "the scores of the maps as JSON (an array for several protocols), with --by those of the"
              + " groups; what the protocols are, coverage and notes on standard error")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  ScoreCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    List<Protocol> wanted = wanted();
    CsvFile.requireWritable(csv);
    MapSource source = MapSource.open(maps);
    MapSource other = against == null ? null : MapSource.open(against);
    TruthSet annotated = TruthFormat.open(truth);
    IdList test = list == null ? null : IdList.read(list);
    List<String> listed = test == null ? annotated.ids() : test.ids();
    Beside beside = json && csv == null ? Beside.NOTHING : Beside.TRIVIAL_LOCALIZERS;
    ScoredMaps scored = new MapScoring(annotated, listed, wanted, beside).score(source);
    List<ScoreReport> reports = ScoreReport.ofEach(scored, wanted, by, BOOTSTRAP);
    if (csv != null) {
      CsvFile.write(csv, ScoreCsv.toText(reports), ScoreCsv.coverage(reports));
    }
    PrintWriter told = json ? around.err() : around.out();
    if (test != null) {
      test.notes().forEach(note -> told.println("note: " + note));
    }
    if (json) {
      printJson(reports);
    } else {
      told.print(reports.stream().map(ScoreTable::toText).collect(joining("\n")));
    }
    if (other != null) {
      ScoredMaps others = new MapScoring(annotated, listed, wanted, Beside.NOTHING).score(other);
      wanted.forEach(
          p -> told.print("\n" + PairedReport.of(scored, others, p, BOOTSTRAP).toText()));
    }
    if (peers) {
      told.print("\n" + PublishedScore.table(PublishedScore.all()));
    }
    return 0;
  }

  private void printJson(List<ScoreReport> reports) {
    List<Map<String, Object>> all = reports.stream().map(ScoreReport::toJson).toList();
    around.out().println(JsonText.of(all.size() == 1 ? all.get(0) : all));
    reports.forEach(report -> around.err().print(ScoreTable.protocol(report)));
    around.err().print(ScoreTable.coverage(reports.get(0)));
    reports.forEach(report -> around.err().print(ScoreTable.notes(report)));
    around.err().print(ScoreTable.oddities(reports.get(0)));
  }

  /** The protocols named, each once. */
  private List<Protocol> wanted() {
    Set<Protocol> wanted = new LinkedHashSet<>();
    for (String name : protocols) {
      String upper = name.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      List<Protocol> found =
          Arrays.stream(Protocol.values())
              .filter(protocol -> upper.equals("ALL") || upper.equals(protocol.name()))
              .toList();
      if (found.isEmpty()) {
        throw new ParameterException(
            spec.commandLine(),
            "Unknown protocol '" + name + "': ALL or one of " + List.of(Protocol.values()));
      }
      wanted.addAll(found);
    }
    return List.copyOf(wanted);
  }
}
