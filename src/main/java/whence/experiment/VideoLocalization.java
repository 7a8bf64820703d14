package whence.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import whence.WhenceException;
import whence.engine.Weights;
import whence.localize.Glimpse;
import whence.localize.Moment;
import whence.localize.SlidingLocalizer;
import whence.localize.SlidingSettings;
import whence.media.Picture;
import whence.media.PictureScaler;
import whence.media.RandomAccessVideo;
import whence.media.VideoFrame;
import whence.media.VideoReader;
import whence.media.Waveform;
import whence.model.Embedder;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMel;
import whence.signal.Loudness;

/**
 * Follows the sound of a video: one heat map every few tenths of a second from the frame shown then
 * and the sound around it, as long as in training, compared with sounds that do not belong to it.
 */
public final class VideoLocalization {
  /** Frames are read no larger than this: they are squashed to 224 pixels anyway. */
  private static final int LONGEST_SIDE = 1280;

  private static final int BATCH = 8;

  private final TrainedModel model;
  private final SlidingSettings settings;
  private final VideoListener listener;
  private final PartTimes times = new PartTimes(Map.of());
  private final LogMel logMel;
  private final List<Glimpse> glimpses = new ArrayList<>();
  private final List<Due> due = new ArrayList<>();
  private float[][] controls = {};
  private Waveform sound = new Waveform(new float[0], 1);

  private VideoLocalization(TrainedModel model, SlidingSettings settings, VideoListener listener) {
    this.model = model;
    this.settings = settings;
    this.listener = listener;
    this.logMel = new LogMel(model.card().sound());
  }

  /**
   * Follows the sound of a video; nothing is written.
   *
   * @param file the video
   * @param model that sees and hears; not closed
   * @param sources where the trunk's weights are
   * @param settings how it is followed
   * @param downloads hears of downloads
   * @param listener hears how far it is
   * @throws WhenceException if the video cannot be read, or has no sound stream
   * @throws InterruptedException if the thread is interrupted
   */
  public static LocalizedVideo of(
      Path file,
      TrainedModel model,
      Sources sources,
      SlidingSettings settings,
      ExperimentListener downloads,
      VideoListener listener)
      throws InterruptedException {
    VideoLocalization work = new VideoLocalization(model, settings, listener);
    work.hear(file);
    try (Weights weights = sources.weights(Downloads.toldTo(downloads));
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      model.card().requireTrunk(trunk.key());
      return work.follow(file, new Embedder(trunk, model.encoder()));
    }
  }

  private void hear(Path file) {
    int rate = model.card().sound().sampleRateHz();
    sound =
        times.time(
            "sound",
            () -> {
              try (RandomAccessVideo video = RandomAccessVideo.open(file)) {
                requireBoth(file, video);
                return wholeSound(video, rate);
              }
            });
  }

  /** As long as the pictures at least: where the sound ends before, there is silence. */
  private static Waveform wholeSound(RandomAccessVideo video, int rate) {
    double end = Math.max(video.soundSeconds(), video.pictureSeconds());
    float[] samples = video.sound(0, end, rate).samples();
    int least = (int) Math.round(video.pictureSeconds() * rate);
    return new Waveform(Arrays.copyOf(samples, Math.max(samples.length, least)), rate);
  }

  private static void requireBoth(Path file, RandomAccessVideo video) {
    if (!video.hasPictures() || !video.hasSound()) {
      throw new WhenceException(
          "Cannot say where the sound of " + file + " comes from",
          video.hasSound() ? "no picture stream" : "no sound stream",
          "a video with pictures and sound",
          "choose another video; without sound there is nothing to look for");
    }
  }

