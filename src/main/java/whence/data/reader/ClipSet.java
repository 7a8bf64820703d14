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
  private final Map<String, ManifestRow> manifest;

  private ClipSet(
      DataSet kind,
      PreparedFolder folder,
      ClipReading reading,
      List<ClipEntry> entries,
      List<String> notes,
      Coverage coverage) {
    this.kind = kind;
    this.folder = folder;
    this.reading = reading;
    this.entries = entries;
    this.notes = notes;
    this.coverage = coverage;
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
    Set<String> ids = there.stream().map(ClipEntry::id).collect(Collectors.toSet());
    List<String> listed = list.entries().stream().map(ClipEntry::id).toList();
    Coverage coverage = Coverage.of(listName, listed, ids);
    if (there.isEmpty()) {
      throw new WhenceException(
          "Cannot open the clips in " + path,
          coverage.text(),
          "frames/ID.jpg and audio/ID.wav of at least one of them",
          "prepare the videos first (whence prepare), or check that folder and list belong"
              + " together");
    }
    return new ClipSet(kind, folder, reading, there, list.notes(), coverage);
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

  /** What is odd about the list. */
  public List<String> notes() {
    return notes;
  }

  /** Several lines for people: the set, what is taken and why, coverage, notes. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(kind.label()).append(": ").append(kind.why()).append('\n');
    text.append(coverage.text());
    notes.forEach(note -> text.append("\nnote: ").append(note));
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
    Path file = frame(folder, entry).orElseGet(() -> folder.frame(entry.frame()));
    return reading.square(PictureCodec.read(MediaSource.of(file)));
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
