package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;

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
              assertThat(score.testSet()).isIn("Flickr-SoundNet", "VGG-SS", "MUSIC-Synthetic");
              assertThat(score.metric())
                  .isIn("success @0.5", "AUC", "LocAcc", "class-aware CIoU @0.3", "NSA");
              assertThat(score.method()).isNotBlank();
              assertThat(score.trainedOn()).isNotBlank();
            });
    assertThat(PublishedScore.all()).doesNotHaveDuplicates();
  }

  @Test
  void theTableSaysThatTheyAreNotMeasured() {
    String table = PublishedScore.table(PublishedScore.all());
    assertThat(table)
        .startsWith("PRINTED BY OTHERS, not measured here")
        .contains("EZ-VSL (2022)", "38.85", "poster of EZ-VSL");
  }
}
