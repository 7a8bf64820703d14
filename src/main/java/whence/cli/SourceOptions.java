package whence.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import whence.WhenceException;
import whence.data.fetch.Home;
import whence.experiment.Sources;

/** Where media, weights and caches are. */
final class SourceOptions {
  @Option(
      names = "--media",
      paramLabel = "DIR",
      description = {
        "folder with the media packages (.deb), or with your own CLASS/*.png, CLASS/*.wav|ogg|mp3",
        "and backgrounds/*.jpg; nothing is downloaded for media then"
      })
  private @Nullable Path media;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "downloads and caches; default: WHENCE_HOME, or ~/.cache/whence")
  private @Nullable Path home;

  /**
   * The sources named.
   *
   * @throws WhenceException if the media folder is none
   */
  Sources sources() {
    if (media != null && !Files.isDirectory(media)) {
      throw new WhenceException(
          "Cannot read the media folder " + media,
          Files.exists(media) ? "a file" : "nothing there",
          "a folder with .deb packages, or with CLASS/*.png, CLASS/*.wav and backgrounds/*.jpg",
          "check the path given with --media, or leave it out to download the demo media");
    }
    return asNamed();
  }

  /** The same, unchecked: for looking at it. */
  Sources asNamed() {
    Home place = home == null ? Home.locate() : new Home(home.toAbsolutePath().normalize());
    return new Sources(place, media);
  }

  /** Whether a media folder was named. */
  boolean hasMedia() {
    return media != null;
  }
}
