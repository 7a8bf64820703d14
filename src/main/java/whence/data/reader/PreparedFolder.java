package whence.data.reader;

import java.nio.file.Path;

/**
 * The layout that prepared data sets share with scenes:
 *
 * <pre>
 * frames/ID.jpg    a frame at its own size, or bounded
 * audio/ID.wav     the sound around it, mono, 16 bits
 * masks/ID.png     where a data set has masks
 * manifest.jsonl   where each clip came from
 * prepared.json    how they were taken
 * rejected.csv     videos that gave no clip, and why
 * coverage.json    how many of the listed ids there are, and which are missing
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

  /** Videos that gave no clip. */
  public Path rejected() {
    return path.resolve("rejected.csv");
  }

  /** How many of the listed ids there are. */
  public Path coverage() {
    return path.resolve("coverage.json");
  }
}
