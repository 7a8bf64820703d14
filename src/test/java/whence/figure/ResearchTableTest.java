package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.evaluate.Estimate;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.evaluate.score.Beside;
import whence.evaluate.score.SetScore;
import whence.experiment.ResearchScore;

class ResearchTableTest {

  private static ResearchScore score(Protocol protocol, String row, String title, int seeds) {
    Estimate success = new Estimate(0.25, 0.125, 0.5, 4 * seeds);
    return new ResearchScore(
        "vggss",
        protocol,
        row,
        title,
        row.isEmpty() ? title : "model",
        seeds,
        5,
        List.of("gone"),
        Map.of(Metric.SUCCESS_FIXED, success),
        protocol == Protocol.AVSBENCH
            ? List.of(
                new SetScore("maps.json", "own", "F (beta^2 = 0.3)", 4, 0.25, Optional.of(success)))
            : List.of());
  }

  private static final ResearchTable TABLE =
      ResearchTable.of(
          List.of(
              score(Protocol.WHENCE, "iterative", "iterative", 3),
              score(Protocol.WHENCE, "", "centre-disc", 1),
              score(Protocol.EZ_VSL, "iterative", "iterative", 3)));

  @Test
  void theProtocolStandsWithEveryNumber() {
    List<String> lines = TABLE.text().lines().toList();
    assertThat(lines.get(1))
        .startsWith("vggss, protocol whence (n = 4 of 5)")
        .contains("iterative", "25.0 [12.5, 50.0]");
    assertThat(lines.get(2)).contains("centred disc", "25.0 [12.5, 50.0]");
    assertThat(lines.get(3)).startsWith("vggss, protocol ez-vsl (n = 4 of 5)");
    assertThat(lines.get(4)).contains("the drawn clips being those of every seed");
    assertThat(lines.get(5)).isEqualTo("vggss: 4 of 5 listed clips scored, missing: gone");
    assertThat(lines.subList(6, 8))
        .containsExactly(Protocol.WHENCE.description(), Protocol.EZ_VSL.description());
    assertThat(TABLE.latex(LatexTable.Columns.TWO))
        .contains("protocol ez-vsl", "centred disc")
        .contains(
            " Protocol whence: map to", " Protocol ez-vsl: map to", "threshold $\\geq$ median");
  }

  @Test
  void howCosinesBecameProbabilitiesStandsWithTheNumbers() {
    ResearchTable table = ResearchTable.of(List.of(score(Protocol.AVSBENCH, "a", "a", 1)));
    String title =
        "protocol avsbench (n = 4 of 5; model and swapped sound: cosines c as probabilities (c + 1)"
            + " / 2)";
    assertThat(table.text()).contains(title);
    assertThat(table.latex(LatexTable.Columns.TWO)).contains(title);
    assertThat(TABLE.text()).doesNotContain("cosines");
  }

  @Test
  void whatIsNoMeanOverClipsStandsBelow() {
    ResearchTable table = ResearchTable.of(List.of(score(Protocol.AVSBENCH, "a", "the row", 2)));
    assertThat(table.text())
        .contains(
            "\nvggss, protocol avsbench, F (beta^2 = 0.3), the row (n = 4): 25.0 [12.5, 50.0]\n");
    assertThat(table.numbers().stringColumn("metric").asList())
        .containsExactly("success_fixed", "F (beta^2 = 0.3)");
  }

  @Test
  void numbersAreUnrounded() {
    Table numbers = TABLE.numbers();
    assertThat(numbers.rowCount()).isEqualTo(3);
    assertThat(numbers.stringColumn("row").asList()).containsExactly("iterative", "", "iterative");
    assertThat(numbers.doubleColumn("low").get(1)).isEqualTo(0.125);
    assertThat(numbers.intColumn("n").asList()).containsExactly(12, 4, 12);
    assertThat(TABLE.figure().csv()).contains("success_fixed");
  }

  @Test
  void theBoundOfAProtocolStandsWithoutInterval() {
    ResearchTable table = ResearchTable.of(List.of(score(Protocol.WHENCE, "", Beside.ORACLE, 1)));
    assertThat(table.text()).contains(" 25.0  ").doesNotContain("[12.5");
  }

  @Test
  void noScoresMakeNoTable() {
    assertThatThrownBy(() -> ResearchTable.of(List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no scores");
  }
}
