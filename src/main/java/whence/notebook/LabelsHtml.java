package whence.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import whence.figure.MarkedPicture;
import whence.figure.PictureGrid;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.label.LabelStatistics;
import whence.label.PseudoLabels;
import whence.media.Picture;

/** A whole set of pseudo-labels: what it says in all, and the first clips without their frames. */
final class LabelsHtml {
  private static final int FIRST = 6;
  private static final int CELL_PIXELS = 16;

  private LabelsHtml() {}

  static CellOutput of(PseudoLabels labels) {
    LabelStatistics seen = LabelStatistics.of(labels, null);
    String text =
        String.format(
            Locale.ROOT,
            "labels that iteration %d learns from: %d clips, %.1f %% of cells positive, %.1f %%"
                + " negative, the rest ignored; %.1f related clips on average",
            labels.iteration(),
            labels.size(),
            100 * seen.positiveShare(),
            100 * seen.negativeShare(),
            seen.meanRelated());
    List<MarkedPicture> tiles = new ArrayList<>();
    for (int clip = 0; clip < Math.min(FIRST, labels.size()); clip++) {
      HeatMap map = labels.maps().get(clip);
      tiles.add(blank(map).withLabels(labels, clip).withTitle(labels.ids().get(clip)));
    }
    String html = Html.line(text) + Html.image(Html.sheet(PictureGrid.of(tiles, FIRST)), text);
    return CellOutput.html(html, text);
  }

  private static MarkedPicture blank(HeatMap map) {
    int width = map.width() * CELL_PIXELS;
    int height = map.height() * CELL_PIXELS;
    byte[] grey = new byte[3 * width * height];
    Arrays.fill(grey, (byte) 160);
    return MarkedPicture.of(
        Picture.opaque(width, height, grey), GridGeometry.halfPixel(map.width(), width));
  }
}
