package whence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import whence.AtomicFile;
import whence.WhenceException;
import whence.experiment.LocalizedVideo;
import whence.experiment.VideoListener;
import whence.figure.SoundingVideo;
import whence.localize.Moment.State;

/**
 * The painted video and the table of one call. Files of two calls never stand under their names
 * together: the old video goes before the new table comes, and the new video comes after it. A
 * program killed in between leaves a table without a video.
 *
 * @param video ending in {@code .mp4}
 * @param table in the same folder
 */
record LocalizedFiles(Path video, Path table) {

  /**
   * Writes both; the table alone if no region stands out at any moment.
   *
   * @param told hears of an earlier video that is removed because nothing is painted
   * @return seconds of every part, those of finding included
   * @throws WhenceException if the video cannot be painted, and then what was there before stays;
   *     or if a file cannot be written or removed
   * @throws InterruptedException if the thread is interrupted; what was there before stays
   */
  Map<String, Double> write(LocalizedVideo found, VideoListener listener, PrintWriter told)
      throws InterruptedException {
    if (found.count(State.FOUND) > 0) {
      return both(found, listener);
    }
    boolean wasThere = Files.exists(video, LinkOption.NOFOLLOW_LINKS);
    writeTable(found);
    if (wasThere) {
      told.println("Removed: " + video + ", which was there before: it is not of this table.");
    }
    return found.seconds();
  }

  private Map<String, Double> both(LocalizedVideo found, VideoListener listener)
      throws InterruptedException {
    Path painted = AtomicFile.temporary(video, ".mp4");
    try {
      Map<String, Double> seconds = SoundingVideo.write(found, painted, listener);
      writeTable(found);
      AtomicFile.moveOver(painted, video);
      return seconds;
    } catch (IOException e) {
      throw new WhenceException(
          "Cannot write the video " + video,
          e.toString(),
          "a folder that can be written",
          "correct its permissions or choose another folder; the table is there",
          e);
    } finally {
      AtomicFile.delete(painted);
    }
  }

  /** Writes the table where no video stands. */
  private void writeTable(LocalizedVideo found) {
    AtomicFile.delete(video);
    AtomicFile.write(table, found.csv());
  }
}
