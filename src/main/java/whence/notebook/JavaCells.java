package whence.notebook;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rapaio.jupyter.kernel.global.Global;
import whence.train.TrainingSession;

/**
 * What a cell of the Java kernel can call by name, as a Kotlin cell can after {@code %use whence}:
 * the kernel imports these methods at its start. They work in that kernel only.
 */
public final class JavaCells {
  private JavaCells() {}

  /** Versions and time: the last cell of each notebook. */
  public static Versions versions() {
    return Versions.now("JShell");
  }

  /** A new output of the cell, which takes the place of the one before with each call. */
  public static Consumer<CellOutput> live() {
    return new SafeDisplay(new LiveOutput());
  }

  /**
   * Trains on, with curves and maps that grow; the kernel's interrupt ends it after a whole batch.
   *
   * @param session goes on in its iteration
   * @param epochs how many more, at least 1
   * @param watched clips whose maps are shown
   */
  public static void liveTraining(TrainingSession session, int epochs, WatchedClips watched)
      throws Exception {
    Consumer<CellOutput> output = live();
    interruptible(
        () -> {
          LiveTraining.run(session, epochs, watched, output);
          return session;
        });
  }

  /**
   * Does long work that the kernel's interrupt ends between two steps, and never in the middle of
   * one.
   *
   * @param work polls {@link Thread#interrupted()}, as training, downloads and scenes do
   * @return what it returns
   * @throws Exception what it throws
   */
  public static <T> T interruptible(Callable<T> work) throws Exception {
    return SafeInterrupt.call(work);
  }

  private static final class LiveOutput implements Consumer<CellOutput> {
    private @Nullable String id;

    @Override
    public void accept(CellOutput output) {
      if (id == null) {
        id = Global.display(output);
      } else {
        Global.updateDisplay(id, output);
      }
    }
  }
}
