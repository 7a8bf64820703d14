package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import whence.data.fetch.Home;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.evaluate.ClipScorer;
import whence.experiment.ExperimentSettings;
import whence.model.EfficientNetWeights;
import whence.model.TestWeights;

/** The commands from end to end, on made-up media and weights. */
class WholeCommandsTest {
  @TempDir Path folder;
  private Path home;
  private Path media;

  @BeforeEach
  void prepare() {
    home = folder.resolve("home");
    media = CommandLineRun.media(folder.resolve("media"), 3);
    try (Weights weights = TestWeights.formula(10)) {
      SafeTensors.write(
          new Home(home).folder("weights").resolve(EfficientNetWeights.FILE),
          weights.tensors(),
          weights.metadata());
    }
  }

  @Test
  void featuresThenTrainThenEvaluate() {
    String[] small = {"--scenes", "64,2,2", "--iterations", "0", "--quick"};
    CommandLineRun features = with("features", small);
    assertThat(features.err()).isEmpty();
    assertThat(features.code()).isZero();
    assertThat(home.resolve("features")).isNotEmptyDirectory();

    Path run = folder.resolve("run");
    CommandLineRun train = with("train", small, "--run", run);
    assertThat(train.err()).isEmpty();
    assertThat(train.code()).isZero();
    assertThat(train.out())
        .contains("Run folder: " + run, "Scores: " + run.resolve("metrics.csv"), "new-scenes");
    CommandLineRun again = with("train", small, "--run", run);
    assertThat(again.out()).contains("is complete: nothing is done again");

    CommandLineRun judged = with("evaluate", new String[0], run);
    assertThat(judged.code()).isZero();
    assertThat(judged.out())
        .contains("\nProtocol " + ClipScorer.description() + ".\n")
        .contains("Scores: " + run.resolve("metrics.csv"));
    CommandLineRun json = with("evaluate", new String[0], run, "--json");
    assertThat(json.code()).isZero();
    assertThat(json.out())
        .startsWith("{")
        .contains("\"protocol\" : \"" + ClipScorer.description() + "\"")
        .contains("\"metrics\"", "\"localizer\"")
        .doesNotContain("negative_sounds");
    CommandLineRun negative = with("evaluate", new String[0], run, "--negative-sounds");
    assertThat(negative.out())
        .contains("new-scenes, silence: marked share ", "new-objects, noise: marked share ")
        .contains("10 draws from");
    CommandLineRun both = with("evaluate", new String[0], run, "--negative-sounds", "--json");
    assertThat(both.out()).contains("\"negative_sounds\"", "\"kind\" : \"SILENCE\"");
  }

  private CommandLineRun with(String command, String[] options, Object... more) {
    Object[] words = new Object[5 + options.length + more.length];
    words[0] = command;
    words[1] = "--home";
    words[2] = home;
    words[3] = "--media";
    words[4] = media;
    System.arraycopy(options, 0, words, 5, options.length);
    System.arraycopy(more, 0, words, 5 + options.length, more.length);
    return CommandLineRun.of(words);
  }

  @ParameterizedTest
  @CsvSource({
    "'', runs/iterations",
    "--quick, runs/iterations-quick",
    "--seed 1, runs/iterations",
    "--quick --seed 4 --iterations 3, runs/iterations-quick-to3-seed4",
    "'--scenes 600,90,80 --media m', runs/iterations-scenes600-90-80-media",
  })
  void aRunNobodyNamedIsNamedByItsOptions(String options, String expected) {
    assertThat(parsed(options).defaultFolder()).isEqualTo(Path.of(expected));
  }

  @Test
  void optionsDeclareTheRun() {
    assertThat(parsed("").settings()).isEqualTo(ExperimentSettings.full());
    assertThat(parsed("--quick").settings()).isEqualTo(ExperimentSettings.quick());
    ExperimentSettings settings = parsed("--scenes 600 --iterations 3 --seed 9").settings();
    assertThat(settings.counts().train()).isEqualTo(600);
    assertThat(settings.counts().newObjects()).isEqualTo(100);
    assertThat(settings.training().plan().iterations()).isEqualTo(3);
    assertThat(settings.seed()).isEqualTo(9);
  }

  private static RunOptions parsed(String options) {
    RunOptions run = new RunOptions();
    new CommandLine(run).parseArgs(options.isEmpty() ? new String[0] : options.split(" "));
    return run;
  }
}
