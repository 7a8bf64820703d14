package whence.data.prepare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import whence.AtomicFile;
import whence.data.fetch.Sha256;
import whence.data.prepare.FrameChoice.Moment;
import whence.data.prepare.SourceVideos.SourceVideo;
import whence.data.reader.ManifestRow;
import whence.data.reader.ManifestRow.SourceFile;
import whence.data.reader.ManifestRow.Taken;
import whence.data.reader.PreparedFolder;
import whence.data.reader.Rejection;
import whence.media.MediaException;
import whence.media.PictureCodec;
import whence.media.RandomAccessVideo;
import whence.media.SoundCodec;
import whence.media.VideoFrame;
import whence.media.Waveform;
import whence.signal.Loudness;

/**
 * Cuts the clips out of one video and writes their files. Safe for several threads at once.
 *
 * @param folder receives frames and sounds
 * @param settings what is taken
 * @param requireGoing called between the clips of a video; what it throws ends the video, without
 *     rows
 */
record ClipCutter(PreparedFolder folder, PrepareSettings settings, Runnable requireGoing) {
  /** Streams of one file seldom end together. */
  private static final double SLACK_SECONDS = 0.1;

  /**
   * Cuts one video.
   *
   * @return one row a clip; at least one, which may say why there is none
   * @throws whence.WhenceException if the folder cannot be written
   */
  List<ManifestRow> cut(SourceVideo video) {
    SourceFile source = new SourceFile(video.name(), 0, "", "", 1);
    try {
      source = source(video);
      return clips(video, source);
    } catch (IOException e) {
      return List.of(ManifestRow.of(video.id(), source, Rejection.UNREADABLE, String.valueOf(e)));
    } catch (Rejected e) {
      return List.of(ManifestRow.of(video.id(), source, e.reason, e.detail));
    } catch (MediaException e) {
      return List.of(ManifestRow.of(video.id(), source, Rejection.UNREADABLE, oneLine(e)));
    }
  }

  private static SourceFile source(SourceVideo video) throws IOException {
    return new SourceFile(
        video.name(),
        Files.size(video.file()),
        Files.getLastModifiedTime(video.file()).toString(),
        Sha256.of(video.file()),
        1);
  }

  private List<ManifestRow> clips(SourceVideo video, SourceFile source) throws Rejected {
    try (RandomAccessVideo opened = RandomAccessVideo.open(video.file())) {
      require(opened.hasPictures(), Rejection.NO_PICTURES, "only sound");
      require(opened.hasSound(), Rejection.NO_SOUND, "only pictures");
      double length = opened.pictureSeconds();
      require(length >= shortest(), Rejection.TOO_SHORT, "pictures of %.2f s", length);
      List<Moment> moments = settings.frame().moments(video.id(), length);
      require(!moments.isEmpty(), Rejection.TOO_SHORT, "pictures of %.2f s", length);
      String longest = moments.get(moments.size() - 1).id();
      require(
          folder.canHold(longest), Rejection.NAME_TOO_LONG, "no file can be called %s", longest);
      StillPicture still = new StillPicture(opened, settings.limits().stillLevels());
      SourceFile counted =
          new SourceFile(
              source.name(), source.bytes(), source.modified(), source.sha256(), moments.size());
      List<ManifestRow> rows = new ArrayList<>();
      for (Moment moment : moments) {
        requireGoing.run();
        rows.add(row(moment, counted, opened, still));
      }
      return rows;
    }
  }

  private ManifestRow row(
      Moment moment, SourceFile source, RandomAccessVideo video, StillPicture still) {
    try {
      return ManifestRow.of(moment.id(), source, take(moment, video, still));
    } catch (Rejected e) {
      return ManifestRow.of(moment.id(), source, e.reason, e.detail);
    } catch (MediaException e) {
      return ManifestRow.of(moment.id(), source, Rejection.UNREADABLE, oneLine(e));
    }
  }

  private Taken take(Moment moment, RandomAccessVideo video, StillPicture still) throws Rejected {
    double length = video.pictureSeconds();
    require(
        moment.seconds() < length,
        Rejection.TOO_SHORT,
        "pictures of %.2f s, the frame is at %.2f s",
        length,
        moment.seconds());
    VideoFrame frame = video.frameAt(moment.seconds(), settings.longestSidePixels());
    require(!still.is(frame), Rejection.STILL_PICTURE, "no field of 32 x 32 changes");
    double from = soundFrom(moment.seconds(), video.soundSeconds());
    Waveform sound = video.sound(from, from + settings.soundSeconds(), settings.sampleRateHz());
    double heard = sound.durationSeconds();
    require(heard >= shortest(), Rejection.TOO_SHORT, "sound of %.2f s", heard);
    require(
        from + heard + SLACK_SECONDS >= moment.seconds(),
        Rejection.TOO_SHORT,
        "sound up to %.2f s, the frame is at %.2f s",
        from + heard,
        moment.seconds());
    double loudness = Loudness.decibels(sound.samples());
    boolean audible = loudness >= settings.limits().silenceDb();
    require(audible, Rejection.SILENT, "%.1f dB full scale", loudness);
    byte[] jpeg = PictureCodec.jpeg(frame.picture(), settings.jpegQuality());
    AtomicFile.writeCached(folder.frame(moment.id()), jpeg);
    AtomicFile.writeCached(folder.audio(moment.id()), SoundCodec.wav(sound));
    return new Taken(
        frame.picture().width(),
        frame.picture().height(),
        frame.timeSeconds(),
        from,
        from + heard,
        sound.sampleRateHz(),
        loudness);
  }

  private double shortest() {
    return settings.limits().shortestSeconds();
  }

  /** Around the frame, moved to lie inside of the sound. */
  private double soundFrom(double seconds, double soundLength) {
    double wanted = seconds - settings.soundSeconds() / 2;
    return Math.max(0, Math.min(wanted, soundLength - settings.soundSeconds()));
  }

  private static void require(boolean met, Rejection reason, String detail, Object... values)
      throws Rejected {
    if (!met) {
      throw new Rejected(reason, String.format(Locale.ROOT, detail, values));
    }
  }

  private static String oneLine(MediaException e) {
    return String.valueOf(e.getMessage()).replaceAll("\\s*\n\\s*", "; ");
  }

  /** A video or clip that is passed over; never leaves this class. */
  private static final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;
    private final Rejection reason;
    private final String detail;

    Rejected(Rejection reason, String detail) {
      super(detail, null, false, false);
      this.reason = reason;
      this.detail = detail;
    }
  }
}
