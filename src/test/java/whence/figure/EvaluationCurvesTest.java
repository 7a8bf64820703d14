package whence.figure;
import static org.assertj.core.api.Assertions.assertThat;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
class EvaluationCurvesTest {
  static void save(String n, Figure f) throws Exception {Path out = Files.createDirectories(Path.of("target/figures")); Files.write(out.resolve(n+".png"), f.png()); Files.write(out.resolve(n+".svg"), f.svg()); Files.writeString(out.resolve(n+".csv"), f.csv());}
  @Test void draws() throws Exception {
    save("strips", PseudoLabelStrips.of(SyntheticScenes.scenes(4,6), SyntheticScenes.GEOMETRY));
    save("table", ScoresTable.of(SyntheticRun.rows())); save("corr", CorrelationCurves.of(SyntheticRun.rows())); 
    Path out = Files.createDirectories(Path.of("target/figures"));
    Figure f = EvaluationCurves.of(SyntheticRun.rows());
    Files.write(out.resolve("curves.png"), f.png());
    Files.write(out.resolve("curves.svg"), f.svg());
    Files.writeString(out.resolve("curves.csv"), f.csv());
    assertThat(f.png()).isEqualTo(f.png());
  }
}
