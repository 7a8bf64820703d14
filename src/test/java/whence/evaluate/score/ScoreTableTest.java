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
        .isEqualTo("truth " + report.truth() + ": 3 of 4 listed clips scored (75.0 %)");
    assertThat(lines.get(2)).isEqualTo("missing: d");
    assertThat(lines.get(3)).startsWith("fractions, means over clips [95 % bootstrap interval");
    assertThat(lines.get(4)).matches("localizer +n +success @0.5 +mean cIoU +AUC +pointing");
    assertThat(lines.get(5))
        .startsWith("my, maps.json                 3  0.333 [0.000, 1.000]  NaN ");
    assertThat(lines.get(6)).startsWith("my, maps.json, size-adaptive  ");
    assertThat(lines.subList(7, 15))
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
    assertThat(lines.get(15)).isEqualTo("note: c: box [0.0, 0.0, 0.0, 1.0] has no area");
    assertThat(lines)
        .contains(
            "note: 1 clip with an empty truth; align divides 0 by 0 there, as" + " published");
  }

  @Test
  void manyNotesAreCutShort() {
    ScoreReport report = report(Protocol.LVS);
    List<String> notes = java.util.Collections.nCopies(25, "odd");
    ScoreReport many =
        new ScoreReport(
            report.protocol(),
            report.truth(),
            report.listed(),
            List.of(),
            report.lines(),
            List.of(),
            List.of(),
            report.scores(),
            notes);
    assertThat(ScoreTable.notes(many).lines()).hasSize(21).endsWith("note: and 5 more");
    assertThat(ScoreTable.coverage(many).lines()).hasSize(1);
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
  void groupsStandBelowAndInTheCsv() {
    ScoreReport report =
        ScoreReport.of(
            scored,
            Protocol.WHENCE,
            List.of(Grouping.CLASS, Grouping.SIZE, Grouping.BOXES),
            new Bootstrap(50, 1));
    String text = ScoreTable.toText(report);
    assertThat(text).contains("my, maps.json by groups of clips\ngroup      n  success @0.5");
    assertThat(report.groups())
        .extracting(ScoreLine::group)
        .containsExactly("class=dog", "size=none", "size=huge", "boxes=1");
    assertThat(report.groups().get(2).estimates().get(Metric.SUCCESS_FIXED).value()).isEqualTo(0.5);
    assertThat(report.groups().get(2).estimates().get(Metric.SUCCESS_FIXED).n()).isEqualTo(2);
    assertThat(ScoreCsv.toText(List.of(report)))
        .contains("whence,own,my; maps.json,size=huge,success,0.5,");
  }
}
