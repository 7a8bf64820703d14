package whence.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import whence.experiment.ExperimentSettings;
import whence.experiment.MetricRow;

/** Writes every figure of made-up values to {@code target/figures}; ask with -Dwhence.preview. */
@EnabledIfSystemProperty(named = "whence.preview", matches = ".*")
class PreviewTest {
  private static final Path OUT = Path.of("target", "figures");

  @Test
  void writesEveryFigure() throws IOException {
    Files.createDirectories(OUT);
    List<MetricRow> run = SyntheticRun.rows();
    List<MetricRow> first =
        run.stream().filter(r -> r.iteration() == 0 && r.localizer().equals("model")).toList();
    List<MetricRow> partial =
        first.stream().filter(r -> !r.metric().equals("wrong_object")).toList();
    Map<String, Figure> figures =
        Map.of(
            "strips", PseudoLabelStrips.of(SyntheticScenes.scenes(3, 6), SyntheticScenes.GEOMETRY),
            "strips-one",
                PseudoLabelStrips.of(SyntheticScenes.scenes(1, 1), SyntheticScenes.GEOMETRY),
            "curves", EvaluationCurves.of(run),
            "curves-one", EvaluationCurves.of(partial),
            "correlation", CorrelationCurves.of(run),
            "curves-narrow", EvaluationCurves.of(run, LatexTable.Columns.ONE),
            "correlation-narrow", CorrelationCurves.of(run, LatexTable.Columns.ONE),
            "scores", ScoresTable.of(run),
            "method",
                MethodFigure.of(
                    ExperimentSettings.full(),
                    MethodFigureTest.clip(),
                    MethodFigureTest.sound(),
                    MethodFigureTest.related()),
            "sheet", ContactSheet.of(sheet(), 6));
    for (Map.Entry<String, Figure> figure : figures.entrySet()) {
      Files.write(OUT.resolve(figure.getKey() + ".png"), figure.getValue().png());
      Files.write(OUT.resolve(figure.getKey() + ".svg"), figure.getValue().svg());
      assertThat(OUT.resolve(figure.getKey() + ".png")).isNotEmptyFile();
    }
  }

  private static List<ContactSheet.Entry> sheet() {
    return SyntheticScenes.scenes(8, 1).stream()
        .map(scene -> new ContactSheet.Entry(scene.id(), scene.frame()))
        .toList();
  }
}
