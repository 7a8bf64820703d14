package whence.notebook;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.rapaio.jupyter.kernel.global.Global;

/**
 * Values in cells of the Java kernel. The kernel finds this class as a service; nothing else in the
 * library names it, and no other kernel loads it.
 *
 * <p>Beside the kinds of {@link Shown}, arrays of Java show their length and first values, which
 * that kernel leaves as a hash code. Everything else is shown as text, not as HTML.
 */
public final class JavaKernelDisplay implements DisplayProvider {
  private static final List<Class<?>> ARRAYS =
      List.of(
          Object[].class,
          double[].class,
          float[].class,
          long[].class,
          int[].class,
          short[].class,
          byte[].class,
          char[].class,
          boolean[].class);

  /** Called by the kernel as it starts. */
  public JavaKernelDisplay() {
    Global.options().display().defaultMime("text/plain");
  }

  @Override
  public List<DisplayRenderer> getDisplayRenderers() {
    Stream<DisplayRenderer> values =
        Shown.all().stream().map(shown -> new Renderer(shown.type(), shown::of));
    Stream<DisplayRenderer> arrays =
        ARRAYS.stream()
            .map(type -> new Renderer(type, array -> CellOutput.text(ArrayText.ofJava(array))));
    return Stream.concat(values, arrays).toList();
  }

  @Override
  public List<DisplayTransformer> getDisplayTransformers() {
    return List.of();
  }

  /** All forms of an output, whichever the kernel asks for: the reader's program takes its best. */
  private record Renderer(Class<?> rendererClass, Function<Object, CellOutput> show)
      implements DisplayRenderer {
    @Override
    public boolean canRender(String mimeType) {
      return true;
    }

    @Override
    public DisplayData render(String mimeType, Object value) {
      CellOutput output = show.apply(value);
      DisplayData data = DisplayData.fromText(output.plain());
      output.forms().forEach(data::putData);
      return data;
    }
  }
}
