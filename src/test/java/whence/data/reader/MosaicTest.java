package whence.data.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.data.reader.Mosaic.Role;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

class MosaicTest {
  private static final List<String> INSTRUMENTS =
      List.of("accordion", "cello", "erhu", "flute", "tuba");
  private static final int RATE_HZ = 16_000;

  @TempDir Path temporary;
  private Path folder;

  /** Two seconds a class: grey 40 (class + 1), a tone of amplitude 0.1 (class + 1). */
  @BeforeEach
  void makeSolos() throws IOException {
    folder = temporary.resolve("solos");
    Files.createDirectories(folder.resolve("frames"));
    Files.createDirectories(folder.resolve("audio"));
    for (int k = 0; k < INSTRUMENTS.size(); k++) {
      for (int second = 0; second < 2; second++) {
        String id = "video%d_%06d".formatted(k, second);
        byte[] rgb = new byte[3 * 32 * 32];
        java.util.Arrays.fill(rgb, (byte) (40 * (k + 1)));
        Picture grey = Picture.opaque(32, 32, rgb);
        Files.write(folder.resolve("frames/" + id + ".jpg"), PictureCodec.jpeg(grey, 95));
        float[] tone = new float[2 * RATE_HZ];
        for (int i = 0; i < tone.length; i++) {
          tone[i] = (float) (0.1 * (k + 1) * Math.sin(2 * Math.PI * (200 + 100 * k) * i / RATE_HZ));
        }
        Files.write(
            folder.resolve("audio/" + id + ".wav"), SoundCodec.wav(new Waveform(tone, RATE_HZ)));
      }
    }
  }

  private ClipSet solos(int classes) throws IOException {
    List<String> parts = new ArrayList<>();
    for (int k = 0; k < classes; k++) {
      parts.add("\"%s\": [\"video%d\"]".formatted(INSTRUMENTS.get(k), k));
    }
    Path list =
        Files.writeString(
            temporary.resolve("solo.json"), "{\"videos\": {" + String.join(", ", parts) + "}}");
    ClipReading reading = ClipReading.defaults().withSoundSeconds(MosaicComposer.SOUND_SECONDS);
    return DataSet.MUSIC_SOLO.open(folder, list, "", reading);
  }

  @Test
  void fourClassesAreSeenAndTwoAreHeard() throws IOException {
    MosaicComposer composer = new MosaicComposer(solos(5), 3);
    Set<String> heard = new HashSet<>();
    for (int k = 0; k < 30; k++) {
      Mosaic mosaic = composer.compose(k);
      List<String> classes = mosaic.tiles().stream().map(Mosaic.Tile::soundClass).toList();
      assertThat(classes).doesNotHaveDuplicates().hasSize(4);
      List<Mosaic.Tile> sounding =
          mosaic.tiles().stream().filter(tile -> tile.role() == Role.SOUNDING).toList();
      assertThat(sounding).hasSize(2);
      sounding.forEach(tile -> heard.add(tile.soundClass()));
      Picture picture = mosaic.clip().frame();
      assertThat(picture.width()).isEqualTo(224);
      for (int tile = 0; tile < 4; tile++) {
        int x = 56 + 112 * (tile % 2);
        int y = 56 + 112 * (tile / 2);
        int grey = 40 * (INSTRUMENTS.indexOf(classes.get(tile)) + 1);
        assertThat(picture.channel(x, y, 1)).isCloseTo(grey, within(3));
        assertThat(mosaic.sounding().at(y, x))
            .isEqualTo(mosaic.tiles().get(tile).role() == Role.SOUNDING);
      }
      assertThat(mosaic.sounding().count()).isEqualTo(224 * 224 / 2);
    }
    assertThat(heard).hasSize(5);
  }

  @Test
  void theMixHasTheTwoSoundsAndNoOther() throws IOException {
    Mosaic mosaic = new MosaicComposer(solos(4), 1).compose(0);
    Waveform sound = mosaic.clip().sound();
    assertThat(sound.durationSeconds()).isCloseTo(1, within(1e-6));
    for (Mosaic.Tile tile : mosaic.tiles()) {
      int k = INSTRUMENTS.indexOf(tile.soundClass());
      double amplitude = amplitude(sound, 200 + 100 * k);
      double full = 0.1 * (k + 1) / 2; // half of the mean of two
      if (tile.role() == Role.SOUNDING) {
        assertThat(amplitude).isBetween(full * 0.49, full * 1.01);
      } else {
        assertThat(amplitude).isLessThan(0.01 * full);
      }
    }
  }

  private static double amplitude(Waveform sound, double hertz) {
    double sine = 0;
    double cosine = 0;
    for (int i = 0; i < sound.samples().length; i++) {
      double phase = 2 * Math.PI * hertz * i / sound.sampleRateHz();
      sine += sound.samples()[i] * Math.sin(phase);
      cosine += sound.samples()[i] * Math.cos(phase);
    }
    return 2 * Math.hypot(sine, cosine) / sound.samples().length;
  }

