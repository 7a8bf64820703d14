package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.experiment.LocalizedVideo;
import whence.experiment.TinyModel;
import whence.experiment.VideoListener;
import whence.heatmap.HeatMap;
import whence.localize.Moment;
import whence.localize.Moment.State;
import whence.localize.SlidingSettings;
import whence.media.MediaException;
import whence.media.RandomAccessVideo;
import whence.media.TestClip;
import whence.media.Waveform;

/** What stands under the names of video and table after a second call. */
class LocalizedFilesTest {
  private static final String OLD_VIDEO = "the video of an earlier call";
  private static final String OLD_TABLE = "the table of an earlier call";

  @TempDir Path folder;
  private final StringWriter told = new StringWriter();
  private Path source;
  private Path out;
  private LocalizedFiles files;

  @BeforeEach
  void anEarlierCallWroteBoth() throws Exception {
    source = TestClip.plain().withSeconds(1).write(folder.resolve("source.mp4"));
    out = Files.createDirectory(folder.resolve("out"));
    files = new LocalizedFiles(out.resolve("x.mp4"), out.resolve("x.csv"));
    Files.writeString(files.video(), OLD_VIDEO);
    Files.writeString(files.table(), OLD_TABLE);
  }

  private LocalizedVideo found(State state) {
    HeatMap cells = new HeatMap(14, 14, new float[14 * 14]);
    List<Moment> moments =
        IntStream.range(0, 5)
            .mapToObj(k -> new Moment(0.2 * k, state, cells, 0.2, 0.9, 0.97, -9))
            .toList();
    return new LocalizedVideo(
        source,
        64,
        48,
        25,
        new Waveform(new float[16_000], 16_000),
        moments,
        SlidingSettings.defaults(),
        TinyModel.card("none"),
        Map.of("sound", 1.0));
  }

  private void write(LocalizedVideo found) throws InterruptedException {
    files.write(found, VideoListener.NONE, new PrintWriter(told, true));
  }

  @Test
  void bothAreReplaced() throws Exception {
    LocalizedVideo found = found(State.FOUND);
    write(found);
    assertThat(files.table()).hasContent(found.csv());
    try (RandomAccessVideo painted = RandomAccessVideo.open(files.video())) {
      assertThat(painted.hasPictures()).isTrue();
    }
    assertThat(names()).containsExactly("x.csv", "x.mp4");
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void namesAsLongAsTheyCanBeAreWritten() throws Exception {
    String name = "n".repeat(251);
    files = new LocalizedFiles(out.resolve(name + ".mp4"), out.resolve(name + ".csv"));
    write(found(State.FOUND));
    assertThat(names()).containsExactly(name + ".csv", name + ".mp4", "x.csv", "x.mp4");
  }

  @Test
  void theVideoGoesWhereNothingIsPaintedAndThatIsSaid() throws Exception {
    LocalizedVideo found = found(State.NOTHING_STANDS_OUT);
    write(found);
    assertThat(files.table()).hasContent(found.csv());
    assertThat(names()).containsExactly("x.csv");
    assertThat(told.toString().strip())
        .isEqualTo(
            "Removed: " + files.video() + ", which was there before: it is not of this table.");
    told.getBuffer().setLength(0);
    write(found);
    assertThat(told.toString()).isEmpty();
  }

  @Test
  void whatIsThereStaysIfPaintingFailsOrIsStopped() throws Exception {
    LocalizedVideo found = found(State.FOUND);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> write(found)).isInstanceOf(InterruptedException.class);
    assertOldPair();
    Files.delete(source);
    assertThatThrownBy(() -> write(found)).isInstanceOf(MediaException.class);
    assertOldPair();
  }

  private void assertOldPair() throws IOException {
    assertThat(files.video()).hasContent(OLD_VIDEO);
    assertThat(files.table()).hasContent(OLD_TABLE);
    assertThat(names()).containsExactly("x.csv", "x.mp4");
  }

  @Test
  void noVideoStandsBesideATableThatCouldNotBeWritten() throws Exception {
    Files.delete(files.table());
    Files.createDirectories(files.table().resolve("in the way"));
    for (State state : List.of(State.FOUND, State.NOTHING_STANDS_OUT)) {
      Files.writeString(files.video(), OLD_VIDEO);
      assertThatThrownBy(() -> write(found(state)))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot write " + files.table());
      assertThat(names()).containsExactly("x.csv");
    }
  }

  private List<String> names() throws IOException {
    try (var all = Files.list(out)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