  private LocalizedVideo follow(Path file, Embedder embedder) throws InterruptedException {
    controls = times.time("maps", () -> controls(embedder));
    try (VideoReader reader = VideoReader.open(file, LONGEST_SIDE)) {
      double length = sound.durationSeconds();
      VideoFrame shown = null;
      for (VideoFrame next = next(reader); next != null; next = next(reader)) {
        if (Thread.interrupted()) {
          throw new InterruptedException("stopped at " + next.timeSeconds() + " s");
        }
        // The frame before is shown until this one starts.
        while (shown != null && !next.startsBy(nextDue())) {
          take(shown, embedder);
        }
        shown = next;
        listener.at("looking", next.timeSeconds(), length);
      }
      double last = Math.max(0, length - 1e-3);
      while (shown != null && nextDue() <= last) {
        take(shown, embedder);
      }
      flush(embedder);
      return result(file, reader);
    }
  }

  private @Nullable VideoFrame next(VideoReader reader) {
    return times.time("frames", reader::next);
  }

  private double nextDue() {
    return (glimpses.size() + due.size()) * settings.stepSeconds();
  }

  private void take(VideoFrame shown, Embedder embedder) {
    double seconds = nextDue();
    float[] stretch = around(seconds);
    double loudness = Loudness.decibels(stretch);
    if (!(loudness >= settings.silenceDb())) {
      flush(embedder); // keeps the order of times
      glimpses.add(Glimpse.silent(seconds, loudness));
      return;
    }
    int side = ModelCard.SIDE;
    Picture square = times.time("frames", () -> PictureScaler.resize(shown.picture(), side, side));
    due.add(new Due(seconds, loudness, square, stretch));
    if (due.size() == BATCH) {
      flush(embedder);
    }
  }

  private void flush(Embedder embedder) {
    if (due.isEmpty()) {
      return;
    }
    List<Picture> frames = due.stream().map(Due::frame).toList();
    List<float[]> seen = times.time("trunk", () -> embedder.look(frames));
    times.time("maps", () -> glance(seen, embedder));
    due.clear();
  }

  private void glance(List<float[]> seen, Embedder embedder) {
    List<float[]> heard = due.stream().map(d -> logMel.transform(d.sound).values()).toList();
    List<float[]> own = embedder.listen(heard, model.card().sound().bands().count());
    int cells = model.card().cells();
    for (int i = 0; i < due.size(); i++) {
      Due at = due.get(i);
      glimpses.add(
          Glimpse.of(at.seconds, at.loudness, seen.get(i), own.get(i), controls, cells, cells));
    }
  }

  /** A moment that waits for its batch. */
  private record Due(double seconds, double loudness, Picture frame, float[] sound) {}

  /** The sound around a time, moved to lie inside; a sound that is shorter is repeated. */
  private float[] around(double seconds) {
    int rate = sound.sampleRateHz();
    int length = (int) Math.round(model.card().soundSeconds() * rate);
    float[] all = sound.samples();
    long wanted = Math.round(seconds * rate) - length / 2;
    int from = (int) Math.max(0, Math.min(wanted, all.length - (long) length));
    if (all.length >= length) {
      return Arrays.copyOfRange(all, from, from + length);
    }
    float[] repeated = new float[length];
    for (int i = 0; i < length && all.length > 0; i++) {
      repeated[i] = all[i % all.length];
    }
    return repeated;
  }

  private float[][] controls(Embedder embedder) {
    ModelCard card = model.card();
    int samples = (int) Math.round(card.soundSeconds() * card.sound().sampleRateHz());
    List<float[]> all = new ArrayList<>(List.of(model.controls()));
    all.addAll(
        embedder.listen(
            NegativeSounds.spectrograms(logMel, samples), card.sound().bands().count()));
    return all.toArray(float[][]::new);
  }

  private LocalizedVideo result(Path file, VideoReader reader) {
    List<Moment> moments =
        times.time("maps", () -> new SlidingLocalizer(settings).moments(glimpses));
    return new LocalizedVideo(
        file,
        reader.width(),
        reader.height(),
        reader.framesPerSecond(),
        sound,
        moments,
        settings,
        model.card(),
        times.seconds());
  }
}
