package whence.experiment;

import java.util.stream.IntStream;
import whence.data.RowReader;
import whence.data.scene.SceneFolder;
import whence.signal.LogMel;

/**
 * Log-mel spectrograms of the scenes of a folder, each computed when it is first asked for and kept
 * from then on: about 25 kB a scene. Nothing else is read of a folder that is only looked at.
 */
final class SoundRows implements RowReader {
  private final SceneFolder folder;
  private final LogMel logMel;
  private final float[][] rows;

  SoundRows(SceneFolder folder, LogMel logMel) {
    this.folder = folder;
    this.logMel = logMel;
    this.rows = new float[folder.size()][];
  }

  /** Computes all of them, on all cores: training will ask for each of them anyway. */
  SoundRows computeAll() {
    IntStream.range(0, rows.length).parallel().forEach(this::row);
    return this;
  }

  /** M * T, numbers of one spectrogram; all scenes of a folder are of one length. */
  int length() {
    return row(0).length;
  }

  @Override
  public void read(int clip, float[] destination, int offset) {
    float[] row = row(clip);
    System.arraycopy(row, 0, destination, offset, row.length);
  }

  private float[] row(int clip) {
    float[] row = rows[clip];
    if (row == null) {
      row = logMel.transform(folder.sound(clip).samples()).values();
      rows[clip] = row;
    }
    return row;
  }
}
