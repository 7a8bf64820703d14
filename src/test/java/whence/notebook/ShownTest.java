package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.factory.Nd4j;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplaySystem;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;

/** One list says what shows itself, and the Java kernel follows it. */
final class ShownTest {
  private static final HeatMap MAP = new HeatMap(1, 2, new float[] {0, 1});

  private static CellOutput of(Object value) {
    return Shown.all().stream()
        .filter(shown -> shown.type().isInstance(value))
        .findFirst()
        .orElseThrow()
        .of(value);
  }

  @Test
  void valuesShowAsTheyAreShownByName() {
    assertThat(of(MAP)).isEqualTo(Show.heatMap(MAP));
    assertThat(of(CellOutput.text("x"))).isEqualTo(CellOutput.text("x"));
    assertThat(of(Nd4j.zeros(2)).plain()).startsWith("FLOAT [2] (0.000");
  }

  @Test
  void noValueIsOfTwoKinds() {
    assertThat(Shown.all())
        .allSatisfy(
            one ->
                assertThat(Shown.all())
                    .filteredOn(other -> other.type().isAssignableFrom(one.type()))
                    .containsExactly(one));
  }

  @Test
  void everyMethodOfShowWithOneValueIsInTheList() {
    Map<String, Class<?>> methods = new TreeMap<>();
    for (var method : Show.class.getMethods()) {
      Class<?>[] types = method.getParameterTypes();
      if (method.getReturnType() == CellOutput.class
          && types.length == 1
          && types[0].getName().matches("(whence|org\\.nd4j|tech)\\..*")) {
        methods.put(method.getName() + " " + types[0].getSimpleName(), types[0]);
      }
    }
    assertThat(methods).hasSizeGreaterThan(15);
    List<? extends Class<?>> listed = Shown.all().stream().map(Shown::type).toList();
    assertThat(methods.values()).allMatch(listed::contains);
  }

  @Test
  void javaKernelFindsTheLibraryAndTakesEveryForm() {
    assertThat(ServiceLoader.load(DisplayProvider.class))
        .hasExactlyElementsOfTypes(JavaKernelDisplay.class);
    DisplayData shown = DisplaySystem.inst().render(MAP);
    assertThat(shown.data()).isEqualTo(Show.heatMap(MAP).forms());
    assertThat(new JavaKernelDisplay().getDisplayTransformers()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("arrayLines")
  void arraysOfJavaShowLengthAndFirstValues(String wanted, Object array) {
    DisplayRenderer renderer =
        new JavaKernelDisplay()
            .getDisplayRenderers().stream()
                .filter(candidate -> candidate.rendererClass().isInstance(array))
                .findFirst()
                .orElseThrow();
    assertThat(renderer.canRender("text/html")).isTrue();
    assertThat(renderer.render("", array).data()).containsExactly(Map.entry("text/plain", wanted));
  }

  static Stream<Arguments> arrayLines() {
    return Stream.of(
        Arguments.of("int[3] {1, 2, 3}", new int[] {1, 2, 3}),
        Arguments.of("double[0] {}", new double[0]),
        Arguments.of("String[2] {a, null}", new String[] {"a", null}),
        Arguments.of("float[][1] {float[1] {0.5}}", new float[][] {{0.5f}}));
  }

  @Test
  void longArraysAreCutAndSayHowLongTheyAre() {
    assertThat(ArrayText.ofJava(new boolean[1_000_000]))
        .startsWith("boolean[1000000] {false, ")
        .endsWith(", …}")
        .hasSizeLessThan(200);
  }

  @Test
  void masksAreOfTheirOwnKind() {
    Mask mask = new Mask(1, 1, new boolean[] {true});
    assertThat(of(mask)).isEqualTo(Show.mask(mask));
  }
}
