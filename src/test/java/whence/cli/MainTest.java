package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.engine.Gpu;
import whence.experiment.Machinery;

class MainTest {
  @TempDir Path folder;
  private Path home;

  /** A machine whose package tools fail, as without a network. */
  @BeforeEach
  void withoutNetwork() throws IOException {
    home = folder.resolve("home");
    Path broken = folder.resolve("broken");
    Files.writeString(broken, "#!/bin/sh\necho 'Could not resolve host' >&2\nexit 100\n");
    Files.setPosixFilePermissions(broken, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.setProperty("whence.apt", broken.toString());
    System.setProperty("whence.python", broken.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("whence.apt");
    System.clearProperty("whence.python");
  }

  private static void refused(CommandLineRun run, String... parts) {
    assertThat(run.err())
        .contains(parts)
        .contains("\n  got:      ", "\n  expected: ", "\n  cure:     ")
        .doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void helpNamesEveryCommandAndTheExitCodes() {
    CommandLineRun help = CommandLineRun.of("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("scenes", "features", "train", "evaluate", "score")
        .contains("check", "benchmark", "help")
        .contains("Exit codes:");
    for (String command : new String[] {"scenes", "features", "train", "evaluate", "check"}) {
      assertThat(CommandLineRun.of("help", command).out()).contains("--media=DIR", "--home=DIR");
    }
    assertThat(CommandLineRun.of("--version").out()).startsWith("whence ").contains("Java ");
  }

  @Test
  void wrongUsageIsTwo() {
    assertThat(CommandLineRun.of().code()).isEqualTo(2);
    CommandLineRun unknown = CommandLineRun.of("train", "--nonsense");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("Unknown option: '--nonsense'", "Usage: whence train");
    assertThat(CommandLineRun.of("train", "--iterations", "many").code()).isEqualTo(2);
    assertThat(CommandLineRun.of("evaluate").err()).contains("Missing required parameter: 'RUN'");
  }

  @Test
  void noNetworkAtTheFirstRunIsRefusedWithTheWayAround() {
    CommandLineRun run = CommandLineRun.of("scenes", "--home", home, "--scenes", 64);
    refused(run, "The command failed", " update", "Could not resolve host", "--media DIR");
  }

  @Test
  void weightsThatCannotBeHadAreRefusedAfterTheScenesAreKept() throws IOException {
    Path media = CommandLineRun.media(folder.resolve("media"), 3);
    Object[] features = {"features", "--home", home, "--media", media, "--scenes", "64,2,2"};
    refused(CommandLineRun.of(features), "pip", "Could not resolve host");
    assertThat(home.resolve("scenes")).isNotEmptyDirectory();
  }

  @Test
  void badMediaFoldersAreRefused() throws IOException {
    Path nothing = folder.resolve("nothing");
    refused(
        CommandLineRun.of("scenes", "--home", home, "--media", nothing),
        "Cannot read the media folder " + nothing,
        "nothing there",
        "--media");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    refused(
        CommandLineRun.of("scenes", "--home", home, "--media", empty),
        "Cannot read media from " + empty,
        "no class folders");
    Path silent = CommandLineRun.media(folder.resolve("silent"), 3);
    Files.delete(silent.resolve("class1/0.wav"));
    Files.delete(silent.resolve("class1/1.wav"));
    refused(
        CommandLineRun.of("scenes", "--home", home, "--media", silent),
        "Cannot use the class class1",
        "no sound",
        "add class1/ANY.wav");
  }

  @Test
  void aHomeThatIsMissingIsMadeAndOneThatCannotBeIsRefused() throws IOException {
    Path media = CommandLineRun.media(folder.resolve("media"), 3);
    CommandLineRun made =
        CommandLineRun.of("scenes", "--home", home, "--media", media, "--scenes", "64,2,2");
    assertThat(made.err()).isEmpty();
    assertThat(made.code()).isZero();
    assertThat(made.out()).contains("train: 64 scenes in " + home.resolve("scenes"));
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    refused(
        CommandLineRun.of("scenes", "--home", file, "--media", media, "--scenes", "64,2,2"),
        "Cannot keep files in " + file,
        "set WHENCE_HOME");
  }

  @Test
  void aRunFolderOfOtherSettingsIsRefusedAndKept() throws IOException {
    Path media = CommandLineRun.media(folder.resolve("media"), 3);
    Path run = folder.resolve("run");
    Object[] first = {
      "train", "--home", home, "--media", media, "--run", run, "--scenes", "64,2,2"
    };
    refused(CommandLineRun.of(first), "pip"); // claims the folder, then lacks the weights
    String settings = Files.readString(run.resolve("settings.json"));
    Object[] other = first.clone();
    other[other.length - 1] = "70,2,2";
    refused(
        CommandLineRun.of(other),
        "Cannot use the run folder " + run,
        "counts.train was 64, now 70",
        "choose another folder");
    assertThat(run.resolve("settings.json")).hasContent(settings);
    refused(
        CommandLineRun.of("evaluate", run, "--home", home, "--media", media),
        "Cannot evaluate the run " + run,
        "no iterations/iteration-0.safetensors",
        "go on with its training");
  }

  @Test
  void evaluateRefusesWhatIsNoRun() {
    refused(CommandLineRun.of("evaluate", folder), "Cannot open the run", "no settings.json");
  }

  @Test
  void anUnsupportedGpuIsRefused() {
    Machinery hopper =
        Machinery.here().with(Machinery.Build.CUDA, () -> Optional.of(new Gpu("Test", "9.0")));
    refused(
        CommandLineRun.on(hopper, "train", "--home", home, "--run", folder.resolve("run")),
        "Cannot compute on the GPU Test",
        "compute capability 9.0",
        "without -Pcuda");
    assertThat(folder.resolve("run")).doesNotExist();
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    refused(CommandLineRun.of("scenes", "--scenes", 10), "10 training scenes", "batches of 64");
    refused(CommandLineRun.of("scenes", "--scenes", "64,2"), "--scenes with two numbers");
    refused(CommandLineRun.of("scenes", "--iterations", -1), "-1 iterations");
    refused(CommandLineRun.of("benchmark", "--repeats", 0), "0 repeats");
  }

  @Test
  void anInterruptEndsWithHowToGoOn() {
    Path media = CommandLineRun.media(folder.resolve("media"), 3);
    Thread.currentThread().interrupt();
    CommandLineRun run =
        CommandLineRun.of("scenes", "--home", home, "--media", media, "--scenes", "64,2,2");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(run.err())
        .isEqualToNormalizingNewlines(
            """
            Interrupted. The scenes that are whole are kept:
            call the same command again to go on.
            """);
    assertThat(run.code()).isEqualTo(130);
  }
}
