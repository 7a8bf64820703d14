package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Split;

/** Few classes, and two objects that sound. */
class CastTest {
  private static final SceneSettings TWO =
      Tiny.settings()
          .withSilent(List.of(0.5, 0.5), 1)
          .withCast(Cast.defaults().withTwoSounding(new Interval(6, 6)));

  @TempDir Path folder;

  private static SceneComposer composer(SceneSettings settings, Split split) {
    return new SceneComposer(Tiny.library(5), settings, split, 7);
  }

  @Test
  void twoClipsShareATestFrameAndAskForOneSourceEach() {
    SceneComposer composer = composer(TWO, Split.NEW_SCENES);
    for (int frame = 0; frame < 5; frame++) {
      Scene first = composer.compose(2 * frame);
      Scene second = composer.compose(2 * frame + 1);
      assertThat(second.clip().frame().rgb()).isEqualTo(first.clip().frame().rgb());
      assertThat(second.clip().id()).isNotEqualTo(first.clip().id());
      assertThat(second.annotation().soundClass())
          .isEqualTo(first.annotation().silentClasses().get(0));
      assertThat(second.annotation().silentClasses().get(0))
          .isEqualTo(first.annotation().soundClass());
      assertThat(second.annotation().sounding().cells())
          .isEqualTo(first.annotation().silent().get(0).cells());
      assertThat(second.annotation().silent().get(0).cells())
          .isEqualTo(first.annotation().sounding().cells());
      // the silent one is silent in both
      assertThat(first.annotation().silent()).hasSize(2);
      assertThat(second.annotation().silentClasses().get(1))
          .isEqualTo(first.annotation().silentClasses().get(1));
    }
    assertThat(composer.compose(2).clip().frame().rgb())
        .isNotEqualTo(composer.compose(0).clip().frame().rgb());
  }

  @Test
  void theSourceAskedForIsTheLouderOneByWhatWasDrawn() {
    SceneComposer composer = composer(TWO, Split.NEW_OBJECTS);
    for (int clip = 0; clip < 6; clip++) {
      SceneOrigin origin = composer.origin(clip);
      assertThat(origin.mixedIn()).hasSize(1);
      assertThat(origin.sound().gainDb() - origin.mixedIn().get(0).gainDb())
          .isCloseTo(6, offset(1e-9));
      assertThat(origin.sound().reference())
          .startsWith(origin.objects().get(0).className().replace("class", "c"));
      assertThat(origin.mixedIn().get(0).reference())
          .startsWith(origin.objects().get(1).className().replace("class", "c"));
    }
    SceneOrigin first = composer.origin(0);
    SceneOrigin second = composer.origin(1);
    assertThat(second.mixedIn().get(0).withGainDb(0)).isEqualTo(first.sound().withGainDb(0));
    assertThat(second.sound().withGainDb(0)).isEqualTo(first.mixedIn().get(0).withGainDb(0));
  }

  @Test
  void theSoundIsTheSumOfBoth() {
    SceneComposer composer = composer(TWO, Split.TRAIN);
    SceneOrigin origin = composer.origin(3);
    float[] sum = render(origin.sound());
    float[] other = render(origin.mixedIn().get(0));
    for (int t = 0; t < sum.length; t++) {
      sum[t] += other[t];
    }
    float peak = 0;
    for (float sample : sum) {
      peak = Math.max(peak, Math.abs(sample));
    }
    float[] heard = composer.compose(3).clip().sound().samples();
    for (int t = 0; t < sum.length; t++) {
      assertThat(heard[t]).isEqualTo(peak > 1 ? sum[t] / peak : sum[t], within());
    }
  }

  @Test
  void everyTrainingFrameIsAnother() {
    SceneComposer composer = composer(TWO, Split.TRAIN);
    assertThat(composer.compose(1).clip().frame().rgb())
        .isNotEqualTo(composer.compose(0).clip().frame().rgb());
    assertThat(composer.origin(0).objects().size()).isBetween(2, 3);
  }

  @Test
  void aFolderOfTwoSourcesReadsBackAndKnowsItsFrames() {
    SceneFolder scenes =
        SceneFolder.compose(folder, composer(TWO, Split.NEW_SCENES), 4, 1, SceneListener.NONE);
    assertThat(scenes.settings()).isEqualTo(TWO);
    assertThat(scenes.origin(3)).isEqualTo(composer(TWO, Split.NEW_SCENES).origin(3));
    assertThat(List.of(scenes.frameIndex(0), scenes.frameIndex(1), scenes.frameIndex(2)))
        .containsExactly(0, 0, 1);
    assertThat(scenes.annotation(1).sounding().cells())
        .isEqualTo(scenes.annotation(0).silent().get(0).cells());
  }

