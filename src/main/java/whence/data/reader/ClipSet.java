package whence.data.reader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import whence.WhenceException;
import whence.data.Clip;
import whence.media.MediaSource;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/**
 * Clips of a data set: those of its list whose frame and sound are there. Clips are read when asked
 * for. {@link #coverage} belongs beside every number made of them.
 */
public final class ClipSet {
  private static final List<String> FRAME_ENDINGS = List.of(".jpg", ".png");

  private final DataSet kind;
  private final PreparedFolder folder;
  private final ClipReading reading;
  private final List<ClipEntry> entries;
  private final List<String> notes;
  private final Coverage coverage;
  private final ClipSources sources;
  private final Map<String, ManifestRow> manifest;

  private ClipSet(
      DataSet kind,
      PreparedFolder folder,
      ClipReading reading,
      List<ClipEntry> entries,
      List<String> notes,
      Coverage coverage,
      ClipSources sources) {
    this.kind = kind;
    this.folder = folder;
    this.reading = reading;
    this.entries = entries;
    this.notes = notes;
    this.coverage = coverage;
    this.sources = sources;
    this.manifest = Manifest.read(folder.manifest());
  }

  /**
   * Compares a list with a folder.
   *
   * @throws WhenceException if not one listed clip is there
   */
  static ClipSet of(DataSet kind, Path path, ClipReading reading, String listName, ClipList list) {
    PreparedFolder folder = new PreparedFolder(path);
    List<ClipEntry> there = new ArrayList<>();
    for (ClipEntry entry : list.entries()) {
      if (frame(folder, entry).isPresent() && Files.isRegularFile(folder.audio(entry.sound()))) {
        there.add(entry);
      }
    }
    Set<String> used = there.stream().map(ClipEntry::listed).collect(Collectors.toSet());
    List<String> listed = list.entries().stream().map(ClipEntry::listed).distinct().toList();
    Coverage coverage = Coverage.of(listName, list.unit(), listed, used);
    if (there.isEmpty()) {
      throw new WhenceException(
          "Cannot open the clips in " + path,
          "none of the %d listed in %s, such as %s"
              .formatted(listed.size(), listName, listed.isEmpty() ? "none" : listed.get(0)),
          "frames/ID.jpg and audio/ID.wav of at least one of them",
          "prepare the videos first (whence prepare), or check that folder and list belong"
              + " together");
    }
    List<String> notes = new ArrayList<>(list.notes());
    if (list.unit() == Coverage.Unit.VIDEOS) {
      notes.add(seconds(list.entries(), there));
    }
    ClipSources sources = ClipSources.of(kind, there, list.entries());
    return new ClipSet(kind, folder, reading, there, notes, coverage, sources);
  }

  /** How many of the seconds of listed videos are there, and every one that is not. */
  private static String seconds(List<ClipEntry> all, List<ClipEntry> there) {
    Set<ClipEntry> found = Set.copyOf(there);
    List<String> gone =
        all.stream()
            .filter(entry -> !entry.id().equals(entry.listed()) && !found.contains(entry))
            .map(ClipEntry::id)
            .toList();
    String text =
        "%d clips, of %d seconds looked at".formatted(there.size(), there.size() + gone.size());
    return gone.isEmpty() ? text : text + "; not there: " + String.join(", ", gone);
  }

  private static Optional<Path> frame(PreparedFolder folder, ClipEntry entry) {
    String jpg = folder.frame(entry.frame()).toString();
    String stem = jpg.substring(0, jpg.length() - FRAME_ENDINGS.get(0).length());
    return FRAME_ENDINGS.stream()
        .map(ending -> Path.of(stem + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** Which data set it is. */
  public DataSet kind() {
    return kind;
  }

  /** How many listed clips are there, and which are not. */
  public Coverage coverage() {
    return coverage;
  }

  /** What is odd about the list, and where what was prepared is not what the data set takes. */
  public List<String> notes() {
    List<String> all = new ArrayList<>(notes);
    all.addAll(AsPrepared.of(entries, manifest).notes(kind, reading));
    return all;
  }

  /**
   * Several lines for people: the set, what is taken and why, what the manifest says was prepared,
   * coverage, notes.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(kind.label()).append(": ").append(kind.why(reading)).append('\n');
    AsPrepared.of(entries, manifest).text().ifPresent(line -> text.append(line).append('\n'));
    text.append(coverage.text());
    notes().forEach(note -> text.append("\nnote: ").append(note));
    return text.toString();
  }

  /** Number of clips that are there. */
  public int size() {
    return entries.size();
  }

  /** Their ids, in the order of the list. */
  public List<String> ids() {
    return entries.stream().map(ClipEntry::id).toList();
  }

  /** What sounds in a clip, where the list says so. */
  public Optional<String> soundClass(int k) {
    return entries.get(k).soundClass();
  }

  /** What sounds in every clip and what can be seen in it, as far as the list says. */
  public ClipSources sources() {
    return sources;
  }

  /** How stored frames and sounds become clips. */
  public ClipReading reading() {
    return reading;
  }

  /**
   * Text that changes with what is listed, with the size frames are brought to, and with every
   * frame: names, sizes and times of change of the files.
   */
  public String framesState() {
    StringBuilder text = new StringBuilder(kind.label()).append(' ').append(reading.sidePixels());
    entries.forEach(entry -> state(frameFile(entry), text.append('\n').append(entry.id())));
    return text.toString();
  }

  /** The same of everything that is read: frames, sounds, and what the manifest says of them. */
  public String state() {
    StringBuilder text = new StringBuilder(framesState()).append(reading);
    for (ClipEntry entry : entries) {
      state(folder.audio(entry.sound()), text.append('\n').append(entry));
      text.append(manifest.get(entry.sound()));
    }
    return text.toString();
  }

  private static void state(Path file, StringBuilder text) {
    if (Files.isRegularFile(file)) {
      text.append('|').append(file.getFileName()).append('|').append(file.toFile().length());
      text.append('|').append(file.toFile().lastModified());
    }
  }

  /**
   * Reads one clip: the frame squashed to the square of the reading, and the sound around it.
   *
   * @param k 0 to {@link #size()} - 1
   * @throws whence.media.MediaException if a file is gone or corrupt
   */
  public Clip clip(int k) {
    return new Clip(entries.get(k).id(), frame(k), sound(k));
  }

  /** Reads only the frame of one clip; see {@link #clip}. */
  public Picture frame(int k) {
    ClipEntry entry = entries.get(k);
    return reading.square(PictureCodec.read(MediaSource.of(frameFile(entry))));
  }

  /** The file of a frame; where it went since, the name it would mostly have. */
  private Path frameFile(ClipEntry entry) {
    return frame(folder, entry).orElseGet(() -> folder.frame(entry.frame()));
  }

  /** Reads only the sound of one clip; see {@link #clip}. */
  public Waveform sound(int k) {
    ClipEntry entry = entries.get(k);
    MediaSource file = MediaSource.of(folder.audio(entry.sound()));
    Waveform all = SoundCodec.read(file, reading.sampleRateHz());
    return reading.around(all, centre(entry, all));
  }

  private double centre(ClipEntry entry, Waveform all) {
    if (!Double.isNaN(entry.centreSeconds())) {
      return entry.centreSeconds();
    }
    ManifestRow row = manifest.get(entry.sound());
    return row == null || row.taken() == null
        ? all.durationSeconds() / 2
        : row.taken().frameSeconds() - row.taken().soundFromSeconds();
  }
}
