package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedScoreTest {

  @Test
  void everyNumberHasItsSource() {
    assertThat(PublishedScore.all())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            score -> {
              assertThat(score.source()).matches("(poster|README|paper) of .+");
              assertThat(Double.parseDouble(score.perCent())).isBetween(0.0, 100.0);
              assertThat(score.testSet())
                  .matches("(Extended )?(Flickr-SoundNet|VGG-SS)|MUSIC-Synthetic");
              assertThat(score.metric())
                  .isIn(
                      "success @0.5",
                      "AUC",
                      "AP",
                      "max-F1",
                      "Precision (LocAcc)",
                      "class-aware CIoU @0.3",
                      "NSA");
              assertThat(score.method()).isNotBlank();
              assertThat(score.trainedOn()).isNotBlank();
            });
    assertThat(PublishedScore.all()).doesNotHaveDuplicates();
  }

  /** Read in the READMEs of the repositories that are named, in columns as listed here. */
  @Test
  void numbersAreThoseOfTheReadmes() {
    assertThat(of("FNAC (2023)", "VGG-Sound 144k", "VGG-SS")).containsExactly("39.50", "39.66");
    assertThat(of("ALIGN (2023)", "VGG-Sound 144k", "VGG-SS")).containsExactly("39.94");
    assertThat(of("ALIGN with self-supervised encoders (2023)", "VGG-Sound 144k", "VGG-SS"))
        .containsExactly("39.16");
    assertThat(of("ALIGN (2023)", "Flickr-SoundNet 144k", "Flickr-SoundNet"))
        .containsExactly("85.20");
    assertThat(of("SACL (2024)", "SoundNet-Flickr 144k", "Flickr-SoundNet"))
        .containsExactly("85.1", "62.3");
    assertThat(of("SACL (2024)", "VGG-Sound 144k", "VGG-SS")).containsExactly("38.0", "40.0");
    assertThat(of("SLAVC (2022)", "VGG-Sound 144k", "Extended VGG-SS"))
        .containsExactly("32.95", "40.00", "37.79");
    assertThat(of("SLAVC (2022)", "VGG-Sound 144k", "Extended Flickr-SoundNet"))
        .containsExactly("51.63", "59.10", "83.60");
  }

  private static List<String> of(String method, String trainedOn, String testSet) {
    return PublishedScore.all().stream()
        .filter(s -> s.method().equals(method))
        .filter(s -> s.trainedOn().equals(trainedOn) && s.testSet().equals(testSet))
        .map(PublishedScore::perCent)
        .toList();
  }

  @Test
  void theTableSaysThatTheyAreNotMeasured() {
    String table = PublishedScore.table(PublishedScore.all());
    assertThat(table)
        .startsWith("PRINTED BY OTHERS, not measured here")
        .contains("EZ-VSL (2022)", "38.85", "poster of EZ-VSL");
  }
}
