package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DebArchiveTest {
  private static final byte[] OWL = "an owl".getBytes(StandardCharsets.US_ASCII);
  private static final Set<String> WANTED = Set.of("usr/share/owl.png");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"data.tar.xz", "data.tar.gz", "data.tar.zst", "data.tar"})
  void readsWantedMembersOfEveryCompression(String member) {
    Path deb = owl().file("usr/share/cat.png", new byte[9]).write(deb(), member);

    Map<String, MediaSource> read =
        DebArchive.read(deb, Set.of("usr/share/owl.png", "usr/share/not-there.png"));

    assertThat(read).containsOnlyKeys("usr/share/owl.png");
    assertThat(read.get("usr/share/owl.png").bytes()).isEqualTo(OWL);
    assertThat(read.get("usr/share/owl.png").name()).isEqualTo("birds:usr/share/owl.png");
  }

  @Test
  void readsAResourceArchiveInsideByItsFileName() {
    byte[] rcc = TinyRcc.oneFile(3, 0, OWL);
    Path deb = new TinyDeb().file("usr/share/deep/below/birds.rcc", rcc).write(deb());

    assertThat(DebArchive.read(deb, Set.of("birds.rcc!/a/owl.ogg", "birds.rcc!/a/cat.ogg")))
        .containsOnlyKeys("birds.rcc!/a/owl.ogg")
        .allSatisfy((member, file) -> assertThat(file.bytes()).isEqualTo(OWL));
  }

  @Test
  void refusesAnUnknownCompression() {
    Path deb = TinyDeb.write(deb(), "data.tar.lzma", new byte[10]);

    assertThatThrownBy(() -> DebArchive.read(deb, WANTED))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("Cannot read data.tar.lzma in")
        .hasMessageContaining("got:      a compression that is not supported here");
  }

  @Test
  void refusesFilesThatAreNoPackage() throws IOException {
    Path text = Files.writeString(deb(), "<html>not found</html>");
    assertThatThrownBy(() -> DebArchive.read(text, WANTED))
        .hasMessageContaining("near byte")
        .hasMessageContaining("expected: a complete Debian binary package (.deb)")
        .hasMessageContaining("cure:     the file is missing, cut short or damaged");
    Path other = TinyDeb.write(deb(), "control.tar.gz", new byte[10]);
    assertThatThrownBy(() -> DebArchive.read(other, WANTED))
        .hasMessageContaining("an ar archive without data.tar");
    assertThatThrownBy(() -> DebArchive.read(folder.resolve("none.deb"), WANTED))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("none.deb");
    Path empty = TinyDeb.write(deb(), "data.tar", new byte[0]);
    assertThatThrownBy(() -> DebArchive.read(empty, WANTED)).hasMessageContaining("is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.tar.xz", "data.tar.gz", "data.tar.zst", "data.tar"})
  void refusesAPackageCutAnywhere(String member) throws IOException {
    byte[] whole = Files.readAllBytes(owlLast().write(deb(), member));
    for (int eighths = 0; eighths < 8; eighths++) {
      Path cut = Files.write(deb(), Arrays.copyOf(whole, whole.length * eighths / 8));
      assertThatThrownBy(() -> DebArchive.read(cut, WANTED))
          .as("%d/8", eighths)
          .isInstanceOf(MediaException.class);
    }
  }

  @Test
  void anyDamageEndsInAMediaExceptionOrAnAnswer() throws IOException {
    byte[] good = Files.readAllBytes(owl().write(deb(), "data.tar"));
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      byte[] bad = good.clone();
      for (int hit = 0; hit < 4; hit++) {
        bad[random.nextInt(800)] = (byte) random.nextInt();
      }
      Path deb = Files.write(deb(), bad);
      assertThat(endsWell(deb)).as("seed %d", seed).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "../../etc/passwd", "usr/../../x", "usr\\share\\x"})
  void refusesEscapingNames(String name) {
    Path deb = owl().rawName(name).write(deb());

    assertThatThrownBy(() -> DebArchive.read(deb, WANTED))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("a name that leads out of the archive");
    assertThatThrownBy(() -> DebArchive.read(deb, Set.of(name)))
        .hasMessageContaining("Refused the name " + name);
  }

  @Test
  void neverFollowsLinks() {
    Path symbolic = new TinyDeb().symbolicLink("usr/share/owl.png", "/etc/passwd").write(deb());
    assertThatThrownBy(() -> DebArchive.read(symbolic, WANTED))
        .hasMessageContaining("Refused usr/share/owl.png in")
        .hasMessageContaining("got:      a link or special file");
    Path hard = new TinyDeb().hardLink("usr/share/owl.png", "usr/share/cat.png").write(deb());
    assertThatThrownBy(() -> DebArchive.read(hard, WANTED))
        .hasMessageContaining("a link or special file");
    Path directory = new TinyDeb().link("usr/share/owl.png/", (byte) '5', "").write(deb());
    assertThatThrownBy(() -> DebArchive.read(directory, WANTED))
        .hasMessageContaining("got:      a folder");
  }

  @Test
  void refusesAMemberThatComesTwice() {
    Path deb = owl().file("usr/share/owl.png", new byte[1]).write(deb());

    assertThatThrownBy(() -> DebArchive.read(deb, WANTED)).hasMessageContaining("the member twice");
  }

  @Test
  void refusesDecompressionBombs() {
    byte[] zeros = new byte[3 << 20];
    Path deb = owl().file("usr/share/zeros", zeros).write(deb());

    assertThatThrownBy(
            () -> DebArchive.read(deb, WANTED, new ArchiveLimits(1 << 20, 5 << 20, 2, 9)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("Refused to unpack")
        .hasMessageContaining("at most 2.0 bytes for each byte")
        .hasMessageContaining("decompression bomb");
    assertThatThrownBy(() -> limited(deb, new ArchiveLimits(9 << 20, 1 << 20, 1e6, 9)))
        .hasMessageContaining("expected: at most 1048576 bytes");
    assertThatThrownBy(() -> limited(deb, new ArchiveLimits(3, 9 << 20, 1e6, 9)))
        .hasMessageContaining("got:      6 bytes");
    assertThatThrownBy(() -> limited(deb, new ArchiveLimits(99, 9 << 20, 1e6, 1)))
        .hasMessageContaining("more than 1 entries");
  }

  @Test
  void limitsMustBeAtLeastOne() {
    assertThatThrownBy(() -> new ArchiveLimits(1, 1, Double.NaN, 1))
        .hasMessageContaining("every limit at least 1");
  }

  private static void limited(Path deb, ArchiveLimits limits) {
    DebArchive.read(deb, WANTED, limits);
  }

  private static boolean endsWell(Path deb) {
    try {
      DebArchive.read(deb, WANTED);
      return true;
    } catch (MediaException e) {
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private TinyDeb owl() {
    return new TinyDeb().file("usr/share/owl.png", OWL);
  }

  private TinyDeb owlLast() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return new TinyDeb().file("usr/share/noise", noise).file("usr/share/owl.png", OWL);
  }

  private Path deb() {
    return folder.resolve("birds_1.0_all.deb");
  }
}