  @Test
  void whatSoundsAndWhatIsSeenIsKnownOfEveryScene() {
    SceneFolder scenes =
        SceneFolder.compose(folder, composer(TWO, Split.NEW_SCENES), 4, 1, SceneListener.NONE);
    for (int k = 0; k < 4; k++) {
      List<String> others = scenes.annotation(k).silentClasses();
      assertThat(scenes.sounding(k)).containsExactlyInAnyOrder(scenes.soundClass(k), others.get(0));
      assertThat(scenes.visible(k)).hasSize(3).contains(scenes.soundClass(k)).containsAll(others);
    }
  }

  /** Scenes of before there was a cast are found again, and written as they were. */
  @Test
  void aFolderOfBeforeIsReadAsItWasMeant() throws IOException {
    SceneComposer composer = composer(Tiny.settings(), Split.TRAIN);
    SceneFolder.compose(folder, composer, 3, 1, SceneListener.NONE);
    Path index = folder.resolve("annotations.json");
    String written = Files.readString(index);
    assertThat(written).doesNotContain("cast").doesNotContain("mixedIn");
    SceneFolder before = SceneFolder.open(folder);
    assertThat(before.settings().cast()).isEqualTo(Cast.defaults());
    assertThat(before.origin(2).mixedIn()).isEmpty();
    assertThat(before.frameIndex(2)).isEqualTo(2);
    SceneFolder.compose(folder, composer, 3, 1, SceneListener.NONE);
    assertThat(index).hasContent(written);
    // any other field is missed
    ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(written);
    ((ObjectNode) tree.get("settings")).remove("testSilent");
    Files.writeString(index, tree.toString());
    assertThatThrownBy(() -> SceneFolder.open(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("testSilent");
    Files.writeString(index, "");
    assertThatThrownBy(() -> SceneFolder.open(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the scenes of " + index)
        .hasMessageContaining("got:      nothing");
  }

  @Test
  void fewClassesAreThoseWithTheMostRecordings() {
    MediaLibrary all = Tiny.library(3);
    List<MediaClass> classes = new ArrayList<>(all.classes());
    MediaClass poor =
        new MediaClass(
            "poor",
            classes.get(0).cutOuts().subList(0, 1),
            List.of(
                Recording.of("p/a.wav", Tiny.tone(900, 0.5)),
                Recording.of("p/b.wav", Tiny.tone(910, 0.5)),
                Recording.of("p/c.wav", Tiny.tone(920, 0.5))));
    MediaClass rich = new MediaClass("rich", classes.get(0).cutOuts(), poor.recordings());
    classes.add(0, poor);
    classes.add(rich);
    MediaLibrary library =
        new MediaLibrary(classes, all.backgrounds(), all.leftOut(), all.credits());
    assertThat(library.withMostClasses(2).classes())
        .extracting(MediaClass::name)
        .containsExactly("class0", "rich"); // the order of the library
    assertThat(library.withMostClasses(4).classes())
        .extracting(MediaClass::name)
        .containsExactly("class0", "class1", "class2", "rich");
    assertThat(library.withMostClasses(Cast.ALL_CLASSES)).isSameAs(library);
  }

  @Test
  void rangesAreChecked() {
    Cast cast = Cast.defaults();
    assertThatThrownBy(() -> cast.withMostClasses(1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot use the scene setting mostClasses")
        .hasMessageContaining("at least 2");
    assertThatThrownBy(() -> new Cast(9, 3, new Interval(0, 0)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("sounding");
    assertThatThrownBy(() -> cast.withTwoSounding(new Interval(-1, 2)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("otherBelowDb");
    assertThat(cast.withMostClasses(8).withTwoSounding(new Interval(0, 0)).text())
        .isEqualTo("8 classes, two sounds mixed");
    assertThatThrownBy(() -> new SceneComposer(Tiny.library(2), TWO, Split.TRAIN, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("at least 3: 2 sounding and 1 silent objects");
  }

  private static float[] render(SceneOrigin.HeardSound heard) {
    for (MediaClass media : Tiny.library(5).classes()) {
      for (Recording recording : media.recordings()) {
        if (recording.reference().equals(heard.reference())) {
          return SoundRenderer.render(recording.sound().samples(), heard, TWO.soundSamples());
        }
      }
    }
    throw new AssertionError(heard.reference());
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return offset(1e-6f);
  }
}
