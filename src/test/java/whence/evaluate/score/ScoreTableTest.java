package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Bootstrap;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMap;

class ScoreTableTest {
  private static final HeatMap LEFT = new HeatMap(2, 2, new float[] {1, 0, 1, 0});

  @TempDir Path folder;
  private ScoredMaps scored;

  @BeforeEach
  void score() {
    Path file =
        MapFiles.vggss(
            folder.resolve("truth.json"),
            "a dog 0 0 0.5 1",
            "b dog 0.5 0 1 1",
            "c dog 0 0 0 1",
            "d dog 0 0 1 1");
    TruthSet truth = TruthFormat.VGGSS.read(file);
    Path maps =
        MapFiles.write(
            folder.resolve("my, maps.json"),
            MapFiles.json("a", LEFT),
            MapFiles.json("b", LEFT),
            MapFiles.json("c", new HeatMap(1, 1, new float[] {0})));
    scored =
        new MapScoring(truth, truth.ids(), List.of(Protocol.values()), Beside.TRIVIAL_LOCALIZERS)
            .score(MapSource.open(maps));
  }

  private ScoreReport report(Protocol protocol) {
    return ScoreReport.of(scored, protocol, List.of(), new Bootstrap(200, 1));
  }

  @Test
  void aTableNamesProtocolCoverageMissingAndNotes() {
    ScoreReport report = report(Protocol.ALIGN);
    List<String> lines = ScoreTable.toText(report).lines().toList();
    assertThat(lines.get(0)).isEqualTo("protocol " + Protocol.ALIGN.description());
    assertThat(lines.get(1))
        .isEqualTo("truth " + report.truth().name() + ": 3 of 4 listed clips scored (75.0 %)");
    assertThat(lines.get(2)).isEqualTo("ground truth: " + report.truth().rule());
    assertThat(lines.get(3)).isEqualTo("missing: d");
    assertThat(lines.get(4)).startsWith("fractions, means over clips [95 % bootstrap interval");
    assertThat(lines.get(5)).matches("localizer +n +success @0.5 +mean cIoU +AUC +pointing");
    assertThat(lines.get(6))
        .startsWith("my, maps.json                 3  0.333 [0.000, 1.000]  NaN ");
    assertThat(lines.get(7)).startsWith("my, maps.json, size-adaptive  ");
    assertThat(lines.subList(8, 16))
        .extracting(line -> line.substring(0, 30).strip())
        .containsExactly(
            "whole-image",
            "whole-image, size-adaptive",
            "centre-disc",
            "centre-disc, size-adaptive",
            "random",
            "random, size-adaptive",
            "oracle",
            "oracle, size-adaptive");
    assertThat(lines.subList(16, 21))
        .containsExactly(
            "note: 1 clip with an empty truth; align divides 0 by 0 there, as published",
            "note: 1 map is constant; align predicts nothing",
            "note: maps of different sizes: {1 x 1=1, 2 x 2=2}",
            "note: c: box [0.0, 0.0, 0.0, 1.0] has no area",
            "note: c: nothing is left of its truth");
  }

  /** As on VGG-SS, whose truth alone has more oddities than are shown. */
  @Test
  void oddTruthsAreCutShortAndPushNothingElseOut() {
    String[] clips = new String[22];
    String[] maps = new String[22];
    for (int k = 0; k < clips.length; k++) {
      clips[k] = "odd" + k + " dog 0 0 0.5 1 0 0 0 1";
      maps[k] = MapFiles.json("odd" + k, LEFT);
    }
    clips[20] = "empty dog 0 0 0 1";
    maps[20] = MapFiles.json("empty", new HeatMap(2, 2, new float[] {2, 2, 2, 2}));
    TruthSet truth = TruthFormat.VGGSS.read(MapFiles.vggss(folder.resolve("odd.json"), clips));
    maps[21] = MapFiles.json("nobody", LEFT);
    ScoredMaps odd =
        new MapScoring(truth, truth.ids(), List.of(Protocol.values()), Beside.NOTHING)
            .score(MapSource.open(MapFiles.write(folder.resolve("odd-maps.json"), maps)));
    ScoreReport report = ScoreReport.of(odd, Protocol.AVSBENCH, List.of(), new Bootstrap(50, 1));
    assertThat(report.truth().oddities()).hasSize(23);
    List<String> notes =
        ScoreTable.toText(report).lines().filter(line -> line.startsWith("note: ")).toList();
    assertThat(notes.subList(0, 5))
        .containsExactly(
            "note: 1 clip with an empty truth; avsbench scores it by the share left out",
            "note: 1 map is constant; avsbench predicts everything where the value is above 0.5,"
                + " else nothing",
            "note: 1 maps with values outside of [0, 1]; avsbench takes them as probabilities",
            "note: 1 map belongs to no listed and annotated clip and was passed over",
            "note: odd0: box [0.0, 0.0, 0.0, 1.0] has no area");
    assertThat(notes).hasSize(4 + 20 + 1).endsWith("note: and 3 more about the truth");
  }

