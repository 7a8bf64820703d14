package whence.data.reader;

import java.nio.file.Path;
import whence.AtomicFile;

/**
 * The layout that prepared data sets share with scenes:
 *
 * <pre>
 * frames/ID.jpg    a frame at its own size, or bounded
 * audio/ID.wav     the sound around it, mono, 16 bits
 * masks/ID.png     where a data set has masks
 * manifest.jsonl   where each clip came from
 * prepared.json    how they were taken
 * rejected.csv     clips of the manifest that could not be taken, and why
 * coverage.json    how many of the ids listed last there are, and which are missing
 * </pre>
 *
 * @param path the folder; need not exist
 */
public record PreparedFolder(Path path) {

  /** The frame of a clip. */
  public Path frame(String id) {
    return frames().resolve(ClipIds.require(id, path.toString()) + ".jpg");
  }

  /** The sound of a clip. */
  public Path audio(String id) {
    return sounds().resolve(ClipIds.require(id, path.toString()) + ".wav");
  }

  /** Whether files can be called by an id. */
  public boolean canHold(String id) {
    return AtomicFile.isName(id + ".jpg");
  }

  /** All frames. */
  public Path frames() {
    return path.resolve("frames");
  }

  /** All sounds. */
  public Path sounds() {
    return path.resolve("audio");
  }

  /** Where each clip came from. */
  public Path manifest() {
    return path.resolve("manifest.jsonl");
  }

  /** How the clips were taken. */
  public Path settings() {
    return path.resolve("prepared.json");
  }

  /** What gave no clip, of all calls that filled the folder. */
  public Path rejected() {
    return path.resolve("rejected.csv");
  }

  /** How many ids of the list that was used last there are. */
  public Path coverage() {
    return path.resolve("coverage.json");
  }
}
