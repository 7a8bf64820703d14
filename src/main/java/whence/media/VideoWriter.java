package whence.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import whence.AtomicFile;

/**
 * Writes an MP4 video with H.264 pictures (libopenh264) and AAC sound, which every browser plays.
 *
 * <p>Frames and sound are given alternately, about as they are played, so that neither waits in
 * memory for the other. The file takes its name when it is finished; without that nothing is left.
 * For one thread. Must be closed.
 */
public final class VideoWriter implements AutoCloseable {
  private static final int KEY_FRAME_SECONDS = 2;
  private static final int SOUND_BITS_A_CHANNEL = 80_000;
  private static final int USUAL_RATE = 48_000;
  private static final Set<Integer> AAC_RATES =
      Set.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000);

  private final Path file;
  private final Path part;
  private final VideoFormat format;
  private final FFmpegFrameRecorder recorder;
  private final ByteBuffer pixels;
  private boolean open;

  private VideoWriter(Path file, Path part, VideoFormat format) {
    this.file = file;
    this.part = part;
    this.format = format;
    this.recorder =
        new FFmpegFrameRecorder(
            part.toFile(), format.width(), format.height(), format.sound().channels());
    this.pixels = ByteBuffer.allocateDirect(3 * format.width() * format.height());
  }

  /**
   * Begins a video.
   *
   * @param file replaced when the video is finished; its folder is made if there is none
   * @throws MediaException if the folder cannot be written, or FFmpeg lacks an encoder
   */
  public static VideoWriter create(Path file, VideoFormat format) {
    SoundDecoder.quiet();
    Path target = file.toAbsolutePath().normalize();
    try {
      Files.createDirectories(target.resolveSibling("."));
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    VideoWriter writer = new VideoWriter(target, AtomicFile.temporary(target, ".part"), format);
    writer.start();
    return writer;
  }

  private void start() {
    recorder.setFormat("mp4");
    recorder.setVideoCodecName("libopenh264");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_H264);
    recorder.setPixelFormat(AV_PIX_FMT_YUV420P);
    recorder.setFrameRate(format.framesPerSecond());
    recorder.setVideoBitrate(format.bitRate());
    recorder.setGopSize((int) Math.ceil(KEY_FRAME_SECONDS * format.framesPerSecond()));
    recorder.setOption("movflags", "+faststart");
    if (format.sound().channels() > 0) {
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.setSampleRate(encodedRate(format.sound().rateHz()));
      recorder.setAudioBitrate(SOUND_BITS_A_CHANNEL * format.sound().channels());
    }
    try {
      open = true;
      recorder.start();
    } catch (FFmpegFrameRecorder.Exception e) {
      close();
      throw cannotWrite(file, e);
    }
  }

  /** AAC knows some rates only; FFmpeg resamples others on the way. */
  private static int encodedRate(int rateHz) {
    return AAC_RATES.contains(rateHz) ? rateHz : USUAL_RATE;
  }

  /** Writes the next frame. Its size is that of the format; its alpha is ignored. */
  public void write(Picture picture) {
    if (picture.width() != format.width() || picture.height() != format.height()) {
      throw new MediaException(
          "Cannot write a frame to " + file,
          picture.width() + " x " + picture.height() + " pixels",
          format.width() + " x " + format.height() + " pixels, the size of the video",
          "scale the frame first");
    }
    pixels.clear().put(picture.rgb()).flip();
    try {
      recorder.recordImage(
          format.width(),
          format.height(),
          Frame.DEPTH_UBYTE,
          3,
          3 * format.width(),
          AV_PIX_FMT_RGB24,
          pixels);
    } catch (FFmpegFrameRecorder.Exception e) {
      throw cannotWrite(file, e);
    }
  }

  /**
   * Writes the next sound.
   *
   * @param interleaved one value a channel for each moment, nominally in [-1, 1]
   */
  public void write(float[] interleaved) {
    if (interleaved.length == 0) {
      return;
    }
    try {
      recorder.recordSamples(
          format.sound().rateHz(), format.sound().channels(), FloatBuffer.wrap(interleaved));
    } catch (FFmpegFrameRecorder.Exception e) {
      throw cannotWrite(file, e);
    }
  }

  /** Completes the file and gives it its name. */
  public void finish() {
    try {
      recorder.stop();
      open = false;
      recorder.release();
      AtomicFile.moveOver(part, file);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static MediaException cannotWrite(Path file, Exception cause) {
    return new MediaException(
        "Cannot write the video " + file,
        String.valueOf(cause),
        "a folder that can be written, on a disk with enough free space",
        "free disk space or choose another folder; what was there before is unchanged",
        cause);
  }

  /** Gives up what is not finished. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      recorder.release();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }
}
