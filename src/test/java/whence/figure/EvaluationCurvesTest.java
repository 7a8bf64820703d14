package whence.figure;
import static org.assertj.core.api.Assertions.assertThat;
import java.nio.file.*;
import org.junit.jupiter.api.Test;
class EvaluationCurvesTest {
  @Test void draws() throws Exception {
    Path out = Files.createDirectories(Path.of("target/figures"));
    Figure f = EvaluationCurves.of(SyntheticRun.rows());
    Files.write(out.resolve("curves.png"), f.png());
    Files.write(out.resolve("curves.svg"), f.svg());
    Files.writeString(out.resolve("curves.csv"), f.csv());
    assertThat(f.png()).isEqualTo(f.png());
  }
}