  @Test
  void equalSeedsGiveEqualMosaicsWhateverTheOrder() throws IOException {
    MosaicComposer one = new MosaicComposer(solos(5), 7);
    MosaicComposer two = new MosaicComposer(solos(5), 7);
    Mosaic later = two.compose(4);
    for (int k = 0; k < 4; k++) {
      one.compose(k);
    }
    Mosaic same = one.compose(4);
    assertThat(same.tiles()).isEqualTo(later.tiles());
    assertThat(same.clip().sound().samples()).isEqualTo(later.clip().sound().samples());
    assertThat(new MosaicComposer(solos(5), 8).compose(4).tiles()).isNotEqualTo(later.tiles());
  }

  @Test
  void aFolderOfMosaicsIsAPreparedFolderWithMasks() throws IOException {
    MosaicComposer composer = new MosaicComposer(solos(4), 1);
    Path to = temporary.resolve("mosaics");
    MosaicFolder.write(composer, to, 3, 2, (done, total) -> {});
    Map<String, byte[]> first = bytes(to);
    assertThat(first.keySet())
        .contains("mosaics.json", "prepared.json", "masks/mosaic-00002.png")
        .hasSize(11);
    MosaicFolder.write(composer, to, 3, 1, (done, total) -> {});
    bytes(to).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(first.get(name)));
    ClipSet set = DataSet.FOLDER.open(to, null, "", ClipReading.defaults());
    assertThat(set.ids()).containsExactly("mosaic-00000", "mosaic-00001", "mosaic-00002");
    assertThat(set.clip(1).sound().durationSeconds()).isEqualTo(2);
    Picture mask = PictureCodec.read(MediaSource.of(to.resolve("masks/mosaic-00000.png")));
    assertThat(mask.channel(10, 10, 0)).isIn(0, 255);
    assertThat(Files.readString(to.resolve("mosaics.json"))).contains("\"SILENT\"", "\"cello\"");
  }

  @Test
  void aFolderOfOtherMosaicsIsRefusedAndUnchanged() throws IOException {
    Path to = temporary.resolve("mosaics");
    MosaicFolder.write(new MosaicComposer(solos(5), 1), to, 3, 2, (done, total) -> {});
    Map<String, byte[]> first = bytes(to);
    assertRefused(new MosaicComposer(solos(5), 2), to, 3, "settings.origin.seed was 1, now 2");
    assertRefused(new MosaicComposer(solos(5), 1), to, 2, "settings.count was 3, now 2");
    assertRefused(new MosaicComposer(solos(4), 1), to, 3, "settings.origin.solos was ");
    assertThat(bytes(to)).containsExactlyInAnyOrderEntriesOf(first);
  }

  @Test
  void mosaicsThatWereStoppedAreFollowedByNoOthers() throws IOException {
    Path to = temporary.resolve("mosaics");
    MosaicComposer composer = new MosaicComposer(solos(5), 1);
    ParallelWork.Listener stopper =
        (done, total) -> {
          throw new IllegalStateException("stopped");
        };
    assertThatThrownBy(() -> MosaicFolder.write(composer, to, 3, 1, stopper)).hasMessage("stopped");
    assertThat(to.resolve("mosaics.json")).doesNotExist();
    assertRefused(new MosaicComposer(solos(5), 2), to, 3, "settings.origin.seed was 1, now 2");
    MosaicFolder.write(composer, to, 3, 1, (done, total) -> {});
    assertThat(bytes(to)).hasSize(11);
    Files.delete(to.resolve("prepared.json"));
    assertRefused(composer, to, 3, "nothing says what they are made of");
  }

  private static void assertRefused(MosaicComposer composer, Path to, int count, String got) {
    assertThatThrownBy(() -> MosaicFolder.write(composer, to, count, 1, (done, total) -> {}))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot compose mosaics into " + to)
        .hasMessageContaining(got)
        .hasMessageContaining("an empty folder, or one of the same settings")
        .hasMessageContaining("choose another folder, or repeat its settings");
  }

  private static Map<String, byte[]> bytes(Path root) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (var files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  @Test
  void tooFewClassesAndFoldersOfVideosAreRefused() throws IOException {
    ClipSet three = solos(3);
    assertThatThrownBy(() -> new MosaicComposer(three, 1))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("clips of 3 classes")
        .hasMessageContaining("at least 4 classes");
    MosaicComposer composer = new MosaicComposer(solos(4), 1);
    assertThatThrownBy(() -> MosaicFolder.write(composer, folder, 0, 1, (done, total) -> {}))
        .hasMessageContaining("0 mosaics");
    Manifest.write(new PreparedFolder(folder).manifest(), Map.of());
    assertThatThrownBy(() -> MosaicFolder.write(composer, folder, 1, 1, (done, total) -> {}))
        .hasMessageContaining("a folder of prepared videos");
  }
}
