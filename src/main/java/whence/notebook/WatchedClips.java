package whence.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import whence.data.ClipBank;
import whence.experiment.PreparedSplit;
import whence.figure.MarkedPicture;
import whence.figure.PictureGrid;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.localize.CellMaps;
import whence.localize.ModelLocalizer;
import whence.media.Picture;
import whence.model.DualEncoder;

/**
 * A few fixed clips whose maps are drawn again and again while a network learns. The outline of the
 * truth is for the reader only; training never sees it.
 */
public final class WatchedClips {
  private final @Nullable ClipBank bank;
  private final int[] clips;
  private final List<MarkedPicture> frames;

  private WatchedClips(@Nullable ClipBank bank, int[] clips, List<MarkedPicture> frames) {
    this.bank = bank;
    this.clips = clips;
    this.frames = List.copyOf(frames);
  }

  /** No clips. */
  public static WatchedClips none() {
    return new WatchedClips(null, new int[0], List.of());
  }

  /**
   * Clips of a prepared split, with the outline of what sounds.
   *
   * @param grid where the cells lie, such as {@code data.grid()}
   * @param clips indices; four or six fill a page
   */
  public static WatchedClips of(PreparedSplit split, ModelLocalizer.Grid grid, int... clips) {
    List<Picture> frames = new ArrayList<>();
    List<Mask> truths = new ArrayList<>();
    for (int clip : clips) {
      frames.add(split.scenes().frame(clip));
      truths.add(split.scenes().annotation(clip).sounding());
    }
    return of(split.bank(), clips, frames, grid.geometry()).withTruths(truths);
  }

  /**
   * Clips of any bank.
   *
   * @param clips indices
   * @param frames the picture of each
   * @param geometry where the cells lie in the pictures
   */
  public static WatchedClips of(
      ClipBank bank, int[] clips, List<Picture> frames, GridGeometry geometry) {
    List<MarkedPicture> marked =
        frames.stream().map(frame -> MarkedPicture.of(frame, geometry)).toList();
    return new WatchedClips(bank, clips.clone(), marked);
  }

  private WatchedClips withTruths(List<Mask> truths) {
    List<MarkedPicture> marked = new ArrayList<>();
    for (int i = 0; i < truths.size(); i++) {
      marked.add(frames.get(i).withTruth(truths.get(i)));
    }
    return new WatchedClips(bank, clips, marked);
  }

  /** Indices of the clips. */
  public int[] clips() {
    return clips.clone();
  }

  /** The maps of a network, as one picture; null where there are no clips. */
  @Nullable Picture draw(DualEncoder network) {
    if (bank == null || clips.length == 0) {
      return null;
    }
    List<HeatMap> maps = CellMaps.of(network, bank, clips);
    List<MarkedPicture> tiles = new ArrayList<>();
    for (int i = 0; i < maps.size(); i++) {
      tiles.add(frames.get(i).withMap(maps.get(i)).withTitle("clip " + clips[i]));
    }
    return Html.sheet(PictureGrid.of(tiles, Math.min(6, tiles.size())));
  }

  @Override
  public String toString() {
    return "watched clips " + Arrays.toString(clips);
  }
}
