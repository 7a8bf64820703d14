package whence.experiment;

import java.util.EnumMap;
import java.util.Map;
import whence.data.Split;
import whence.localize.ModelLocalizer;

/**
 * All data of a run. Owns the features of its splits: close it.
 *
 * @param splits every split
 * @param grid the trunk's cells on a frame
 * @param hash of media, scenes and trunk: equal hashes mean equal data
 */
public record PreparedData(Map<Split, PreparedSplit> splits, ModelLocalizer.Grid grid, String hash)
    implements AutoCloseable {

  /** Copies the map. */
  public PreparedData {
    splits = new EnumMap<>(splits);
  }

  /** The clips of one split. */
  public PreparedSplit of(Split split) {
    PreparedSplit prepared = splits.get(split);
    if (prepared == null) {
      throw new IllegalArgumentException("No data for " + split.label());
    }
    return prepared;
  }

  @Override
  public void close() {
    splits.values().forEach(PreparedSplit::close);
  }
}
