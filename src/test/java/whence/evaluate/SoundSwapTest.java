package whence.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import whence.WhenceException;

class SoundSwapTest {

  @Test
  void everyClipHearsAnotherClass() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      List<String> classes = new ArrayList<>(List.of("a", "b"));
      int clips = 2 + random.nextInt(30);
      for (int i = 0; i < clips; i++) {
        classes.add(String.valueOf((char) ('a' + random.nextInt(1 + random.nextInt(5)))));
      }
      int[] soundOf = SoundSwap.draw(classes, seed);
      for (int clip = 0; clip < classes.size(); clip++) {
        assertThat(classes.get(soundOf[clip]))
            .as("clip %d, seed %d", clip, seed)
            .isNotEqualTo(classes.get(clip));
      }
    }
  }

  @Test
  void everySoundIsUsedOnceWhereNoClassHasMoreThanHalf() {
    List<String> classes = List.of("a", "b", "a", "c", "b", "a", "c", "d");
    int[] soundOf = SoundSwap.draw(classes, 4);
    assertThat(Arrays.stream(soundOf).distinct()).hasSize(classes.size());
  }

  @Test
  void aLargeClassUsesTheOtherSoundsInTurn() {
    int[] soundOf = SoundSwap.draw(List.of("a", "a", "a", "a", "b", "c"), 4);
    assertThat(Arrays.stream(soundOf).limit(4)).containsOnly(4, 5);
    assertThat(Arrays.stream(soundOf).limit(4).filter(sound -> sound == 4)).hasSize(2);
  }

  @Test
  void equalSeedsGiveEqualPairings() {
    List<String> classes = List.of("a", "b", "a", "c", "b", "a", "c", "d", "e", "f");
    assertThat(SoundSwap.draw(classes, 4)).isEqualTo(SoundSwap.draw(classes, 4));
    assertThat(SoundSwap.draw(classes, 5)).isNotEqualTo(SoundSwap.draw(classes, 4));
  }

  @Test
  void refusesFewerThanTwoClasses() {
    assertThatThrownBy(() -> SoundSwap.draw(List.of("a", "a", "a"), 1))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot swap the sounds of 3 clips\n"
                + "  got:      1 sound classes\n"
                + "  expected: at least 2 sound classes\n"
                + "  cure:     leave the swapped-sound control out, or add clips of another class");
    assertThatThrownBy(() -> SoundSwap.draw(List.of(), 1)).hasMessageContaining("0 sound classes");
  }

  @Test
  void offScreenSoundsAreOfNothingInThePicture() {
    Random random = new Random(6);
    List<Set<String>> sounding = new ArrayList<>();
    List<Set<String>> visible = new ArrayList<>();
    for (int clip = 0; clip < 60; clip++) {
      String heard = String.valueOf((char) ('a' + random.nextInt(5)));
      sounding.add(clip % 7 == 0 ? Set.of(heard, "f") : Set.of(heard));
      Set<String> seen = new TreeSet<>(sounding.get(clip));
      seen.add(String.valueOf((char) ('a' + random.nextInt(5))));
      visible.add(seen);
    }
    SoundSwap.Pairing pairing = SoundSwap.offScreen(sounding, visible);
    int[] first = pairing.draw(1).orElseThrow();
    for (int clip = 0; clip < 60; clip++) {
      assertThat(sounding.get(first[clip])).doesNotContainAnyElementsOf(visible.get(clip));
    }
    assertThat(pairing.draw(1)).hasValue(first);
    assertThat(pairing.draw(2).orElseThrow()).isNotEqualTo(first);
    List<String> classes = List.of("a", "b", "a", "c", "b", "a", "c", "d");
    List<Set<String>> alone = classes.stream().map(Set::of).toList();
    assertThat(SoundSwap.offScreen(alone, alone).draw(4))
        .as("where each picture shows what sounds, it is the pairing among classes")
        .hasValue(SoundSwap.draw(classes, 4));
  }

  @Test
  void whereAPictureShowsEverythingThereIsNoOffScreenSound() {
    List<Set<String>> sounding = List.of(Set.of("a"), Set.of("b"));
    assertThat(SoundSwap.offScreen(sounding, List.of(Set.of("a", "b"), Set.of("b"))).draw(1))
        .isEmpty();
    assertThat(SoundSwap.amongClasses(List.of("a", "a")).draw(1)).isEmpty();
  }
}
