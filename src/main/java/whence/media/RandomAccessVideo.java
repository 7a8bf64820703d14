package whence.media;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A video of which single frames and stretches of sound are wanted. Each is searched by the file's
 * index, so a long video costs no more than a short one, and one frame at a time is in memory.
 *
 * <ul>
 *   <li>Times count in seconds from the start of the file. The frame at a time is the one a player
 *       shows then: the last that starts at or before it, whatever the frame rate does.
 *   <li>Frames come upright; rotation by a multiple of 90 degrees is applied, any other refused.
 *   <li>Sound is mono, the mean of its channels; where the stream has a gap there is silence.
 *   <li>Damage between the key frame and the frame wanted, or in the stretch of sound wanted, is
 *       refused; damage elsewhere in the file is not looked for.
 * </ul>
 *
 * <p>Not for use by several threads. Must be closed.
 */
public final class RandomAccessVideo implements AutoCloseable {
  private final Demuxer demuxer;
  private final @Nullable FrameSearch pictures;
  private final @Nullable SoundSearch sound;

  private RandomAccessVideo(
      Demuxer demuxer, @Nullable FrameSearch pictures, @Nullable SoundSearch sound) {
    this.demuxer = demuxer;
    this.pictures = pictures;
    this.sound = sound;
  }

  /**
   * Opens a video, with or without pictures, with or without sound.
   *
   * @throws MediaException if it is missing, empty, no media file, of a codec without decoder, or
   *     with frames above 100 megapixels
   */
  public static RandomAccessVideo open(Path file) {
    Demuxer demuxer = Demuxer.open(file);
    FrameSearch pictures = null;
    try {
      pictures = FrameSearch.of(demuxer);
      return new RandomAccessVideo(demuxer, pictures, SoundSearch.of(demuxer));
    } catch (MediaException e) {
      if (pictures != null) {
        pictures.close();
      }
      demuxer.close();
      throw e;
    }
  }

  /** Whether there is a picture stream; the cover of a sound file is none. */
  public boolean hasPictures() {
    return pictures != null;
  }

  /** Whether there is a sound stream. */
  public boolean hasSound() {
    return sound != null;
  }

  /**
   * When the picture stream ends, in seconds from the start of the file, as it or its file states;
   * where neither does, its packets are read once to see. 0 without pictures.
   */
  public double pictureSeconds() {
    return pictures == null ? 0 : pictures.endSeconds();
  }

  /** When the sound stream ends, as {@link #pictureSeconds}; 0 without sound. */
  public double soundSeconds() {
    return sound == null ? 0 : sound.endSeconds();
  }

  /**
   * The frame shown at a time.
   *
   * @param seconds at least 0; before the first frame, the first one is given
   * @param longestSide pixels; larger frames are scaled down, smaller ones keep their size
   * @throws MediaException if there are no pictures, the stream ends before, or it is damaged there
   */
  public VideoFrame frameAt(double seconds, int longestSide) {
    return requirePictures().at(seconds, longestSide);
  }

  /**
   * The last key frame at or before a time, which is quicker to get than any other.
   *
   * @throws MediaException if there are no pictures, or none can be decoded there
   */
  public VideoFrame keyFrameAt(double seconds, int longestSide) {
    return requirePictures().keyFrameAt(seconds, longestSide);
  }

  /**
   * The sound between two times, shorter where it ends before.
   *
   * @param from second, at least 0
   * @param to second, above {@code from}
   * @param rateHz 1,000 to 384,000
   * @throws MediaException if there is no sound, or it is damaged there
   */
  public Waveform sound(double from, double to, int rateHz) {
    SoundCodec.checkRate(rateHz);
    if (sound == null) {
      throw missing("sound");
    }
    return sound.between(from, to, rateHz);
  }

  private FrameSearch requirePictures() {
    if (pictures == null) {
      throw missing("picture");
    }
    return pictures;
  }

  private MediaException missing(String kind) {
    return new MediaException(
        "Cannot read " + demuxer.file(),
        "no " + kind + " stream",
        "a file with at least one " + kind + " stream",
        "choose another file");
  }

  @Override
  public void close() {
    if (pictures != null) {
      pictures.close();
    }
    if (sound != null) {
      sound.close();
    }
    demuxer.close();
  }
}
