package whence.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.Split;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

class MediaLibraryTest {
  @TempDir Path folder;

  private void put(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private void goodFolder() throws IOException {
    put("owl/a.png", PictureCodec.png(Tiny.disc(40, 100)));
    put("owl/a.wav", SoundCodec.wav(Tiny.tone(440, 0.5)));
    put("backgrounds/a.jpg", PictureCodec.jpeg(Tiny.plain(60, 50, 30), 90));
  }

  private void refuses(String... parts) {
    assertThatThrownBy(() -> MediaLibrary.fromFolder(folder))
        .isInstanceOf(WhenceException.class)
        .message()
        .contains(parts);
  }

  @Test
  void readsAFolderAndListsWhatItLeavesOut() throws IOException {
    goodFolder();
    put("owl/same.wav", SoundCodec.wav(Tiny.tone(440, 0.5)));
    put("owl/notes.txt", new byte[] {1});
    MediaLibrary library = MediaLibrary.fromFolder(folder);
    assertThat(library.classes()).hasSize(1);
    assertThat(library.cutOutCount()).isEqualTo(1);
    assertThat(library.recordingCount()).isEqualTo(1);
    assertThat(library.leftOut())
        .containsExactly(
            "owl/notes.txt: neither PNG nor WAV, OGG or MP3",
            "owl/same.wav: same content as owl/a.wav");
    assertThat(library.classes().get(0).recordings().get(0).sound().peak()).isEqualTo(1);
  }

  @Test
  void badFoldersAreRefused() throws IOException {
    refuses("Cannot read media from " + folder, "no class folders", "make one folder a class");
    put("owl/a.png", PictureCodec.png(Tiny.disc(40, 100)));
    refuses("no backgrounds", "at least one photograph backgrounds/*.jpg");
    put("backgrounds/a.jpg", PictureCodec.jpeg(Tiny.plain(60, 50, 30), 90));
    refuses("Cannot use the class owl", "no sound", "add owl/ANY.wav");
    Files.delete(folder.resolve("owl/a.png"));
    put("owl/a.wav", SoundCodec.wav(Tiny.tone(440, 0.5)));
    refuses("Cannot use the class owl", "no picture", "add owl/ANY.png");
    put("owl/b.png", PictureCodec.png(Tiny.plain(20, 20, 9)));
    refuses("Cannot use the cut-out owl/b.png", "a picture without alpha", "10 %");
  }

  @Test
  void silentAndShortRecordingsAreRefused() throws IOException {
    goodFolder();
    put("owl/b.wav", SoundCodec.wav(new Waveform(new float[8000], 16_000)));
    refuses("Cannot use the recording owl/b.wav", "a silent recording: peak 0.0", "0.001");
    put("owl/b.wav", SoundCodec.wav(Tiny.tone(440, 0.05)));
    refuses("Cannot use the recording owl/b.wav", "s of sound", "at least 0.1 s");
  }

  @Test
  void silenceAtTheEndsIsTrimmedButForFiftyMillis() {
    float[] samples = new float[16_000];
    System.arraycopy(Tiny.tone(440, 0.25).samples(), 0, samples, 8000, 4000);
    Recording recording = Recording.of("x", new Waveform(samples, 16_000));
    assertThat(recording.sound().samples().length).isBetween(5590, 5600);
    assertThat(recording.sound().peak()).isEqualTo(1);
  }

  @Test
  void cutOutsAreCroppedAndReduced() {
    CutOut cutOut = CutOut.of("x", Tiny.disc(500, 90));
    assertThat(cutOut.picture().width()).isEqualTo(256);
    assertThat(CutOut.of("x", Tiny.disc(50, 90)).picture().width()).isEqualTo(41);
  }

  @Test
  void splitsShareNoCutOutAndNoRecording() {
    LibrarySplit split = LibrarySplit.of(Tiny.library(4));
    Set<String> train = references(split.train());
    Set<String> held = references(split.libraryOf(Split.NEW_OBJECTS));
    assertThat(held).hasSize(8).contains("c0/b.png", "c0/b.wav");
    assertThat(train).hasSize(8).doesNotContainAnyElementsOf(held);
    assertThat(split.libraryOf(Split.NEW_SCENES)).isSameAs(split.train());
    assertThatThrownBy(() -> LibrarySplit.of(split.newObjects()))
        .hasMessageContaining("none with two cut-outs and two recordings");
  }

  private static Set<String> references(MediaLibrary library) {
    Set<String> references = new HashSet<>();
    for (MediaClass media : library.classes()) {
      media.cutOuts().forEach(c -> references.add(c.reference()));
      media.recordings().forEach(r -> references.add(r.reference()));
    }
    return references;
  }
}
