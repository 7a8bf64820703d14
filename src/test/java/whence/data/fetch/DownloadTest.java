package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.fetch.LoopbackServer.Manner;

class DownloadTest {
  private static final byte[] CONTENT = new byte[3_000_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  private static final Pin PIN = new Pin(Sha256.of(CONTENT), CONTENT.length);

  @TempDir Path folder;

  @Test
  void downloadsReportsAndVerifies() throws IOException {
    List<Long> reports = new ArrayList<>();
    FetchListener listener =
        new FetchListener() {
          @Override
          public void progress(String name, long done, long total) {
            assertThat(name).isEqualTo("a.deb");
            assertThat(total).isEqualTo(CONTENT.length);
            reports.add(done);
          }
        };
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE)) {
      Path got = download(server).run(listener);

      assertThat(got).isEqualTo(target()).hasBinaryContent(CONTENT);
      assertThat(part()).doesNotExist();
      assertThat(reports).isSorted().startsWith(0L).endsWith((long) CONTENT.length);
      assertThat(reports).hasSizeBetween(3, 5);

      download(server).run(FetchListener.SILENT);
      assertThat(server.ranges).as("the second call asks nobody").hasSize(1);
    }
  }

  @Test
  void goesOnWhereACutDownloadStopped() {
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.CUT_HALF_WAY_ONCE)) {
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
      assertThat(server.ranges).containsExactly(null, "bytes=1500000-");
    }
  }

  @Test
  void goesOnFromAnEarlierRun() throws IOException {
    Files.write(part(), Arrays.copyOf(CONTENT, 1000));
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE)) {
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
      assertThat(server.ranges).containsExactly("bytes=1000-");
    }
  }

  @Test
  void startsAgainWhereTheServerCannotGoOn() throws IOException {
    for (Manner manner : List.of(Manner.WITHOUT_RANGE, Manner.RANGE_REFUSED)) {
      Files.deleteIfExists(target());
      Files.write(part(), new byte[1000]);
      try (LoopbackServer server = new LoopbackServer(CONTENT, manner)) {
        assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
      }
    }
  }

  @Test
  void usesAPartThatIsAlreadyWholeAndDropsOneThatIsTooLong() throws IOException {
    Files.write(part(), CONTENT);
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE)) {
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
      assertThat(server.ranges).isEmpty();
      Files.delete(target());
      Files.write(part(), Arrays.copyOf(CONTENT, CONTENT.length + 1));
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void keepsWhatItGotWhenTheConnectionKeepsBreaking() throws IOException {
    Files.write(part(), Arrays.copyOf(CONTENT, 1000));
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.ALWAYS_CUT_AT_ONCE)) {
      assertThatThrownBy(() -> download(server).run(FetchListener.SILENT))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("Cannot download " + server.uri("/a.deb"))
          .hasMessageContaining("expected: 3000000 bytes")
          .hasMessageContaining("it goes on where it stopped")
          .hasMessageContaining("--media DIR");
      assertThat(server.ranges).hasSize(Download.ATTEMPTS);
    }
    assertThat(Files.size(part())).isEqualTo(1000);
    assertThat(target()).doesNotExist();
  }

  @Test
  void deletesAFileWithAnotherHash() {
    byte[] other = CONTENT.clone();
    other[5]++;
    try (LoopbackServer server = new LoopbackServer(other, Manner.COMPLETE)) {
      assertThatThrownBy(() -> download(server).run(FetchListener.SILENT))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("The download is not the expected file")
          .hasMessageContaining("SHA-256 " + Sha256.of(other) + "; it was deleted")
          .hasMessageContaining("expected: 3000000 bytes with SHA-256 " + PIN.sha256())
          .hasMessageContaining("cure:     try again");
    }
    assertThat(part()).doesNotExist();
    assertThat(target()).doesNotExist();
  }

  @Test
  void refusesAFileOfAnotherLengthBeforeFetchingIt() {
    try (LoopbackServer server = new LoopbackServer(new byte[77], Manner.COMPLETE)) {
      assertThatThrownBy(() -> download(server).run(FetchListener.SILENT))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("got:      77 bytes announced");
    }
  }

  @Test
  void replacesADamagedTarget() throws IOException {
    Files.write(target(), new byte[5]);
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE)) {
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void followsRedirects() {
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.REDIRECTING)) {
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
    }
  }

  @Test
  void saysSoWhenTheServerHasNoSuchFile() {
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.NOT_FOUND)) {
      assertThatThrownBy(() -> download(server).run(FetchListener.SILENT))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("the server answered 404");
      assertThat(server.ranges).as("no second try").hasSize(1);
    }
  }

  @Test
  void namesTheWayOutWithoutANetwork() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/a.deb");

    assertThatThrownBy(() -> new Download(nobody, target(), PIN).run(FetchListener.SILENT))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("refused")
        .hasMessageContaining("without a network, name a folder that holds the file: --media DIR");
  }

  @Test
  void copiesFromAFileAddress() throws IOException {
    Path source = Files.write(folder.resolve("source.whl"), CONTENT);
    Files.write(part(), new byte[10]);

    assertThat(new Download(source.toUri(), target(), PIN).run(FetchListener.SILENT))
        .hasBinaryContent(CONTENT);
  }

  @Test
  void refusesOtherSchemesAndASecondDownloadIntoTheSameFile() throws IOException {
    assertThatThrownBy(() -> new Download(URI.create("ftp://x/a"), target(), PIN))
        .hasMessageContaining("got:      the scheme ftp");
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE);
        FileChannel channel =
            FileChannel.open(part(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(channel.lock().isValid()).isTrue();
      assertThatThrownBy(() -> download(server).run(FetchListener.SILENT))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("another download into the same file is running");
    }
  }

  @Test
  void saysWhereItCannotStore() {
    Path nowhere = folder.resolve("missing/a.deb");
    assertThatThrownBy(
            () ->
                new Download(URI.create("http://127.0.0.1/a"), nowhere, PIN)
                    .run(FetchListener.SILENT))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot store " + nowhere)
        .hasMessageContaining("set WHENCE_HOME to another folder");
    Pin huge = new Pin(PIN.sha256(), Long.MAX_VALUE / 2);
    assertThatThrownBy(
            () ->
                new Download(URI.create("http://127.0.0.1/a"), target(), huge)
                    .run(FetchListener.SILENT))
        .hasMessageContaining("bytes free on that disk");
  }

  private Download download(LoopbackServer server) {
    return new Download(server.uri("/a.deb"), target(), PIN);
  }

  private Path target() {
    return folder.resolve("a.deb");
  }

  private Path part() {
    return folder.resolve("a.deb.part");
  }
}
