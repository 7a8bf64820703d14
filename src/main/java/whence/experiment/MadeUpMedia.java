package whence.experiment;

import java.util.ArrayList;
import java.util.List;
import whence.data.scene.Background;
import whence.data.scene.CutOut;
import whence.data.scene.MediaClass;
import whence.data.scene.MediaLibrary;
import whence.data.scene.Recording;
import whence.media.Picture;
import whence.media.Waveform;

/** A small media library made of discs and tones, to measure speed where there are no real media. */
final class MadeUpMedia {
  private static final int CLASSES = 6;
  private static final int SIDE = 256;

  private MadeUpMedia() {}

  static MediaLibrary library() {
    List<MediaClass> classes = new ArrayList<>();
    for (int k = 0; k < CLASSES; k++) {
      String name = "disc" + k;
      List<CutOut> cutOuts = new ArrayList<>();
      List<Recording> recordings = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        cutOuts.add(CutOut.of(name + "/" + i + ".png", disc(60 + 30 * k + i)));
        recordings.add(Recording.of(name + "/" + i + ".wav", tone(200 + 300 * k + 40 * i)));
      }
      classes.add(new MediaClass(name, cutOuts, recordings));
    }
    List<Background> backgrounds = List.of(Background.of("backgrounds/0.jpg", waves()));
    return new MediaLibrary(classes, backgrounds, List.of(), List.of("made up by the program"));
  }

  private static Picture disc(int colour) {
    byte[] rgb = new byte[3 * SIDE * SIDE];
    byte[] alpha = new byte[SIDE * SIDE];
    for (int u = 0; u < alpha.length; u++) {
      double x = u % SIDE - SIDE / 2.0;
      double y = u / SIDE - SIDE / 2.0;
      alpha[u] = (byte) (Math.hypot(x, y) < 0.45 * SIDE ? 255 : 0);
      rgb[3 * u] = (byte) colour;
      rgb[3 * u + 1] = (byte) (colour + u % SIDE);
    }
    return new Picture(SIDE, SIDE, rgb, alpha);
  }

  private static Picture waves() {
    int width = 640;
    int height = 480;
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (128 + 90 * Math.sin(i * 0.011) * Math.cos(i / (3.0 * width) * 0.05));
    }
    return Picture.opaque(width, height, rgb);
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[2 * Recording.SAMPLE_RATE_HZ];
    for (int t = 0; t < samples.length; t++) {
      samples[t] =
          (float) (0.5 * Math.sin(2 * Math.PI * hertz * t / Recording.SAMPLE_RATE_HZ + 0.1));
    }
    return new Waveform(samples, Recording.SAMPLE_RATE_HZ);
  }
}
