package whence.data.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import whence.WhenceException;

/** The formats of annotations that can be read. */
public enum TruthFormat {
  /** Flickr-SoundNet: a folder of XML files. */
  FLICKR(Form.FOLDER, FlickrTruth::read),
  /** VGG-SS: one JSON file. */
  VGGSS(Form.FILE, VggssTruth::read),
  /** IS3: one JSON file. */
  IS3(Form.FILE, Is3Truth::read),
  /** A folder of PNG masks. */
  MASKS(Form.FOLDER, MaskTruth::read);

  private final Form form;
  private final Function<Path, TruthSet> reader;

  TruthFormat(Form form, Function<Path, TruthSet> reader) {
    this.form = form;
    this.reader = reader;
  }

  /**
   * Opens what a name such as {@code vggss:vggss.json} stands for.
   *
   * @param name a format, a colon, and a path
   * @throws WhenceException if the format is unknown or the path holds no such annotations
   */
  public static TruthSet open(String name) {
    int colon = name.indexOf(':');
    for (TruthFormat format : values()) {
      if (colon > 0 && format.label().equals(name.substring(0, colon).toLowerCase(Locale.ROOT))) {
        return format.read(Path.of(name.substring(colon + 1)));
      }
    }
    throw new WhenceException(
        "Cannot read the truth " + name,
        colon > 0 ? "the format '" + name.substring(0, colon) + "'" : "no format before a colon",
        Arrays.stream(values()).map(TruthFormat::usage).collect(Collectors.joining(", ")),
        "name the format before the path");
  }

  /**
   * Reads annotations of this format.
   *
   * @throws WhenceException if they cannot be read
   */
  public TruthSet read(Path path) {
    if (!(form == Form.FOLDER ? Files.isDirectory(path) : Files.isRegularFile(path))) {
      throw new WhenceException(
          "Cannot read the truth " + label() + ":" + path,
          Files.exists(path) ? "something else there" : "nothing there",
          form.text,
          "check the path");
    }
    return reader.apply(path);
  }

  /** The name before the colon, such as {@code vggss}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String usage() {
    return label() + ":" + (form == Form.FOLDER ? "DIR" : "FILE.json");
  }

  private enum Form {
    FILE("a file"),
    FOLDER("a folder");

    private final String text;

    Form(String text) {
      this.text = text;
    }
  }
}
