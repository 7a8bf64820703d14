package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import whence.evaluate.PreparedMap;
import whence.evaluate.Protocol;
import whence.heatmap.HeatMap;

class CosineMapsTest {

  private static List<NamedMap> given(HeatMap cosines) {
    MapSource source =
        new MapSource() {
          @Override
          public String name() {
            return "some";
          }

          @Override
          public void forEach(Consumer<NamedMap> take) {
            take.accept(new NamedMap("a", cosines));
          }
        };
    List<NamedMap> maps = new ArrayList<>();
    MapSource probabilities = new CosineMaps(source);
    probabilities.forEach(maps::add);
    assertThat(probabilities.name()).isEqualTo("some");
    return maps;
  }

  @Test
  void theRangeOfCosinesBecomesThatOfProbabilities() {
    float[] cosines = {-1, 0, 0.5f, 1};
    NamedMap map = given(new HeatMap(2, 2, cosines)).get(0);
    assertThat(map.id()).isEqualTo("a");
    assertThat(map.map().values()).containsExactly(0, 0.5f, 0.75f, 1);
    assertThat(cosines).containsExactly(-1, 0, 0.5f, 1);
  }

  /** As they are, cosines of 0.3 would be no prediction at all. */
  @Test
  void whereTheCosineIsPositiveIsWhatAvsBenchPredicts() {
    HeatMap cosines = new HeatMap(1, 2, new float[] {0.3f, -0.3f});
    HeatMap half = given(cosines).get(0).map();
    HeatMap enlarged = Protocol.AVSBENCH.enlarge(new PreparedMap(half));
    int side = enlarged.width();
    int predicted = 0;
    for (float value : enlarged.values()) {
      predicted += value > 0.5f ? 1 : 0;
    }
    assertThat(predicted).isEqualTo(side * side / 2);
  }
}