  @Test
  void csvHasOneNumberALine() {
    List<String> lines = ScoreCsv.toText(List.of(report(Protocol.WHENCE))).lines().toList();
    assertThat(lines.get(0))
        .isEqualTo("protocol,threshold,localizer,group,metric,value,low,high,n,listed");
    // 5 localizers, 2 thresholds, 4 metrics
    assertThat(lines).hasSize(1 + 40).allSatisfy(line -> assertThat(line.split(",")).hasSize(10));
    assertThat(lines.get(1))
        .startsWith("whence,own,my; maps.json,all,success,0.3333333333333333,0.0,1.0,3,4");
    assertThat(lines.get(5)).startsWith("whence,size-adaptive,my; maps.json,all,success,");
    assertThat(lines).anyMatch(line -> line.startsWith("whence,own,random,all,mean_ciou,"));
    String align = ScoreCsv.toText(List.of(report(Protocol.ALIGN)));
    assertThat(align).contains("align,own,my; maps.json,all,mean_ciou,NaN,NaN,NaN,3,4\n");
  }

  @Test
  void jsonHasTheAgreedFields() {
    Map<String, Object> json = report(Protocol.EZ_VSL).toJson();
    assertThat(json.keySet())
        .containsExactly(
            "protocol", "n", "listed", "missing", "success", "mean_ciou", "auc", "clips");
    assertThat(json)
        .containsEntry("protocol", "EZ_VSL")
        .containsEntry("n", 3)
        .containsEntry("listed", 4)
        .containsEntry("missing", List.of("d"));
    assertThat(json.get("clips"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains(Map.of("id", "b", "ciou", 0.0));
  }

  @Test
  void whatBelongsBesideTheCsvSaysWhichClipsAndWhatTheProtocolsAre() {
    List<ScoreReport> reports = List.of(report(Protocol.WHENCE), report(Protocol.LVS));
    assertThat(ScoreCsv.coverage(reports))
        .containsEntry("ground_truth", reports.get(0).truth().rule())
        .containsEntry("n", 3)
        .containsEntry("listed", 4)
        .containsEntry("missing", List.of("d"))
        .containsEntry(
            "protocols",
            Map.of("whence", Protocol.WHENCE.description(), "lvs", Protocol.LVS.description()));
  }

  @Test
  void groupsStandBelowAndInTheCsv() {
    ScoreReport report =
        ScoreReport.of(
            scored,
            Protocol.WHENCE,
            List.of(Grouping.CLASS, Grouping.SIZE, Grouping.BOXES),
            new Bootstrap(50, 1));
    String text = ScoreTable.toText(report);
    List<String> lines = text.lines().dropWhile(line -> !line.startsWith("group ")).toList();
    assertThat(lines.get(0)).startsWith("group      localizer      n  success @0.5");
    assertThat(lines.get(1)).startsWith("class=dog  my, maps.json  3  0.333 [");
    assertThat(lines.get(2)).startsWith("           whole-image    3  0.667 [");
    assertThat(lines.get(5)).startsWith("           oracle         3  0.667 [");
    assertThat(lines.get(6)).startsWith("size=none  my, maps.json  1  0.000 [");
    List<ScoreLine> own =
        report.groups().stream().filter(l -> l.localizer().equals("my, maps.json")).toList();
    assertThat(own)
        .extracting(ScoreLine::group)
        .containsExactly("class=dog", "size=none", "size=huge", "boxes=1");
    assertThat(own.get(2).estimates().get(Metric.SUCCESS_FIXED).value()).isEqualTo(0.5);
    assertThat(own.get(2).estimates().get(Metric.SUCCESS_FIXED).n()).isEqualTo(2);
    assertThat(ScoreCsv.toText(List.of(report)))
        .contains(
            "whence,own,my; maps.json,size=huge,success,0.5,",
            "whence,own,whole-image,size=huge,success,1.0,1.0,1.0,2,4");
    Object groups = report.toJson().get("groups");
    assertThat(groups)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(4)
        .contains(
            Map.of("group", "size=none", "n", 1, "success", 0.0, "mean_ciou", 0.0, "auc", 0.025));
  }
}
