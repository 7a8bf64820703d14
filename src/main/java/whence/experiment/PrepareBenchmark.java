package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import whence.WhenceException;
import whence.data.prepare.PrepareJob;
import whence.data.prepare.Preset;
import whence.media.FfmpegCommand;
import whence.media.Picture;
import whence.media.VideoFormat;
import whence.media.VideoWriter;

/**
 * Measures how many clips a second are cut out of videos, beside the {@code ffmpeg} command line
 * that cuts the same frame and the same sound of the same files, as many at a time.
 *
 * <p>Videos are made up: 360p, 25 frames a second, 10 seconds, H.264 and AAC, as clips of VGG-Sound
 * are. The command line does less: it neither hashes the source nor looks for still pictures and
 * silence.
 */
final class PrepareBenchmark {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int FRAMES = 250;
  private static final double RATE = 25;
  private static final int SOUND_HZ = 44_100;
  private static final int DIFFERENT = 1;

  private final Path scratch;
  private final int videos;

  PrepareBenchmark(Path scratch, int videos) {
    this.scratch = scratch;
    this.videos = videos;
  }

  /** Measures ours and the command line by turns. */
  Measurement run(int repeats, Yardstick yardstick) throws InterruptedException {
    Path source = scratch.resolve("videos");
    makeVideos(source);
    Optional<FfmpegCommand> ffmpeg = FfmpegCommand.find();
    double speed = yardstick.speed();
    double[] ours = new double[repeats];
    double[] ratios = new double[repeats];
    for (int k = -1; k < repeats; k++) { // the first one warms up
      double mine = ours(source, scratch.resolve("ours" + k));
      double theirs = 0;
      if (ffmpeg.isPresent()) {
        theirs = theirs(ffmpeg.get(), source, scratch.resolve("theirs" + k));
      }
      if (k >= 0) {
        ours[k] = mine;
        ratios[k] = theirs / mine;
      }
    }
    String note = "360p of 10 s, " + Preparation.THREADS + " at a time; " + beside(ffmpeg, ratios);
    return Measurement.rate("prepare", "clips/s", ours, videos, yardstick.around(speed), note);
  }

  private static String beside(Optional<FfmpegCommand> ffmpeg, double[] ratios) {
    Arrays.sort(ratios);
    return ffmpeg.isEmpty()
        ? "no ffmpeg command line starts here to compare with"
        : String.format(
            Locale.ROOT,
            "%.2f times the speed of the %s [%.2f, %.2f]",
            Measurement.median(ratios),
            ffmpeg.get().origin(),
            ratios[0],
            ratios[ratios.length - 1]);
  }

  private double ours(Path source, Path to) {
    long start = System.nanoTime();
    new PrepareJob(source, to, Preset.VGGSS.settings(), null)
        .run(Preparation.THREADS, (done, total) -> {});
    return (System.nanoTime() - start) * 1e-9;
  }

  private double theirs(FfmpegCommand ffmpeg, Path source, Path to) throws InterruptedException {
    makeFolder(to);
    ExecutorService pool = Executors.newFixedThreadPool(Preparation.THREADS);
    long start = System.nanoTime();
    try {
      List<Callable<Void>> cuts = new ArrayList<>();
      for (int i = 0; i < videos; i++) {
        String name = name(i);
        cuts.add(
            () -> {
              Path jpeg = to.resolve(name + ".jpg");
              Path wav = to.resolve(name + ".wav");
              ffmpeg.cut(source.resolve(name + ".mp4"), 5, 0, 10, jpeg, wav);
              return null;
            });
      }
      for (Future<Void> cut : pool.invokeAll(cuts)) {
        cut.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static String name(int index) {
    return String.format(Locale.ROOT, "video%04d", index);
  }

  private void makeVideos(Path folder) {
    makeFolder(folder);
    for (int i = 0; i < Math.min(DIFFERENT, videos); i++) {
      write(folder.resolve(name(i) + ".mp4"), i);
    }
    try {
      for (int i = DIFFERENT; i < videos; i++) {
        Path original = folder.resolve(name(i % DIFFERENT) + ".mp4");
        Files.copy(original, folder.resolve(name(i) + ".mp4"));
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  private static WhenceException cannotWrite(Path folder, IOException e) {
    return new WhenceException(
        "Cannot write the videos of a benchmark to " + folder,
        e.toString(),
        "a folder for temporary files with some 100 MB free",
        "free disk space, or name another folder by -Djava.io.tmpdir",
        e);
  }

  /** Waves that move over a noisy ground, and a tone with noise. */
  private static void write(Path file, int seed) {
    VideoFormat format =
        new VideoFormat(WIDTH, HEIGHT, RATE, new VideoFormat.SoundFormat(SOUND_HZ, 2));
    Random random = new Random(seed);
    byte[] ground = new byte[3 * WIDTH * HEIGHT];
    random.nextBytes(ground);
    try (VideoWriter writer = VideoWriter.create(file, format)) {
      for (int i = 0; i < FRAMES; i++) {
        writer.write(Picture.opaque(WIDTH, HEIGHT, waves(ground, i)));
        writer.write(sound(random, i));
      }
      writer.finish();
    }
  }

  private static byte[] waves(byte[] ground, int frame) {
    double[] across = new double[WIDTH];
    Arrays.setAll(across, x -> Math.sin(0.03 * (x + 3 * frame)));
    byte[] rgb = new byte[ground.length];
    for (int y = 0; y < HEIGHT; y++) {
      double down = 90 * Math.cos(0.04 * (y - frame));
      for (int i = 3 * WIDTH * y; i < 3 * WIDTH * (y + 1); i++) {
        rgb[i] = (byte) (128 + across[i / 3 % WIDTH] * down + (ground[i] >> 4));
      }
    }
    return rgb;
  }

  private static float[] sound(Random random, int frame) {
    int length = (int) (SOUND_HZ / RATE);
    float[] samples = new float[2 * length];
    for (int i = 0; i < samples.length; i++) {
      double t = (frame * length + i / 2) / (double) SOUND_HZ;
      double tone = 0.3 * Math.sin(2 * Math.PI * 440 * t);
      samples[i] = (float) (tone + 0.02 * random.nextGaussian());
    }
    return samples;
  }
}
