package whence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import whence.WhenceException;
import whence.data.fetch.Home;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.evaluate.ClipScorer;
import whence.experiment.Comparison;
import whence.experiment.ComparisonRow;
import whence.experiment.Comparisons;
import whence.experiment.ExperimentSettings;
import whence.model.EfficientNetWeights;
import whence.model.TestWeights;

/** A comparison from end to end, on made-up media and weights. */
class CompareCommandTest {
  @TempDir Path folder;

  @Test
  void trainsEveryRowAndWritesTheTable() {
    Path home = folder.resolve("home");
    Path media = CommandLineRun.media(folder.resolve("media"), 3);
    try (Weights weights = TestWeights.formula(10)) {
      SafeTensors.write(
          new Home(home).folder("weights").resolve(EfficientNetWeights.FILE),
          weights.tensors(),
          weights.metadata());
    }
    Path to = folder.resolve("to");
    Object[] words = {
      "compare", "peers", "--tiny", "--seeds", "5", "--home", home, "--media", media, "--to", to
    };
    CommandLineRun run = CommandLineRun.of(words);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("run 1 of 11: triplet (2018), seed 5", "run 11 of 11: iterative, seed 5")
        .contains("EZ-VSL (2022)", "object guided", "image-only saliency")
        .contains("\nProtocol " + ClipScorer.description() + ".\n")
        .contains("Table: " + to.resolve("peers.png"));
    assertThat(to.resolve("peers.json")).content().contains(ClipScorer.description());
    for (String file : new String[] {"peers.csv", "peers.json", "peers.tex", "comparison.json"}) {
      assertThat(to.resolve(file)).isNotEmptyFile();
    }
    assertThat(to.resolve("fnac/seed-5/losses.csv")).content().contains("region_affinity");
    CommandLineRun again = CommandLineRun.of(words);
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("is complete: nothing is done again").doesNotContain("epoch");
  }

  @ParameterizedTest
  @CsvSource({
    "compare, Missing required parameter: 'NAME'",
    "compare everything, 'expected one of [PEERS, SEEDS, ABLATION]'",
    "compare peers --seeds one, Invalid value for option '--seeds'"
  })
  void wrongUsageIsSaid(String words, String said) {
    CommandLineRun run = CommandLineRun.of((Object[]) words.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(said);
  }

  @Test
  void oneSeedTwiceIsRefused() {
    CommandLineRun run = CommandLineRun.of("compare", "ablation", "--seeds", "1,1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("the seeds [1, 1]", "such as 1,2,3");
  }

  @Test
  void someRowsAreChosenByName() {
    Comparison all = Comparisons.ablation(ExperimentSettings.tiny());
    Comparison chosen = parsed("--rows", "fresh,both", "--seeds", "7").chosen(all);
    assertThat(chosen.rows()).extracting(ComparisonRow::name).containsExactly("both", "fresh");
    assertThat(chosen.seeds()).containsExactly(7L);
    assertThat(parsed().chosen(all)).isEqualTo(all);
    assertThatThrownBy(() -> parsed("--rows", "both,fesh").chosen(all))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no row 'fesh'")
        .hasMessageContaining("names among both, plain, intra");
  }

  @Test
  void optionsDeclareTheMethodAndNameTheFolder() {
    assertThat(parsed().settings()).isEqualTo(ExperimentSettings.full());
    assertThat(parsed("--quick").settings()).isEqualTo(ExperimentSettings.quick());
    assertThat(parsed("--tiny").settings()).isEqualTo(ExperimentSettings.tiny());
    Comparison seeds = Comparisons.seeds(ExperimentSettings.tiny());
    assertThat(parsed("--seeds", "4,2").chosen(seeds).seeds()).containsExactly(4L, 2L);
    assertThat(parsed().chosen(seeds).seeds()).containsExactly(1L, 2L, 3L);
    assertThat(parsed("--quick").defaultFolder("peers")).isEqualTo(Path.of("runs/peers-quick"));
    assertThat(parsed("--tiny", "--media", "m").defaultFolder("ablation"))
        .isEqualTo(Path.of("runs/ablation-tiny-media"));
  }

  private static ComparisonOptions parsed(String... words) {
    ComparisonOptions options = new ComparisonOptions();
    new CommandLine(options).parseArgs(words);
    return options;
  }
}
