package whence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RccArchiveTest {
  private static final byte[] HOOT = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final ArchiveLimits LIMITS = new ArchiveLimits(1000, 10_000, 100, 50);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsPlainAndCompressedFilesOfEveryVersion(int version) {
    RccArchive plain = parse(TinyRcc.oneFile(version, 0, HOOT));
    RccArchive zlib = parse(TinyRcc.oneFile(version, TinyRcc.ZLIB, TinyRcc.deflated(HOOT, 8)));

    assertThat(plain.paths()).containsExactly("/a/owl.ogg");
    assertThat(plain.read("/a/owl.ogg")).isEqualTo(HOOT);
    assertThat(zlib.read("/a/owl.ogg")).isEqualTo(HOOT);
  }

  @Test
  void readsAnEmptyFile() {
    assertThat(parse(TinyRcc.oneFile(2, 0, new byte[0])).read("/a/owl.ogg")).isEmpty();
  }

  @Test
  void refusesAPathThatIsNotThere() {
    RccArchive rcc = parse(TinyRcc.oneFile(2, 0, HOOT));

    assertThat(rcc.contains("/a/cat.ogg")).isFalse();
    assertThatThrownBy(() -> rcc.read("/a/cat.ogg")).hasMessageContaining("no file /a/cat.ogg");
  }

  @Test
  void refusesAnotherFileType() {
    assertThatThrownBy(() -> parse(new byte[100]))
        .isInstanceOf(MediaException.class)
        .hasMessage(
            """
            Cannot read pkg:x.rcc at byte 0
              got:      no "qres" header
              expected: a Qt resource archive
              cure:     the archive is damaged or malicious; get it again from where you trust it\
            """);
    byte[] version9 = TinyRcc.oneFile(2, 0, HOOT);
    version9[7] = 9;
    refused(version9, "format version 9");
  }

  @Test
  void refusesCyclesAndSharedNodes() {
    TinyRcc rcc = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1);
    rcc.node(rcc.name("loop"), TinyRcc.FOLDER, 2, 0);

    refused(rcc.bytes(), "tree node 0 reached twice");
  }

  @Test
  void refusesTooManyNodesAndTooDeepATree() {
    refused(new TinyRcc(2).node(0, TinyRcc.FOLDER, 51, 1).bytes(), "51 children from node 1");
    refused(new TinyRcc(2).node(0, TinyRcc.FOLDER, -1, 1).bytes(), "4294967295 children");

    TinyRcc deep = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1);
    int name = deep.name("d");
    for (int level = 1; level < 80; level++) {
      deep.node(name, TinyRcc.FOLDER, 1, level + 1);
    }
    assertThatThrownBy(() -> RccArchive.parse("x", deep.bytes(), ArchiveLimits.defaults()))
        .hasMessageContaining("at depth 64");
  }

  @Test
  void refusesOffsetsBeyondTheEnd() {
    refused(new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 40).bytes(), "tree node 40");
    TinyRcc badName = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1).node(5000, 0, 0, 0);
    refused(badName.bytes(), "a name of 6 bytes beyond the end");
    TinyRcc badData = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1);
    badData.node(badData.name("owl.ogg"), 0, 0, -1);
    assertThatThrownBy(() -> parse(badData.bytes()).read("/owl.ogg"))
        .hasMessageContaining("beyond the end");
  }

  @Test
  void refusesAWrongNameHashAndAnEscapingName() {
    TinyRcc hash = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1);
    hash.node(hash.name("owl.ogg", -5), 0, 0, 0);
    refused(hash.bytes(), "hash 4294967291 for the name owl.ogg");
    TinyRcc escape = new TinyRcc(2).node(0, TinyRcc.FOLDER, 1, 1);
    escape.node(escape.name(".."), 0, 0, 0);
    refused(escape.bytes(), "a name that leads out of the archive");
  }

  @Test
  void refusesLyingLengthsAndDamagedStreams() {
    refusedToRead(TinyRcc.ZLIB, TinyRcc.deflated(HOOT, 7), "a zlib stream of another length");
    refusedToRead(TinyRcc.ZLIB, TinyRcc.deflated(HOOT, 9), "a zlib stream of another length");
    refusedToRead(TinyRcc.ZLIB, TinyRcc.deflated(HOOT, -1), "claiming 4294967295");
    refusedToRead(TinyRcc.ZLIB, TinyRcc.deflated(HOOT, 1001), "claiming 1001");
    refusedToRead(TinyRcc.ZLIB, new byte[3], "claiming -1");
    refusedToRead(TinyRcc.ZLIB, new byte[] {0, 0, 0, 9, 77, 77, 77}, "/a/owl.ogg: ");
    refusedToRead(4, HOOT, "compressed with Zstandard");
    refusedToRead(0, new byte[1001], "1001 bytes of /a/owl.ogg");
  }

  @Test
  void anyDamageEndsInAMediaExceptionOrAnAnswer() {
    byte[] good = TinyRcc.oneFile(3, TinyRcc.ZLIB, TinyRcc.deflated(HOOT, 8));
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bad = Arrays.copyOf(good, good.length - random.nextInt(10));
      for (int hit = 0; hit < 3; hit++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      assertThat(endsWell(bad)).as("seed %d", seed).isTrue();
    }
  }

  private static boolean endsWell(byte[] bad) {
    try {
      RccArchive rcc = parse(bad);
      rcc.paths().forEach(rcc::read);
      return true;
    } catch (MediaException e) {
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static void refusedToRead(int flags, byte[] chunk, String part) {
    RccArchive rcc = parse(TinyRcc.oneFile(2, flags, chunk));
    assertThatThrownBy(() -> rcc.read("/a/owl.ogg"))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(part);
  }

  private static void refused(byte[] bytes, String part) {
    assertThat(ByteBuffer.wrap(bytes).getInt()).isEqualTo(0x71726573);
    assertThatThrownBy(() -> parse(bytes))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(part);
  }

  private static RccArchive parse(byte[] bytes) {
    return RccArchive.parse("pkg:x.rcc", bytes, LIMITS);
  }
}
