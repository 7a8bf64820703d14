package whence.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import whence.experiment.Machinery;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/** What a command printed and how it ended. */
record CommandLineRun(int code, String out, String err) {

  /** Runs a command on a machine without GPU. */
  static CommandLineRun of(Object... arguments) {
    return on(Machinery.here().with(Machinery.Build.CPU, Optional::empty), arguments);
  }

  static CommandLineRun on(Machinery machine, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    Interruption interruption = Interruption.ofThisThread();
    Surroundings around =
        new Surroundings(new PrintWriter(out), new PrintWriter(err), machine, interruption);
    int code = Main.run(around, words);
    around.out().flush();
    around.err().flush();
    return new CommandLineRun(code, out.toString(), err.toString());
  }

  /** A folder of {@code classes} classes of two discs and two tones, and one background. */
  static Path media(Path folder, int classes) {
    for (int k = 0; k < classes; k++) {
      for (int i = 0; i < 2; i++) {
        String name = "class" + k + "/" + i;
        put(folder.resolve(name + ".png"), PictureCodec.png(disc(30 + 40 * k + 9 * i)));
        put(folder.resolve(name + ".wav"), SoundCodec.wav(tone(250 + 200 * k + 30 * i)));
      }
    }
    Picture plain = Picture.opaque(80, 60, new byte[3 * 80 * 60]);
    put(folder.resolve("backgrounds/a.jpg"), PictureCodec.jpeg(plain, 90));
    return folder;
  }

  static void put(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Picture disc(int colour) {
    int side = 60;
    byte[] rgb = new byte[3 * side * side];
    byte[] alpha = new byte[side * side];
    for (int u = 0; u < alpha.length; u++) {
      double far = Math.hypot(u % side - 30.0, u / side - 30.0);
      alpha[u] = (byte) (far < 25 ? 255 : 0);
      rgb[3 * u] = (byte) colour;
      rgb[3 * u + 1] = (byte) (255 - colour);
    }
    return new Picture(side, side, rgb, alpha);
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[12_000];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * t / 16_000 + 0.3));
    }
    return new Waveform(samples, 16_000);
  }
}
