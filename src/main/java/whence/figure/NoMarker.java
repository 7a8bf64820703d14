package whence.figure;

import java.awt.Graphics2D;
import org.knowm.xchart.style.markers.Marker;

/** Draws nothing: interval bars have no marker. */
final class NoMarker extends Marker {
  @Override
  public void paint(Graphics2D g, double x, double y, int size) {
    // Nothing, on purpose.
  }
}
