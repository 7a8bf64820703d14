package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.data.Split;
import whence.heatmap.Mask;
import whence.media.Picture;

class SceneComposerTest {
  private static final SceneSettings SETTINGS = Tiny.settings();

  private static SceneComposer composer(Split split, long seed) {
    return new SceneComposer(Tiny.library(4), SETTINGS, split, seed);
  }

  @Test
  void sameSeedSameBytesInAnyOrder() {
    Scene first = composer(Split.TRAIN, 7).compose(5);
    SceneComposer other = composer(Split.TRAIN, 7);
    other.compose(9);
    Scene again = other.compose(5);
    assertThat(again.origin()).isEqualTo(first.origin());
    assertThat(again.clip().frame().rgb()).isEqualTo(first.clip().frame().rgb());
    assertThat(again.clip().sound().samples()).isEqualTo(first.clip().sound().samples());
  }

  @Test
  void seedSplitAndIndexEachChangeTheScene() {
    SceneOrigin origin = composer(Split.TRAIN, 7).origin(5);
    assertThat(composer(Split.TRAIN, 8).origin(5)).isNotEqualTo(origin);
    assertThat(composer(Split.TRAIN, 7).origin(6)).isNotEqualTo(origin);
    assertThat(composer(Split.NEW_SCENES, 7).origin(5)).isNotEqualTo(origin);
  }

  @Test
  void soundSettingsNeverChangeThePicture() {
    RecordingVariation quiet = RecordingVariation.defaults().withRoom(0, new Interval(20, 20));
    SceneComposer other =
        new SceneComposer(Tiny.library(4), SETTINGS.withRecording(quiet), Split.TRAIN, 7);
    assertThat(other.compose(3).clip().frame().rgb())
        .isEqualTo(composer(Split.TRAIN, 7).compose(3).clip().frame().rgb());
  }

  @Test
  void objectsLieInsideApartAndInRange() {
    for (long seed = 0; seed < 200; seed++) {
      SceneOrigin origin = composer(Split.TRAIN, seed).origin(0);
      List<SceneOrigin.Placed> objects = origin.objects();
      assertThat(objects).as("seed %d", seed).hasSizeBetween(1, 3);
      assertThat(objects.stream().map(SceneOrigin.Placed::className))
          .as("seed %d", seed)
          .doesNotHaveDuplicates();
      for (SceneOrigin.Placed object : objects) {
        SceneOrigin.Box box = object.box();
        assertThat(Math.max(box.width(), box.height())).as("seed %d", seed).isBetween(19, 35);
        assertThat(box.x()).as("seed %d", seed).isBetween(0, 64 - box.width());
        assertThat(box.y()).as("seed %d", seed).isBetween(0, 64 - box.height());
        assertThat(objects.stream().filter(o -> o.box().overlaps(box)))
            .as("seed %d", seed)
            .hasSize(1);
      }
    }
  }

  @Test
  void maskIsWhereTheObjectWasPasted() {
    SceneComposer composer = composer(Split.NEW_SCENES, 3);
    for (int k = 0; k < 20; k++) {
      Scene scene = composer.compose(k);
      Picture frame = scene.clip().frame();
      List<Mask> masks = List.of(scene.annotation().sounding(), scene.annotation().silent().get(0));
      for (int u = 0; u < 64 * 64; u++) {
        int pixel = frame.rgb()[3 * u] & 0xff;
        boolean inside = masks.get(0).cells()[u] || masks.get(1).cells()[u];
        // Discs are 100 or brighter, backgrounds 40 or darker; half opaque lies near 60 to 90.
        assertThat(inside ? pixel : 255 - pixel).as("scene %d cell %d", k, u).isGreaterThan(55);
      }
      assertThat(masks.get(0).count()).as("scene %d", k).isGreaterThan(100);
    }
  }

  @Test
  void testScenesHaveOneSilentObjectAndTrainingAllNumbers() {
    assertThat(composer(Split.NEW_OBJECTS, 1).origin(4).objects()).hasSize(2);
    SceneComposer train = composer(Split.TRAIN, 1);
    int[] counts = new int[3];
    for (int k = 0; k < 400; k++) {
      counts[train.origin(k).objects().size() - 1]++;
    }
    // Expected 100, 200, 100; five standard deviations are 43 and 50.
    assertThat(counts[0]).isBetween(57, 143);
    assertThat(counts[1]).isBetween(150, 250);
  }

  @Test
  void tooFewClassesAreRefused() {
    assertThatThrownBy(() -> new SceneComposer(Tiny.library(2), SETTINGS, Split.TRAIN, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            """
            Cannot compose scenes of the split train
              got:      2 classes
              expected: at least 3: 1 sounding and 2 silent objects
              cure:     add classes, or ask for fewer objects in the scene settings\
            """);
  }

  @Test
  void objectsWithoutRoomAreRefused() {
    SceneSettings huge = SETTINGS.withObjectSide(Interval.only(1));
    SceneComposer composer = new SceneComposer(Tiny.library(3), huge, Split.NEW_SCENES, 1);
    assertThatThrownBy(() -> composer.compose(0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot place 2 objects in a scene")
        .hasMessageContaining("lower objectSide");
  }
}
