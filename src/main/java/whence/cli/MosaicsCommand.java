package whence.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import whence.AtomicFile;
import whence.data.reader.ClipReading;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;
import whence.data.reader.MosaicComposer;
import whence.data.reader.MosaicFolder;
import whence.data.reader.PreparedFolder;

/** Composes mosaics of solo clips. */
@Command(
    name = "mosaics",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Compose mosaics of four solo clips of MUSIC, of which two are heard.",
    footer = {
      "",
      "They are clips of their own, with masks of the tiles that sound. How many of the listed",
      "videos they are made of is printed, and stored in DIR/coverage.json."
    })
final class MosaicsCommand implements Callable<Integer> {
  private final Surroundings around;

  @Parameters(paramLabel = "SOLOS", description = "folder of solo clips, ID_SSSSSS")
  private Path solos = Path.of("");

  @Option(
      names = "--list",
      required = true,
      paramLabel = "FILE",
      description = "the list of solo videos as MUSIC has it")
  private Path list = Path.of("");

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "receives the mosaics")
  private Path to = Path.of("");

  @Option(names = "--count", paramLabel = "N", description = "default 5000")
  private int count = 5000;

  @Option(names = "--seed", paramLabel = "N", description = "of every draw; default 1")
  private long seed = 1;

  MosaicsCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    AtomicFile.requireWritable(to.resolve("mosaics.json"));
    ClipReading second = ClipReading.defaults().withSoundSeconds(MosaicComposer.SOUND_SECONDS);
    ClipSet clips = DataSet.MUSIC_SOLO.open(solos, list, "", second);
    around.out().println(clips.text());
    MosaicComposer composer = new MosaicComposer(clips, seed);
    Countdown countdown = new Countdown(around.out(), "mosaics");
    int threads = Runtime.getRuntime().availableProcessors();
    MosaicFolder.write(composer, to, count, threads, countdown::done);
    clips.coverage().write(new PreparedFolder(to).coverage());
    around.out().println("Mosaics: " + to);
    return 0;
  }
}
