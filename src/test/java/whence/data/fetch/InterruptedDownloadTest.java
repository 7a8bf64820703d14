package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.data.fetch.LoopbackServer.Manner;

/** What a notebook's stop button does to a cell that downloads. */
final class InterruptedDownloadTest {
  private static final byte[] CONTENT = new byte[3_000_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir Path folder;

  private Download download(LoopbackServer server) {
    Pin pin = new Pin(Sha256.of(CONTENT), CONTENT.length);
    return new Download(server.uri("/a.deb"), folder.resolve("a.deb"), pin);
  }

  @Test
  void interruptedDownloadKeepsItsBytesAndGoesOn() {
    FetchListener stop =
        new FetchListener() {
          @Override
          public void progress(String name, long done, long total) {
            if (done > 0) {
              Thread.currentThread().interrupt();
            }
          }
        };
    try (LoopbackServer server = new LoopbackServer(CONTENT, Manner.COMPLETE)) {
      assertThatThrownBy(() -> download(server).run(stop))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("The download was interrupted: " + server.uri("/a.deb"))
          .hasMessageContaining("bytes, which are kept")
          .hasMessageContaining("run the same cell or command again: it goes on where it stopped");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(download(server).part().toFile().length()).isBetween(1_000_000L, 2_999_999L);
      assertThat(download(server).run(FetchListener.SILENT)).hasBinaryContent(CONTENT);
      assertThat(server.ranges).hasSize(2).element(1).asString().startsWith("bytes=");
    }
  }
}
