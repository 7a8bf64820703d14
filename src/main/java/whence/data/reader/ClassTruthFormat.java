package whence.data.reader;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import whence.WhenceException;

/** The formats of annotations of single classes that can be read. */
public enum ClassTruthFormat {
  /** {@code mosaics.json}, as {@code whence mosaics} writes it. */
  MOSAICS(
      file -> new Annotations(ClassTruth.mosaics(file), 0),
      "whole tiles, g = 1 in every tile of the class; so these scores cannot be compared with those"
          + " on boxes of the instruments, as the 32.3 % that DSOL printed as CIoU@0.3"),
  /** The boxes of MUSIC duets as published with DSOL. */
  DUETS(
      DuetTruth::read,
      "half-open boxes in fractions v of the frame, corners (int) (224 v), cut off at the frame;"
          + " g = 1 in the union of the class's boxes");

  private final Function<Path, Annotations> reader;
  private final String rule;

  ClassTruthFormat(Function<Path, Annotations> reader, String rule) {
    this.reader = reader;
    this.rule = rule;
  }

  /**
   * What was read.
   *
   * @param clips those with at least one class that sounds
   * @param empty how many others there were, which published evaluations leave out
   */
  public record Annotations(List<ClassTruth> clips, int empty) {
    /** Copies the list. */
    public Annotations {
      clips = List.copyOf(clips);
    }
  }

  /** The name before the colon, such as {@code duets}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How g [224, 224] of a class is drawn, in one line. */
  public String rule() {
    return rule;
  }

  /**
   * The format of a name such as {@code duets:duettest.json}.
   *
   * @throws WhenceException if it is none of these
   */
  public static ClassTruthFormat of(String name) {
    return Arrays.stream(values())
        .filter(format -> name.toLowerCase(Locale.ROOT).startsWith(format.label() + ":"))
        .findFirst()
        .orElseThrow(
            () ->
                new WhenceException(
                    "Cannot read the truth " + name,
                    "no such format before a colon",
                    Arrays.stream(values())
                        .map(format -> format.label() + ":FILE.json")
                        .collect(Collectors.joining(", ")),
                    "name the format before the path"));
  }

  /**
   * Reads what a name such as {@code duets:duettest.json} stands for.
   *
   * @param name a format, a colon, and a path
   * @throws WhenceException if the format is unknown or the file cannot be read as such
   */
  public static Annotations open(String name) {
    ClassTruthFormat format = of(name);
    return format.reader.apply(Path.of(name.substring(format.label().length() + 1)));
  }
}
