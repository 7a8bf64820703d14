package whence.data.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server on this machine's loopback that gives one file, well or badly. */
final class LoopbackServer implements AutoCloseable {
  /** How it behaves. */
  enum Manner {
    COMPLETE,
    WITHOUT_RANGE,
    CUT_HALF_WAY_ONCE,
    ALWAYS_CUT_AT_ONCE,
    NOT_FOUND,
    RANGE_REFUSED,
    REDIRECTING
  }

  final List<@Nullable String> ranges = Collections.synchronizedList(new ArrayList<>());
  private final HttpServer server;
  private final byte[] content;
  private Manner manner;

  LoopbackServer(byte[] content, Manner manner) {
    this.content = content;
    this.manner = manner;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    ranges.add(range);
    try (exchange) {
      if (manner == Manner.NOT_FOUND) {
        exchange.sendResponseHeaders(404, -1);
      } else if (manner == Manner.RANGE_REFUSED && range != null) {
        exchange.sendResponseHeaders(416, -1);
      } else if (manner == Manner.REDIRECTING && !exchange.getRequestURI().getPath().equals("/x")) {
        exchange.getResponseHeaders().add("Location", "/x");
        exchange.sendResponseHeaders(302, -1);
      } else {
        give(exchange, range == null || manner == Manner.WITHOUT_RANGE ? 0 : start(range));
      }
    }
  }

  private void give(HttpExchange exchange, int start) throws IOException {
    if (start > 0) {
      String range = "bytes " + start + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().add("Content-Range", range);
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, content.length - start);
    int end =
        switch (manner) {
          case CUT_HALF_WAY_ONCE -> content.length / 2;
          case ALWAYS_CUT_AT_ONCE -> start;
          default -> content.length;
        };
    if (manner == Manner.CUT_HALF_WAY_ONCE) {
      manner = Manner.COMPLETE;
    }
    exchange.getResponseBody().write(Arrays.copyOfRange(content, start, end));
    exchange.getResponseBody().flush();
  }

  private static int start(String range) {
    return Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
  }
}
