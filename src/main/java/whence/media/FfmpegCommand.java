package whence.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/**
 * The {@code ffmpeg} command line, to measure against.
 *
 * @param program the executable
 * @param origin where it is from, for people
 */
public record FfmpegCommand(Path program, String origin) {

  /**
   * The one on the PATH, or else the one that comes with the library's own FFmpeg, if it starts
   * here: it needs some libraries of a desktop.
   */
  public static Optional<FfmpegCommand> find() throws InterruptedException {
    String path = System.getenv().getOrDefault("PATH", "");
    for (String folder : path.split(File.pathSeparator, -1)) {
      FfmpegCommand installed = new FfmpegCommand(Path.of(folder, "ffmpeg"), "ffmpeg command");
      if (!folder.isEmpty() && Files.isExecutable(installed.program)) {
        return Optional.of(installed);
      }
    }
    Optional<FfmpegCommand> own =
        bundled().map(program -> new FfmpegCommand(program, "ffmpeg command of the library"));
    return own.isPresent() && own.get().run(List.of("-version")) == 0 ? own : Optional.empty();
  }

  /** The program out of the library; none where what it links to, such as sound servers, is not. */
  private static Optional<Path> bundled() {
    try {
      return Optional.of(Path.of(Loader.load(ffmpeg.class)));
    } catch (LinkageError e) {
      return Optional.empty();
    }
  }

  /**
   * Cuts a frame and the sound around it out of a video, as {@code whence prepare} does: both
   * inputs are searched, one frame and one stretch decoded.
   *
   * @param frame second
   * @param from second
   * @param length seconds
   * @throws MediaException if the command fails
   * @throws InterruptedException if the thread is interrupted; the program is stopped then
   */
  public void cut(Path video, double frame, double from, double length, Path jpeg, Path wav)
      throws InterruptedException {
    String file = video.toString();
    List<String> words = new ArrayList<>(List.of("-nostdin", "-v", "error", "-y"));
    words.addAll(List.of("-threads", "1", "-ss", seconds(frame), "-i", file));
    words.addAll(List.of("-ss", seconds(from), "-t", seconds(length), "-i", file));
    words.addAll(List.of("-map", "0:v:0", "-frames:v", "1", "-q:v", "2", jpeg.toString()));
    words.addAll(List.of("-map", "1:a:0", "-ac", "1", "-ar", "16000", wav.toString()));
    int code = run(words);
    if (code != 0) {
      throw new MediaException(
          "Cannot cut " + video + " by the ffmpeg command line",
          "exit code " + code + " of " + program + " " + String.join(" ", words),
          "exit code 0",
          "try the command by hand");
    }
  }

  private static String seconds(double value) {
    return String.valueOf(value);
  }

  private int run(List<String> arguments) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // The library's own program looks for its libraries beside it.
    builder.environment().merge("LD_LIBRARY_PATH", folder(), (old, own) -> own + ":" + old);
    try {
      Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      try {
        return process.waitFor();
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new MediaException(
          "Cannot start " + program,
          String.valueOf(e),
          "an executable program",
          "install ffmpeg with the system's package manager",
          e);
    }
  }

  private String folder() {
    return program.toAbsolutePath().resolveSibling(".").normalize().toString();
  }
}
