package whence.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import whence.figure.Figure;

/**
 * An output that a reader can move, complete in itself: a still picture, data, and a script that
 * puts something to move in its place.
 *
 * <p>Where scripts are blocked, as in a notebook that is not trusted, the still picture stays. The
 * script asks for nothing outside of its output, so it works in JupyterLab, in a saved page, and
 * without a kernel. Each output has an id of its own.
 */
final class Widget {
  private static final String START = Long.toString(System.currentTimeMillis(), 36);
  private static final AtomicLong COUNT = new AtomicLong();

  private Widget() {}

  /**
   * Puts an output together.
   *
   * @param script name of the script, such as {@code threshold}
   * @param data what it is given
   * @param still what is shown without it
   * @param text what is shown without pictures
   */
  static CellOutput of(String script, ScriptData data, Figure still, String text) {
    String id = "whence-" + START + "-" + COUNT.incrementAndGet();
    String html =
        "<div id=\""
            + id
            + "\"><div class=\"still\">"
            + Html.image(Html.sheet(still), text)
            + Html.line("A still picture: trust the notebook, or run the cell, to move it.")
            + "</div><script type=\"application/json\">"
            + data.json()
            + "</script><script>(() => {\n'use strict';\nconst ID = '"
            + id
            + "';\n"
            + String.join("\n", List.of(source("maps"), source("page"), source(script)))
            + "})();</script></div>";
    return CellOutput.html(html, text);
  }

  /** The text of a script. */
  static String source(String script) {
    try (InputStream in = Widget.class.getResourceAsStream(script + ".js")) {
      if (in == null) {
        throw new IllegalStateException("no script " + script);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
