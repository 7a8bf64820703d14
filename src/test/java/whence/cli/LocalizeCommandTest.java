package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.experiment.Sources;
import whence.experiment.TinyModel;
import whence.media.RandomAccessVideo;
import whence.media.TestClip;

class LocalizeCommandTest {
  @TempDir Path folder;
  private Path home;
  private Sources sources;

  @BeforeEach
  void makeWeights() {
    sources = TinyModel.sources(folder);
    home = folder.resolve("home");
  }

  private Path model(float control) throws Exception {
    return TinyModel.file(sources, folder.resolve("m" + control + ".safetensors"), 400, control);
  }

  @Test
  void paintsAndTellsWhatItFoundAndHowLongItTook() throws Exception {
    Path video = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    Path out = folder.resolve("out/painted.mp4");
    CommandLineRun run =
        CommandLineRun.of("localize", video, "--model", model(-9), "--to", out, "--home", home);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Model: trained on composed scenes of 3 classes only (bell, drum, horn)")
        .contains("A region stands out in 1", "(100 %)", "times real time: sound ", "trunk ")
        .contains("painting ", "writing ", "Table: " + folder.resolve("out/painted.csv"));
    assertThat(Files.readAllLines(folder.resolve("out/painted.csv"))).hasSizeBetween(16, 17);
    try (RandomAccessVideo painted = RandomAccessVideo.open(out)) {
      assertThat(painted.hasSound()).isTrue();
      assertThat(painted.pictureSeconds()).isBetween(2.9, 3.3);
    }
  }

  @Test
  void whereNothingStandsOutThereIsNoVideo() throws Exception {
    Path video = TestClip.plain().withSeconds(3).write(folder.resolve("three.mp4"));
    Path out = Files.writeString(folder.resolve("painted.mp4"), "painted by an earlier call");
    CommandLineRun run =
        CommandLineRun.of(
            "localize", video, "--model", model(9), "--to", out, "--home", home, "--json");
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("No region stands out", "Removed: " + out, "Table: ");
    assertThat(run.out()).startsWith("{").contains("\"found\" : 0", "\"video\" : null");
    assertThat(out).doesNotExist();
    assertThat(folder.resolve("painted.csv")).exists();
  }

  @Test
  void jsonHasTheMomentsOfTheTable() throws Exception {
    Path video =
        TestClip.plain().withSeconds(5).withSoundUntil(2).write(folder.resolve("ends.mp4"));
    Path out = folder.resolve("painted.mp4");
    CommandLineRun run =
        CommandLineRun.of(
            "localize", video, "--model", model(9), "--to", out, "--home", home, "--json");
    List<String> table = Files.readAllLines(folder.resolve("painted.csv"));
    String[] names = table.get(0).split(",");
    JsonNode moments = new ObjectMapper().readTree(run.out()).get("moments");
    assertThat(moments).hasSize(table.size() - 1);
    for (int k = 0; k < moments.size(); k++) {
      String[] cells = table.get(k + 1).split(",", -1);
      assertThat(moments.get(k).fieldNames()).toIterable().containsExactly(names);
      for (int i = 0; i < names.length; i++) {
        assertSame(moments.get(k).get(names[i]), cells[i]);
      }
    }
    assertThat(moments.get(0).get("state").asText()).isEqualTo("nothing_stands_out");
    assertThat(moments.get(moments.size() - 1).get("x").isNull()).isTrue();
  }

  /** Null where the table has nothing, or no finite number; else the number before rounding. */
  private static void assertSame(JsonNode value, String cell) {
    if (value.isNull()) {
      assertThat(cell).isIn("", "-Infinity");
    } else if (value.isNumber()) {
      int decimals = cell.contains(".") ? cell.length() - cell.indexOf('.') - 1 : 0;
      String rounded = String.format(Locale.ROOT, "%." + decimals + "f", value.asDouble());
      assertThat(rounded).isEqualTo(cell);
    } else {
      assertThat(value.asText()).isEqualTo(cell);
    }
  }

