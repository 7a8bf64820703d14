package whence.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.ProgramLock;
import whence.WhenceException;
import whence.data.reader.Manifest;
import whence.data.reader.ManifestRow;
import whence.data.reader.ManifestRow.SourceFile;
import whence.data.reader.PreparedFolder;
import whence.data.reader.Rejection;

/** What becomes of a manifest whose last line is not whole. */
class JournalTest {
  @TempDir Path folder;

  private static ManifestRow row(String id) {
    return ManifestRow.of(
        id, new SourceFile(id + ".mp4", 3, "2026", "", 1), Rejection.SILENT, "-80 dB");
  }

  private static byte[] line(String id) {
    return Manifest.lines(List.of(row(id))).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aLineMayBeCutAnywhereAlsoInsideOfACharacter() throws IOException {
    PreparedFolder clips = new PreparedFolder(folder);
    byte[] one = line("one");
    byte[] two = line("zwölf 水");
    for (int length = 0; length < two.length; length++) {
      byte[] bytes = Arrays.copyOf(one, one.length + length);
      System.arraycopy(two, 0, bytes, one.length, length);
      Files.write(clips.manifest(), bytes);
      assertThat(Manifest.read(clips.manifest())).as("%d bytes", length).containsOnlyKeys("one");
    }
    try (Journal journal = Journal.open(clips)) {
      assertThat(clips.manifest()).hasBinaryContent(one);
      journal.add(List.of(row("zwölf 水")));
    }
    assertThat(Manifest.read(clips.manifest())).containsOnlyKeys("one", "zwölf 水");
  }

  @Test
  void bytesThatAreNoTextAreRefusedBeforeTheLastLineFeed() throws IOException {
    Path manifest = new PreparedFolder(folder).manifest();
    Files.write(manifest, new byte[] {'{', (byte) 0xc3, '\n', '{'});
    assertThatThrownBy(() -> Manifest.read(manifest))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read the manifest " + manifest);
  }

  @Test
  void nothingIsWrittenBehindALineThatFailed() throws IOException {
    PreparedFolder clips = new PreparedFolder(folder);
    FillingUp disk = new FillingUp();
    ProgramLock lock = ProgramLock.take(folder.resolve("lock")).orElseThrow();
    try (Journal journal = new Journal(clips, lock, new TreeMap<>(), disk)) {
      assertFull(journal, "one", clips);
      assertFull(journal, "two", clips);
      assertThat(journal.rows()).isEmpty();
    }
    byte[] one = line("one");
    assertThat(disk.taken.toByteArray()).isEqualTo(Arrays.copyOf(one, one.length / 2));
  }

  private static void assertFull(Journal journal, String id, PreparedFolder clips) {
    assertThatThrownBy(() -> journal.add(List.of(row(id))))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot write " + clips.manifest())
        .hasMessageContaining("No space left on device")
        .hasMessageContaining("a disk with enough free space")
        .hasMessageContaining("call the same command again: it goes on where it stopped");
  }

  /** A disk that takes half of the first piece; then there is space again. */
  private static final class FillingUp extends OutputStream {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private boolean failed;

    @Override
    public void write(int value) {
      taken.write(value);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      if (failed) {
        taken.write(bytes, from, length);
        return;
      }
      failed = true;
      taken.write(bytes, from, length / 2);
      throw new IOException("No space left on device");
    }
  }
}
