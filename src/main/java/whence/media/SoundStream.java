package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;
import whence.media.VideoFormat.SoundFormat;

/**
 * The sound of a file piece by piece, with its own rate and channels, to be written into another
 * one. It starts with the file: a stream that begins later begins with silence, see {@link
 * PiecePlacer}. One, two and six channels (5.1) are kept, any other number becomes their mean.
 *
 * <p>Owns native memory: close it. For one thread.
 */
public final class SoundStream implements AutoCloseable {
  private final String name;
  private final Demuxer demuxer;
  private final StreamDecoder decoder;
  private final SampleReader samples;
  private final SoundFormat format;
  private final boolean mixed;
  private final PiecePlacer placer;
  private final long end;
  private float[] waiting = new float[0];
  private long given;
  private boolean ended;

  private SoundStream(Path file, Demuxer demuxer, StreamDecoder decoder, double lengthSeconds) {
    int rate = decoder.stream().codecpar().sample_rate();
    int channels = decoder.stream().codecpar().ch_layout().nb_channels();
    this.name = file.toString();
    this.demuxer = demuxer;
    this.decoder = decoder;
    this.samples = new SampleReader(name);
    this.mixed = channels != 1 && channels != 2 && channels != 6;
    this.format = new SoundFormat(rate, mixed ? 1 : channels);
    this.placer = new PiecePlacer(rate, 0);
    this.end = Math.round(lengthSeconds * rate);
  }

  /**
   * Opens the first sound stream of a file.
   *
   * @param lengthSeconds nothing is wanted after it
   * @return null if it has none
   * @throws MediaException if the file cannot be opened
   */
  public static @Nullable SoundStream open(Path file, double lengthSeconds) {
    Demuxer demuxer = Demuxer.open(file);
    try {
      StreamDecoder decoder = StreamDecoder.of(demuxer, AVMEDIA_TYPE_AUDIO);
      if (decoder != null) {
        decoder.goOn(); // a search would go by the pictures, which may begin later
        return new SoundStream(file, demuxer, decoder, lengthSeconds);
      }
    } catch (MediaException e) {
      demuxer.close();
      throw e;
    }
    demuxer.close();
    return null;
  }

  /** Rate and channels of what is given. */
  public SoundFormat format() {
    return format;
  }

  /**
   * The next samples, up to a time; fewer where the sound ends before.
   *
   * @param seconds from the start of the file, not before the time of the last call
   * @return one value a channel for each moment
   */
  public float[] until(double seconds) {
    long wanted = Math.round(seconds * format.rateHz()) - given;
    int length = (int) Math.max(0, wanted) * format.channels();
    while (waiting.length < length && !ended) {
      more();
    }
    int count = Math.min(length, waiting.length);
    float[] piece = Arrays.copyOf(waiting, count);
    waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    given += count / format.channels();
    return piece;
  }

  private void more() {
    AVFrame frame = decoder.next();
    if (frame == null) {
      ended = true;
      return;
    }
    if (frame.sample_rate() != format.rateHz()) {
      throw SoundStretch.changedRate(name, format.rateHz(), frame.sample_rate());
    }
    double at = decoder.seconds(frame);
    float[] piece = mixed ? samples.mono(frame) : samples.interleaved(frame);
    int channels = format.channels();
    PiecePlacer.Place place = placer.place(at, piece.length / channels, end);
    int silence = (int) place.silence() * channels;
    int kept = waiting.length;
    waiting = Arrays.copyOf(waiting, kept + silence + place.take() * channels);
    System.arraycopy(
        piece, place.skip() * channels, waiting, kept + silence, place.take() * channels);
  }

  @Override
  public void close() {
    samples.close();
    decoder.close();
    demuxer.close();
  }
}