  @Test
  void whereNothingCanBeWrittenNothingIsComputed() throws Exception {
    Path video = TestClip.plain().withSeconds(1).write(folder.resolve("one.mp4"));
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    CommandLineRun below =
        CommandLineRun.of(
            "localize", video, "--model", model(0), "--home", home, "--to", file.resolve("x.mp4"));
    assertThat(below.code()).isEqualTo(1);
    assertThat(below.err())
        .contains("Cannot write", file.toString(), "got:", "expected:", "cure:", "another folder");
    assertThat(below.out()).doesNotContain("looking");
    assertThat(file).hasContent("no folder");
    Path taken = Files.createDirectory(folder.resolve("taken.mp4"));
    CommandLineRun itself =
        CommandLineRun.of("localize", video, "--model", model(0), "--home", home, "--to", taken);
    assertThat(itself.code()).isEqualTo(1);
    assertThat(itself.err())
        .contains("Cannot write the video " + taken, "a folder", "choose another name with --to");
    assertThat(taken).isEmptyDirectory();
    Path table = Files.createDirectory(folder.resolve("x.csv"));
    CommandLineRun tabled =
        CommandLineRun.of(
            "localize",
            video,
            "--model",
            model(0),
            "--home",
            home,
            "--to",
            folder.resolve("x.mp4"));
    assertThat(tabled.code()).isEqualTo(1);
    assertThat(tabled.err())
        .contains("Cannot write " + table, "a folder", "choose another folder or name");
    assertThat(tabled.out()).doesNotContain("Model:");
  }

  @Test
  void aFolderThatMayNotBeWrittenIsRefusedBeforeAnythingIsComputed() throws Exception {
    Path video = TestClip.plain().withSeconds(1).write(folder.resolve("one.mp4"));
    Path model = model(0);
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(locked), "root may write anywhere");
      for (Path out : List.of(locked.resolve("x.mp4"), locked.resolve("new/x.mp4"))) {
        CommandLineRun run =
            CommandLineRun.of("localize", video, "--model", model, "--home", home, "--to", out);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err())
            .contains("Cannot write " + out)
            .contains(locked + " is no folder that can be written to", "correct its permissions");
        assertThat(run.out()).doesNotContain("looking");
      }
      assertThat(locked).isEmptyDirectory();
    } finally {
      Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void wrongCallsAreRefused() throws Exception {
    Path video = TestClip.plain().withSeconds(1).write(folder.resolve("one.mp4"));
    Path model = model(0);
    CommandLineRun none =
        CommandLineRun.of(
            "localize",
            folder.resolve("no.mp4"),
            "--model",
            model,
            "--home",
            home,
            "--to",
            folder.resolve("x.mp4"));
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("Cannot read " + folder.resolve("no.mp4"), "check the path");
    CommandLineRun itself =
        CommandLineRun.of("localize", video, "--model", model, "--home", home, "--to", video);
    assertThat(itself.err()).contains("the video itself", "choose another name with --to");
    CommandLineRun ending =
        CommandLineRun.of("localize", video, "--model", model, "--to", folder.resolve("x.avi"));
    assertThat(ending.err()).contains("another file, ending in .mp4");
    CommandLineRun missing =
        CommandLineRun.of(
            "localize",
            video,
            "--model",
            folder.resolve("no.safetensors"),
            "--to",
            folder.resolve("x.mp4"));
    assertThat(missing.err()).contains("Cannot read weights", "no such file");
    Path mute = TestClip.plain().withSound(TestClip.Sound.NONE).write(folder.resolve("mute.mp4"));
    CommandLineRun silent =
        CommandLineRun.of(
            "localize", mute, "--model", model, "--home", home, "--to", folder.resolve("x.mp4"));
    assertThat(silent.code()).isEqualTo(1);
    assertThat(silent.err()).contains("no sound stream");
  }

  @Test
  void onlyARunIsExported() {
    CommandLineRun export =
        CommandLineRun.of("export", folder, "--to", folder.resolve("m.safetensors"));
    assertThat(export.code()).isEqualTo(1);
    assertThat(export.err()).contains("Cannot open the run " + folder);
  }

  @Test
  void progressComesEveryFewSeconds() {
    long[] nanos = {0};
    StringWriter text = new StringWriter();
    VideoLines lines = new VideoLines(new PrintWriter(text), () -> nanos[0]);
    for (int second = 1; second <= 9; second++) {
      nanos[0] += 1_000_000_000L;
      lines.at("looking", 2 * second, second < 6 ? 30 : 0);
    }
    assertThat(text.toString().lines())
        .containsExactly("  looking: 8 of 30 s of video", "  looking: 16 s of video");
  }
}
