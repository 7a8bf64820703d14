package whence.notebook;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * What a notebook cell shows: the same content in one or more forms, of which the reader's program
 * takes the richest it can show.
 *
 * @param forms text by MIME type; binary forms in base 64; {@code text/plain} is always there
 */
public record CellOutput(Map<String, String> forms) {
  private static final String PLAIN = "text/plain";

  /** Copies the map. */
  public CellOutput {
    forms = Map.copyOf(forms);
    if (!forms.containsKey(PLAIN)) {
      throw new IllegalArgumentException("no text/plain among " + forms.keySet());
    }
  }

  /** Text alone. */
  public static CellOutput text(String text) {
    return new CellOutput(Map.of(PLAIN, text));
  }

  /**
   * A fragment of HTML.
   *
   * @param html the fragment, complete in itself: no script or file from elsewhere
   * @param text what stands for it where HTML is not shown, such as a terminal
   */
  public static CellOutput html(String html, String text) {
    return new CellOutput(Map.of("text/html", html, PLAIN, text));
  }

  /**
   * A picture.
   *
   * @param png the bytes of a PNG file
   * @param text what stands for it where pictures are not shown
   */
  public static CellOutput png(byte[] png, String text) {
    return new CellOutput(Map.of("image/png", base64(png), PLAIN, text));
  }

  /**
   * A photograph.
   *
   * @param jpeg the bytes of a JPEG file
   * @param text what stands for it where pictures are not shown
   */
  public static CellOutput jpeg(byte[] jpeg, String text) {
    return new CellOutput(Map.of("image/jpeg", base64(jpeg), PLAIN, text));
  }

  /**
   * A vector picture.
   *
   * @param svg the bytes of an SVG file
   * @param text what stands for it where pictures are not shown
   */
  public static CellOutput svg(byte[] svg, String text) {
    String xml = new String(svg, StandardCharsets.UTF_8);
    return new CellOutput(Map.of("image/svg+xml", xml, PLAIN, text));
  }

  /** The text form. */
  public String plain() {
    return forms.getOrDefault(PLAIN, "");
  }

  static String base64(byte[] bytes) {
    return new String(Base64.getEncoder().encode(bytes), StandardCharsets.ISO_8859_1);
  }

  /** Text made safe inside HTML, in elements and in quoted attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
