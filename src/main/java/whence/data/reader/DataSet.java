package whence.data.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;

/**
 * The data sets that can be read from the layout {@code frames/ID.jpg}, {@code audio/ID.wav}. Each
 * knows its lists, and says which frame and which seconds of sound it takes, and why.
 */
public enum DataSet {
  /** Any folder of prepared clips; a list of ids may choose some of them. */
  FOLDER(
      FolderList::read,
      Needs.NO_LIST,
      FrameTime.ANY,
      "the frame that was prepared and %s of sound around it, for the network learned from a frame"
          + " and the sound around it"),
  /** Flickr-SoundNet; lists of 249 or 250 test ids, of 10k or 144k training ids. */
  FLICKR(
      FlickrList::read,
      Needs.LIST,
      FrameTime.ANY,
      "the middle frame, which the annotators saw, and %s of sound around it"),
  /** VGG-Sound; its table of video, second, label and split. */
  VGGSOUND(
      VggSoundList::read,
      Needs.LIST_AND_SPLIT,
      FrameTime.FIVE_SECONDS,
      "the frame at 5 s of the 10 s clip, as VGG-SS annotates it, and %s of sound around it"),
  /** VGG-SS; its JSON of annotations. */
  VGGSS(
      VggssList::read,
      Needs.LIST,
      FrameTime.FIVE_SECONDS,
      "the frame at 5 s of the 10 s clip (number 125 at 25 a second), on which its boxes were"
          + " drawn, and %s of sound around it"),
  /** IS3; its JSON of annotations. Two sounds for each picture. */
  IS3(
      Is3List::read,
      Needs.LIST,
      FrameTime.ANY,
      "the synthesized picture, and the middle %s of the sound it is paired with: the picture has"
          + " no time"),
  /** AVSBench, one source; its table of name, category and split. Five frames a video. */
  AVSBENCH_S4(
      AvsBenchList::read,
      Needs.LIST_AND_SPLIT,
      FrameTime.ANY,
      "frames 1 to 5, one a second, which have masks; with frame k %s of sound around the middle of"
          + " second k, as the data set pairs them"),
  /** AVSBench, several sources; its table of names and splits. Five frames a video. */
  AVSBENCH_MS3(AvsBenchList::read, Needs.LIST_AND_SPLIT, FrameTime.ANY, AVSBENCH_S4.why),
  /** MUSIC, videos of one instrument; its JSON of instruments and videos. */
  MUSIC_SOLO(
      MusicList::read,
      Needs.LIST,
      FrameTime.OF_THE_SECOND,
      "every second that was prepared, its middle frame and %s of sound around it, as codes that use"
          + " MUSIC cut it"),
  /** MUSIC, videos of two instruments; its JSON of pairs and videos. */
  MUSIC_DUET(MusicList::read, Needs.LIST, FrameTime.OF_THE_SECOND, MUSIC_SOLO.why);

  private final Lister lister;
  private final Needs needs;
  private final FrameTime frameTime;
  private final String why;

  DataSet(Lister lister, Needs needs, FrameTime frameTime, String why) {
    this.lister = lister;
    this.needs = needs;
    this.frameTime = frameTime;
    this.why = why;
  }

  /** Reads a list. */
  @FunctionalInterface
  interface Lister {
    ClipList read(Path folder, @Nullable Path list, String split);
  }

  private enum Needs {
    NO_LIST,
    LIST,
    LIST_AND_SPLIT
  }

  /** The name in commands and tables, such as {@code vggss}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** When the frame of a clip is shown. */
  private enum FrameTime {
    /** Where the video has it; or there is no video. */
    ANY,
    FIVE_SECONDS,
    /** In the middle of the second in the clip's name. */
    OF_THE_SECOND
  }

  /**
   * Which frame and how many seconds of sound are taken, and why; for people.
   *
   * @param reading says how many seconds
   */
  public String why(ClipReading reading) {
    return why.formatted(reading.length());
  }

  /** Whether the classes of its list name two instruments. */
  boolean isDuet() {
    return this == MUSIC_DUET;
  }

  /** When the frame of a clip should be shown, seconds from the start of its video. */
  OptionalDouble frameSeconds(String id) {
    return switch (frameTime) {
      case ANY -> OptionalDouble.empty();
      case FIVE_SECONDS -> OptionalDouble.of(5);
      case OF_THE_SECOND ->
          id.matches(".*_\\d{6}")
              ? OptionalDouble.of(Integer.parseInt(id.substring(id.length() - 6)) + 0.5)
              : OptionalDouble.empty();
    };
  }

  /**
   * Opens the clips of a folder.
   *
   * @param folder with frames/ and audio/
   * @param list as the data set has it; null for all clips, where there need be none
   * @param split such as {@code train} or {@code test}, where the list has splits; else empty
   * @param reading how frames and sounds become clips
   * @throws WhenceException if the list is missing or cannot be read, a split is missing or one is
   *     named where the list has none, or no listed clip is there
   */
  public ClipSet open(Path folder, @Nullable Path list, String split, ClipReading reading) {
    if (!Files.isDirectory(folder)) {
      throw new WhenceException(
          "Cannot open the clips in " + folder,
          Files.exists(folder) ? "a file" : "nothing there",
          "a folder with frames/ and audio/",
          "check the path");
    }
    requireListAndSplit(folder, list, split);
    String name = list == null ? folder.toString() : list.toString();
    String part = split.isEmpty() ? name : name + " (" + split + ")";
    return ClipSet.of(this, folder, reading, part, lister.read(folder, list, split));
  }

  private void requireListAndSplit(Path folder, @Nullable Path list, String split) {
    if (needs != Needs.NO_LIST && list == null) {
      throw new WhenceException(
          "Cannot open " + label() + ":" + folder,
          "no list",
          "the list of clips, as the data set has it",
          "name it with --list");
    }
    if (needs == Needs.LIST_AND_SPLIT && split.isEmpty()) {
      throw new WhenceException(
          "Cannot open " + label() + ":" + folder,
          "no split",
          "one of the splits in " + list,
          "name it with --split, such as --split test");
    }
    if (needs != Needs.LIST_AND_SPLIT && !split.isEmpty()) {
      throw new WhenceException(
          "Cannot open " + label() + ":" + folder,
          "the split '" + split + "'",
          "no split: lists of " + label() + " have none",
          "leave --split out, and name a list of the wanted clips with --list");
    }
  }

  /**
   * The data set of a name such as {@code vggss}.
   *
   * @throws WhenceException naming those there are
   */
  public static DataSet named(String label) {
    String wanted = label.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(set -> set.label().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new WhenceException(
                    "Cannot open a data set",
                    "'" + label + "'",
                    Arrays.stream(values()).map(DataSet::label).collect(Collectors.joining(", ")),
                    "check the name before the colon"));
  }
}
