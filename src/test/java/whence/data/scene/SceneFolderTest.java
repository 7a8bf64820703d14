package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Split;

class SceneFolderTest {
  @TempDir Path temporary;

  private static SceneComposer composer(SceneSettings settings, long seed) {
    return new SceneComposer(Tiny.library(4), settings, Split.TRAIN, seed);
  }

  private SceneFolder compose(String name, int count, int threads) {
    return SceneFolder.compose(
        temporary.resolve(name), composer(Tiny.settings(), 7), count, threads, SceneListener.NONE);
  }

  @Test
  void readsBackWhatWasComposed() {
    SceneFolder folder = compose("a", 6, 2);
    SceneComposer composer = composer(Tiny.settings(), 7);
    assertThat(folder.size()).isEqualTo(6);
    assertThat(folder.split()).isEqualTo(Split.TRAIN);
    assertThat(folder.settings()).isEqualTo(Tiny.settings());
    assertThat(folder.libraryHash()).isEqualTo(Tiny.library(4).hash());
    assertThat(folder.credits()).containsExactly("made in code");
    for (int k = 0; k < 6; k++) {
      Scene scene = composer.compose(k);
      assertThat(folder.origin(k)).isEqualTo(scene.origin());
      Annotation read = folder.annotation(k);
      assertThat(read.sounding().cells()).isEqualTo(scene.annotation().sounding().cells());
      assertThat(read.silentClasses()).isEqualTo(scene.annotation().silentClasses());
      for (int s = 0; s < read.silent().size(); s++) {
        assertThat(read.silent().get(s).cells())
            .isEqualTo(scene.annotation().silent().get(s).cells());
      }
      float[] samples = folder.clip(k).sound().samples();
      assertThat(samples).hasSize(4000);
      for (int t = 0; t < samples.length; t++) {
        // Half a step of 16 bits; a whole one at full scale.
        assertThat(samples[t] - scene.clip().sound().samples()[t]).isBetween(-4e-5f, 4e-5f);
      }
    }
  }

  @Test
  void anyNumberOfThreadsWritesTheSameBytes() throws IOException {
    compose("one", 8, 1);
    compose("three", 8, 3);
    assertThat(bytes("three")).isEqualTo(bytes("one"));
  }

  @Test
  void aDeletedFileIsComposedAgainAndTheRestKept() throws IOException {
    SceneFolder folder = compose("a", 5, 2);
    List<String> before = bytes("a");
    Path lost = temporary.resolve("a/audio/" + folder.ids().get(3) + ".wav");
    Path kept = temporary.resolve("a/audio/" + folder.ids().get(2) + ".wav");
    Object keptTime = Files.getLastModifiedTime(kept);
    Files.delete(lost);
    assertThatThrownBy(() -> SceneFolder.open(temporary.resolve("a")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("1 files missing, the first " + lost);
    List<Integer> heard = new ArrayList<>();
    SceneFolder.compose(
        temporary.resolve("a"), composer(Tiny.settings(), 7), 5, 2, (d, n) -> heard.add(d));
    assertThat(heard).containsExactly(1, 2, 3, 4, 5);
    assertThat(bytes("a")).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(keptTime);
  }

  @Test
  void otherSettingsAreRefusedByName() {
    compose("a", 2, 1);
    Path folder = temporary.resolve("a");
    SceneComposer other = composer(Tiny.settings().withObjectSide(new Interval(0.2, 0.3)), 7);
    assertThatThrownBy(() -> SceneFolder.compose(folder, other, 2, 1, SceneListener.NONE))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot compose scenes into %s: it holds scenes of another objectSide\n"
                    .formatted(folder)
                + "  got:      objectSide {\"low\":0.3,\"high\":0.55}\n"
                + "  expected: objectSide {\"low\":0.2,\"high\":0.3}\n"
                + "  cure:     choose another folder, or the settings these scenes were composed"
                + " with");
    assertThatThrownBy(
            () ->
                SceneFolder.compose(folder, composer(Tiny.settings(), 8), 2, 1, SceneListener.NONE))
        .hasMessageContaining("another seed");
  }

  @Test
  void aForeignFolderAndAMissingIndexAreRefused() throws IOException {
    Files.writeString(temporary.resolve("note.txt"), "mine");
    assertThatThrownBy(
            () ->
                SceneFolder.compose(
                    temporary, composer(Tiny.settings(), 7), 1, 1, SceneListener.NONE))
        .hasMessageContaining("a folder with files but no annotations.json");
    assertThatThrownBy(() -> SceneFolder.open(temporary))
        .hasMessageContaining("compose the scenes first");
  }

  @Test
  void anIdWithASeparatorIsRefused() throws IOException {
    compose("a", 1, 1);
    Path index = temporary.resolve("a/annotations.json");
    Files.writeString(index, Files.readString(index).replace("train-00000", "../../x"));
    assertThatThrownBy(() -> SceneFolder.open(temporary.resolve("a")))
        .hasMessageContaining("Cannot use a scene's id as a file name")
        .hasMessageContaining("\"../../x\"");
  }

  @Test
  void aBrokenIndexIsRefused() throws IOException {
    Files.writeString(temporary.resolve("annotations.json"), "{\"format\": 3");
    assertThatThrownBy(() -> SceneFolder.open(temporary))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the scenes of");
  }

  @Test
  void anInterruptStopsAndKeepsTheFlag() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> compose("a", 50, 2))
        .hasMessageContaining("Composing scenes was interrupted")
        .hasMessageContaining("it goes on where it stopped");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(compose("a", 50, 2).size()).isEqualTo(50);
  }

  /** Name and hash of every file's bytes. */
  private List<String> bytes(String name) throws IOException {
    Path root = temporary.resolve(name);
    try (var files = Files.walk(root)) {
      List<String> lines = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        lines.add(
            root.relativize(file) + " " + java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
      return lines;
    }
  }
}
