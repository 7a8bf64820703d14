package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.data.fetch.Sha256;
import whence.media.TestClip;

class PrepareCommandTest {
  private static final int VIDEOS = 20;

  @TempDir Path folder;

  private Path videos(int count) throws Exception {
    Path videos = Files.createDirectories(folder.resolve("videos"));
    Path original = TestClip.plain().write(folder.resolve("original.mp4"));
    for (int i = 0; i < count; i++) {
      Files.copy(original, videos.resolve("clip%02d.mp4".formatted(i)));
    }
    return videos;
  }

  @Test
  void preparesAndSaysWhatItTookAndWhy() throws Exception {
    Path videos = videos(2);
    Files.writeString(videos.resolve("text.mp4"), "no video");
    Path to = folder.resolve("clips");
    CommandLineRun run = CommandLineRun.of("prepare", videos, "--to", to);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Taken: the middle frame")
        .contains("3 of 3 videos", "3 videos: 2 clips made, 0 kept", "rejected, unreadable: 1")
        .contains("2 of 3 videos listed in " + videos + "; 1 missing: text")
        .contains("a second and core (");
    CommandLineRun again = CommandLineRun.of("prepare", videos, "--to", to, "--json");
    assertThat(again.out())
        .startsWith("{")
        .contains(
            "\"made\" : 0", "\"kept\" : 2", "\"UNREADABLE\" : 1", "\"missing\" : [ \"text\" ]")
        .contains("\"clips_a_second_and_thread\" : null");
  }

  @Test
  void wrongCallsAreRefused() throws Exception {
    CommandLineRun nowhere =
        CommandLineRun.of("prepare", folder.resolve("none"), "--to", folder.resolve("clips"));
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.err()).contains("Cannot prepare the videos of", "nothing there", "cure:");
    assertThat(CommandLineRun.of("prepare", folder).code()).isEqualTo(2);
    Path list = Files.writeString(folder.resolve("ids.txt"), "../../outside\n");
    CommandLineRun outside =
        CommandLineRun.of("prepare", videos(1), "--to", folder.resolve("clips"), "--ids", list);
    assertThat(outside.code()).isEqualTo(1);
    assertThat(outside.err()).contains("Cannot take an id of a clip from " + list);
    CommandLineRun preset =
        CommandLineRun.of("prepare", folder, "--to", folder.resolve("c"), "--preset", "cinema");
    assertThat(preset.code()).isEqualTo(2);
    assertThat(preset.err()).contains("FLICKR", "VGGSS");
  }

  @Test
  void stoppedByCtrlCItSaysHowToGoOnAndDoesToTheSameBytes() throws Exception {
    Path videos = videos(VIDEOS);
    Path whole = folder.resolve("whole");
    CommandLineRun.of("prepare", videos, "--to", whole);
    Path to = folder.resolve("clips");
    assertInterrupted(start(videos, to, 2));
    assertInterrupted(start(videos, to, 2));
    CommandLineRun rest = CommandLineRun.of("prepare", videos, "--to", to);
    assertThat(rest.err()).isEmpty();
    assertThat(rest.code()).isZero();
    assertThat(contents(to)).isEqualTo(contents(whole));
  }

  /** Sends what Ctrl-C sends. */
  private void assertInterrupted(Process process) throws Exception {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(said()))
        .contains("Interrupted. The clips of videos that are done are kept:")
        .contains("call the same command again to go on.")
        .doesNotContain("Exception");
  }

  @Test
  void terminatedOrKilledItGoesOnToTheSameBytes() throws Exception {
    Path videos = videos(VIDEOS);
    Path whole = folder.resolve("whole");
    CommandLineRun.of("prepare", videos, "--to", whole);
    Path to = folder.resolve("clips");
    Process stopped = start(videos, to, 2);
    stopped.destroy(); // SIGTERM
    assertThat(stopped.waitFor(60, TimeUnit.SECONDS)).isTrue();
    Process killed = start(videos, to, 2);
    killed.destroyForcibly();
    assertThat(killed.waitFor(60, TimeUnit.SECONDS)).isTrue();
    CommandLineRun rest = CommandLineRun.of("prepare", videos, "--to", to);
    assertThat(rest.err()).isEmpty();
    assertThat(contents(to)).isEqualTo(contents(whole));
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  /**
   * Starts the command as a program of its own and waits until it has made some. SIGINT is set to
   * its default: where tests run in the background, it is ignored, and children inherit that.
   */
  private Process start(Path videos, Path to, int more) throws Exception {
    long clips = count(to.resolve("audio")) + more;
    Process process =
        new ProcessBuilder(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "whence.cli.Main",
                "prepare",
                videos.toString(),
                "--to",
                to.toString(),
                "--threads",
                "1")
            .redirectErrorStream(true)
            .redirectOutput(said().toFile())
            .start();
    long until = System.nanoTime() + 60_000_000_000L;
    while (process.isAlive() && count(to.resolve("audio")) < clips && System.nanoTime() < until) {
      Thread.sleep(5);
    }
    assertThat(count(to.resolve("audio"))).isBetween(clips, VIDEOS - 1L);
    return process;
  }

  private static long count(Path files) throws IOException {
    if (!Files.isDirectory(files)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(files)) {
      return all.count();
    }
  }

  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Sha256.of(file));
      }
    }
    return all;
  }

  @Test
  void progressComesEveryFewSecondsWithWhatIsLeft() {
    long[] nanos = {0};
    StringWriter text = new StringWriter();
    Countdown countdown = new Countdown(new PrintWriter(text), "videos", () -> nanos[0]);
    for (int done = 1; done <= 10; done++) {
      nanos[0] += 2_000_000_000L;
      countdown.done(done, 10);
    }
    assertThat(text.toString().lines())
        .containsExactly(
            "  2 of 10 videos, 0.5 a second, 16 s left",
            "  4 of 10 videos, 0.5 a second, 12 s left",
            "  6 of 10 videos, 0.5 a second, 8 s left",
            "  8 of 10 videos, 0.5 a second, 4 s left",
            "  10 of 10 videos, 0.5 a second, 0 s left");
  }
}
