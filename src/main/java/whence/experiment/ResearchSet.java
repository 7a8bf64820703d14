package whence.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.reader.ClipReading;
import whence.data.reader.ClipSet;
import whence.data.reader.DataSet;
import whence.data.reader.TruthFormat;
import whence.data.reader.TruthSet;
import whence.evaluate.Protocol;

/**
 * A research data set with its annotations, in a folder of its name:
 *
 * <ul>
 *   <li>{@code frames/ID.jpg} and {@code audio/ID.wav}, as {@code whence prepare} makes them;
 *   <li>the annotations as they were published: {@code truth.json} (VGG-SS, IS3), or {@code
 *       truth/}, a folder of XML (Flickr-SoundNet) or of PNG masks (AVSBench);
 *   <li>the list of test clips, {@code list.txt}, {@code list.csv} or {@code list.json}; without
 *       one, {@code truth.json} is the list.
 * </ul>
 *
 * @param kind which data set
 * @param folder its folder
 */
public record ResearchSet(DataSet kind, Path folder) {

  private static final Map<DataSet, Judge> JUDGES =
      Map.of(
          DataSet.FLICKR, new Judge(TruthFormat.FLICKR, Protocol.EZ_VSL, ""),
          DataSet.VGGSS, new Judge(TruthFormat.VGGSS, Protocol.EZ_VSL, ""),
          DataSet.IS3, new Judge(TruthFormat.IS3, Protocol.ALIGN, ""),
          DataSet.AVSBENCH_S4, new Judge(TruthFormat.MASKS, Protocol.AVSBENCH, "test"),
          DataSet.AVSBENCH_MS3, new Judge(TruthFormat.MASKS, Protocol.AVSBENCH, "test"));
  private static final List<String> LISTS = List.of("list.txt", "list.csv", "list.json");

  /**
   * @param format of the annotations
   * @param published the protocol that numbers on this set are mostly printed under
   * @param split of the list that is the test; empty where lists have none
   */
  private record Judge(TruthFormat format, Protocol published, String split) {}

  /** Checks that there are annotations of such a data set. */
  public ResearchSet {
    if (!JUDGES.containsKey(kind)) {
      throw new WhenceException(
          "Cannot judge on " + kind.label(),
          "a data set without annotations of sources",
          known(),
          "take one of these");
    }
  }

  /**
   * The data sets in a folder.
   *
   * @param parent holds a folder for each, named such as {@code vggss}
   * @return at least one, in the order of {@link DataSet}
   * @throws WhenceException if there is none
   */
  public static List<ResearchSet> find(Path parent) {
    List<ResearchSet> sets = new ArrayList<>();
    for (DataSet kind : DataSet.values()) {
      Path folder = parent.resolve(kind.label());
      if (JUDGES.containsKey(kind) && Files.isDirectory(folder)) {
        sets.add(new ResearchSet(kind, folder));
      }
    }
    if (sets.isEmpty()) {
      throw new WhenceException(
          "Cannot find research data sets in " + parent,
          Files.isDirectory(parent) ? "no folder of such a name" : "no such folder",
          "one or more of the folders " + known(),
          "name the folder above them; how each is laid out stands in src/docs/data-sets.md");
    }
    return List.copyOf(sets);
  }

  private static String known() {
    return Arrays.stream(DataSet.values())
        .filter(JUDGES::containsKey)
        .map(DataSet::label)
        .collect(Collectors.joining(", "));
  }

  /**
   * The clips of the test.
   *
   * @param reading how frames and sounds become clips
   * @throws WhenceException if the list cannot be read, or no listed clip is there
   */
  public ClipSet clips(ClipReading reading) {
    Path list = list().orElse(folder.resolve("truth.json"));
    if (!Files.isRegularFile(list)) {
      throw new WhenceException(
          "Cannot open the clips in " + folder,
          "no list of test clips",
          String.join(" or ", LISTS) + ", or annotations in truth.json",
          "put the list there as the data set has it");
    }
    return kind.open(folder, list, judge().split, reading);
  }

  private Optional<Path> list() {
    return LISTS.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  /**
   * The annotations.
   *
   * @throws WhenceException if they are missing or cannot be read
   */
  public TruthSet truth() {
    Path folderOfFiles = folder.resolve("truth");
    boolean isFolder = Files.isDirectory(folderOfFiles);
    return judge().format.read(isFolder ? folderOfFiles : folder.resolve("truth.json"));
  }

  /** Ours, and the one that numbers on this set are mostly printed under. */
  public List<Protocol> protocols() {
    return List.of(Protocol.WHENCE, judge().published);
  }

  /** Whether one of the protocols takes maps as probabilities, where models draw cosines. */
  boolean takesProbabilities() {
    return protocols().contains(Protocol.AVSBENCH);
  }

  private Judge judge() {
    return Objects.requireNonNull(JUDGES.get(kind));
  }
}
