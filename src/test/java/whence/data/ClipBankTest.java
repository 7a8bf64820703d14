package whence.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ClipBankTest {
  private static final ClipBank BANK =
      new ClipBank(
          Split.TRAIN,
          List.of("a", "b", "c"),
          new ClipShape(1, 1, 1, 1, 1),
          (clip, to, at) -> to[at] = clip,
          (clip, to, at) -> to[at] = 10 * clip);

  @Test
  void theFirstClipsAreABankOfTheirOwn() {
    ClipBank two = BANK.first(2);
    assertThat(two.ids()).containsExactly("a", "b");
    float[] sounds = new float[2];
    two.readSounds(new int[] {1, 0}, sounds);
    assertThat(sounds).containsExactly(10, 0);
    assertThat(BANK.first(7).size()).as("no more than there are").isEqualTo(3);
  }
}
