package whence.localize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Batch;
import whence.engine.Tensors;
import whence.heatmap.HeatMap;

class ObjectGuidedTest {

  private static final Offset<Float> ROUNDING = Offset.offset(1e-6f);

  private final Localizer heard = fixed(-1, 0, 1); // stretched: 0, 0.5, 1
  private final Localizer seen = fixed(4, 8, 5); // stretched: 0, 1, 0.25

  @Test
  void bothMapsAreStretchedAndAdded() {
    assertThat(values(ObjectGuided.published(heard, seen)))
        .containsExactly(new float[] {0, 0.8f, 0.55f}, ROUNDING);
    assertThat(values(new ObjectGuided(heard, seen, 1)))
        .containsExactly(new float[] {0, 0.5f, 1}, ROUNDING);
    assertThat(values(new ObjectGuided(heard, seen, 0)))
        .containsExactly(new float[] {0, 1, 0.25f}, ROUNDING);
  }

  @Test
  void aMapThatIsConstantMovesNoPlaceAgainstAnother() {
    float[] map = values(ObjectGuided.published(fixed(7, 7, 7), seen));
    assertThat(map[1]).isGreaterThan(map[2]);
    assertThat(map[2]).isGreaterThan(map[0]);
    assertThat(map[1] - map[0]).isEqualTo(0.6f, ROUNDING);
  }

  @Test
  void everyClipIsGuidedByItsOwnMap() {
    Localizer byRow =
        localizer(
            batch -> List.of(new HeatMap(1, 2, new float[] {0, 1}), new HeatMap(1, 2, pair(1, 0))));
    try (Batch batch = batch("a", "b")) {
      List<HeatMap> maps = new ObjectGuided(byRow, byRow, 0.5).localize(batch);
      assertThat(maps).hasSize(2);
      assertThat(maps.get(0).values()).containsExactly(0, 1);
      assertThat(maps.get(1).values()).containsExactly(1, 0);
    }
  }

  @Test
  void aWeightOutOfRangeIsRefused() {
    for (double weight : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new ObjectGuided(heard, seen, weight))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("the weight " + weight)
          .hasMessageContaining("a weight in [0, 1]");
    }
    assertThat(ObjectGuided.published(heard, seen).name()).isEqualTo("object-guided");
  }

  private static float[] values(Localizer localizer) {
    try (Batch batch = batch("a")) {
      return localizer.localize(batch).get(0).values();
    }
  }

  private static float[] pair(float first, float second) {
    return new float[] {first, second};
  }

  private static Localizer fixed(float... values) {
    return localizer(batch -> List.of(new HeatMap(1, values.length, values)));
  }

  private static Localizer localizer(java.util.function.Function<Batch, List<HeatMap>> maps) {
    return new Localizer() {
      @Override
      public String name() {
        return "fixed";
      }

      @Override
      public List<HeatMap> localize(Batch batch) {
        return maps.apply(batch);
      }
    };
  }

  private static Batch batch(String... ids) {
    return new Batch(
        List.of(ids), Tensors.zeros(ids.length, 1, 1, 1), Tensors.zeros(ids.length, 1, 1, 1));
  }
}
