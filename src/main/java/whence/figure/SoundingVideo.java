package whence.figure;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.experiment.LocalizedVideo;
import whence.experiment.PartTimes;
import whence.experiment.VideoListener;
import whence.media.Picture;
import whence.media.PictureScaler;
import whence.media.SoundStream;
import whence.media.VideoFormat;
import whence.media.VideoFrame;
import whence.media.VideoReader;
import whence.media.VideoWriter;

/**
 * Writes a video with what was found in it painted over: the picture almost grey, so that colour
 * means heat, heat where a region stands out, a strip beside it ({@link SidePanel}), and the
 * original sound.
 *
 * <p>Pixels are {@code (1 - a) p + a heat} with {@code a = 0.7 sqrt(v)}, v from 0 at half of a
 * map's range to 1 at its peak, and p the picture with seven tenths of its colour taken out (luma
 * of ITU-R BT.601). Heat has the upper part of {@link HeatColours}: dark colours would not be seen
 * over a picture. Pictures are 240 to 720 pixels high and at most 1,280 wide, at most 30 a second.
 */
public final class SoundingVideo {
  private static final int LOWEST = 240;
  private static final int HIGHEST = 720;
  private static final int WIDEST = 1280;
  private static final double MOST_FRAMES = 30;
  private static final double USUAL_FRAMES = 25;
  private static final double MOST_HEAT = 0.7;
  private static final int COLOUR_LEFT = 77; // of 256
  private static final double DARKEST = 0.4;
  private static final int LEVELS = 256;

  private final LocalizedVideo video;
  private final VideoListener listener;
  private final PartTimes times;
  private final int width;
  private final int height;
  private final double rate;
  private final HeatTrack track;
  private final SidePanel panel;
  private final BufferedImage strip;
  private final float[] heat;
  private final int[] colours = new int[LEVELS];
  private final int[] shares = new int[LEVELS]; // of 256

  private SoundingVideo(LocalizedVideo video, VideoListener listener) {
    this.video = video;
    this.listener = listener;
    this.times = new PartTimes(video.seconds());
    double wanted = Math.max(LOWEST, Math.min(HIGHEST, video.height()));
    double scale = Math.min(WIDEST / (double) video.width(), wanted / video.height());
    this.width = even(scale * video.width());
    this.height = even(scale * video.height());
    double stated = video.framesPerSecond();
    boolean usable = stated >= 1 && stated <= 240;
    this.rate = usable ? Math.min(MOST_FRAMES, stated) : USUAL_FRAMES;
    this.track = new HeatTrack(video, height, width);
    this.panel = new SidePanel(video, height);
    this.strip = panel.canvas();
    this.heat = new float[width * height];
    for (int i = 0; i < LEVELS; i++) {
      double value = i / (LEVELS - 1.0);
      colours[i] = colour(value);
      shares[i] = (int) (256 * MOST_HEAT * Math.sqrt(value));
    }
  }

  /** The colour of a heat in [0, 1], 0xRRGGBB. */
  static int colour(double heat) {
    return HeatColours.rgb(DARKEST + (1 - DARKEST) * heat);
  }

  private static int even(double pixels) {
    return Math.max(16, (int) (pixels / 2 + 1e-6) * 2);
  }

  /**
   * Writes the video.
   *
   * @param to ending in {@code .mp4}; replaced when it is complete
   * @return seconds of every part, those of finding included
   * @throws whence.media.MediaException if the video cannot be read again, or nothing be written
   * @throws InterruptedException if the thread is interrupted; nothing is left then
   */
  public static Map<String, Double> write(LocalizedVideo video, Path to, VideoListener listener)
      throws InterruptedException {
    if (Thread.interrupted()) { // before fonts are loaded: the first time that forgets an interrupt
      throw new InterruptedException("stopped at the start");
    }
    SoundingVideo work = new SoundingVideo(video, listener);
    work.write(to);
    return work.times.seconds();
  }

  private void write(Path to) throws InterruptedException {
    double length = video.lengthSeconds();
    try (SoundStream sound = SoundStream.open(video.file(), length);
        VideoReader reader = VideoReader.open(video.file(), WIDEST);
        VideoWriter writer = VideoWriter.create(to, format(sound))) {
      VideoFrame shown = next(reader);
      VideoFrame after = shown == null ? null : next(reader);
      for (int i = 0; shown != null && i / rate < length; i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped at " + i / rate + " s");
        }
        while (after != null && after.startsBy(i / rate)) {
          shown = after;
          after = next(reader);
        }
        Picture painted = paint(shown.picture(), i / rate);
        double until = (i + 1) / rate;
        times.time("writing", () -> append(writer, painted, sound, until));
        listener.at("painting", i / rate, length);
      }
      times.time("writing", writer::finish);
    }
  }

  private VideoFormat format(@Nullable SoundStream sound) {
    return new VideoFormat(
        width + SidePanel.WIDTH,
        height,
        rate,
        sound == null ? VideoFormat.SoundFormat.NONE : sound.format());
  }

  private @Nullable VideoFrame next(VideoReader reader) {
    return times.time("frames", reader::next);
  }

  private static void append(
      VideoWriter writer, Picture painted, @Nullable SoundStream sound, double until) {
    writer.write(painted);
    if (sound != null) {
      writer.write(sound.until(until));
    }
  }

  private Picture paint(Picture frame, double seconds) {
    return times.time(
        "painting",
        () -> {
          track.at(seconds, heat);
          panel.draw(seconds, track.nearest(seconds), strip);
          return joined(fitted(frame));
        });
  }

  /** A frame one pixel too large is cut, any other scaled. */
  private Picture fitted(Picture frame) {
    boolean cut = frame.width() - width <= 1 && frame.height() - height <= 1;
    boolean within = frame.width() >= width && frame.height() >= height;
    return cut && within
        ? PictureScaler.crop(frame, 0, 0, width, height)
        : PictureScaler.resize(frame, width, height);
  }

  private Picture joined(Picture frame) {
    int wide = width + SidePanel.WIDTH;
    byte[] rgb = new byte[3 * wide * height];
    int[] row = new int[SidePanel.WIDTH];
    for (int y = 0; y < height; y++) {
      System.arraycopy(frame.rgb(), 3 * width * y, rgb, 3 * wide * y, 3 * width);
      warm(rgb, 3 * wide * y, y * width);
      strip.getRGB(0, y, SidePanel.WIDTH, 1, row, 0, SidePanel.WIDTH);
      for (int x = 0; x < SidePanel.WIDTH; x++) {
        int at = 3 * (wide * y + width + x);
        rgb[at] = (byte) (row[x] >> 16);
        rgb[at + 1] = (byte) (row[x] >> 8);
        rgb[at + 2] = (byte) row[x];
      }
    }
    return Picture.opaque(wide, height, rgb);
  }

  /** Takes colour out of one row and paints the heat over it. */
  private void warm(byte[] rgb, int start, int cell) {
    for (int x = 0, at = start; x < width; x++, at += 3) {
      int grey =
          (77 * (rgb[at] & 0xff) + 150 * (rgb[at + 1] & 0xff) + 29 * (rgb[at + 2] & 0xff)) >> 8;
      int level = (int) ((LEVELS - 1) * heat[cell + x]);
      int colour = colours[level];
      int share = shares[level];
      for (int channel = 0; channel < 3; channel++) {
        int pale = grey + ((COLOUR_LEFT * ((rgb[at + channel] & 0xff) - grey)) >> 8);
        int hot = colour >> (16 - 8 * channel) & 0xff;
        rgb[at + channel] = (byte) (pale + ((share * (hot - pale)) >> 8));
      }
    }
  }
}
