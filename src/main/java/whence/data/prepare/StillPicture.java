package whence.data.prepare;

import whence.media.Picture;
import whence.media.PictureScaler;
import whence.media.RandomAccessVideo;
import whence.media.VideoFrame;

/**
 * Tells a still picture from a film: the grey of a frame, averaged over 32 x 32 fields, is compared
 * with that of the key frames before a quarter and three quarters of the video. Averages hide the
 * noise of coding; a hand that moves changes at least one field.
 *
 * <p>Grey is the luma 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601).
 */
final class StillPicture {
  private static final int FIELDS = 32;
  private static final int PROBE_PIXELS = 128;

  private final RandomAccessVideo video;
  private final double length;
  private final int levels;
  private final VideoFrame[] probes;

  /** Looks at a video. */
  StillPicture(RandomAccessVideo video, int levels) {
    this.video = video;
    this.length = video.pictureSeconds();
    this.levels = levels;
    this.probes =
        new VideoFrame[] {
          video.keyFrameAt(length / 4, PROBE_PIXELS), video.keyFrameAt(3 * length / 4, PROBE_PIXELS)
        };
  }

  /** Whether nothing has changed between a frame and the others looked at. */
  boolean is(VideoFrame frame) {
    double[] grey = grey(frame.picture());
    boolean other = false;
    for (VideoFrame probe : probes) {
      if (probe.timeSeconds() != frame.timeSeconds()) {
        other = true;
        if (differs(grey, grey(probe.picture()))) {
          return false;
        }
      }
    }
    // A video of a single key frame: another frame has to be decoded in full.
    double late = 0.9 * length;
    return other || !differs(grey, grey(video.frameAt(late, PROBE_PIXELS).picture()));
  }

  private boolean differs(double[] one, double[] other) {
    for (int i = 0; i < one.length; i++) {
      if (Math.abs(one[i] - other[i]) > levels) {
        return true;
      }
    }
    return false;
  }

  private static double[] grey(Picture picture) {
    Picture small = PictureScaler.resize(picture, FIELDS, FIELDS);
    double[] grey = new double[FIELDS * FIELDS];
    for (int i = 0; i < grey.length; i++) {
      int x = i % FIELDS;
      int y = i / FIELDS;
      grey[i] =
          0.299 * small.channel(x, y, 0)
              + 0.587 * small.channel(x, y, 1)
              + 0.114 * small.channel(x, y, 2);
    }
    return grey;
  }
}
