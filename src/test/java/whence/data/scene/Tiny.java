package whence.data.scene;

import java.util.ArrayList;
import java.util.List;
import whence.media.Picture;
import whence.media.Waveform;

/** Tiny media made in code: discs on a clear ground, decaying tones, plain backgrounds. */
final class Tiny {
  private Tiny() {}

  /** A disc of {@code side} pixels, of one colour, on a transparent ground. */
  static Picture disc(int side, int colour) {
    byte[] rgb = new byte[3 * side * side];
    byte[] alpha = new byte[side * side];
    double radius = side * 0.4;
    for (int u = 0; u < side * side; u++) {
      double distance = Math.hypot(u % side - side / 2.0, u / side - side / 2.0);
      alpha[u] = (byte) (distance <= radius ? 255 : 0);
      for (int channel = 0; channel < 3; channel++) {
        rgb[3 * u + channel] = (byte) colour;
      }
    }
    return new Picture(side, side, rgb, alpha);
  }

  static Picture plain(int width, int height, int colour) {
    byte[] rgb = new byte[3 * width * height];
    java.util.Arrays.fill(rgb, (byte) colour);
    return Picture.opaque(width, height, rgb);
  }

  /** A tone of {@code seconds} that decays a little. */
  static Waveform tone(double hertz, double seconds) {
    float[] samples = new float[(int) (seconds * Recording.SAMPLE_RATE_HZ)];
    for (int t = 0; t < samples.length; t++) {
      double time = t / (double) Recording.SAMPLE_RATE_HZ;
      samples[t] = (float) (0.5 * Math.exp(-time) * Math.sin(2 * Math.PI * hertz * time + 0.5));
    }
    return new Waveform(samples, Recording.SAMPLE_RATE_HZ);
  }

  /** {@code count} classes of two cut-outs and two recordings each. */
  static MediaLibrary library(int count) {
    List<MediaClass> classes = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      classes.add(
          new MediaClass(
              "class" + k,
              List.of(
                  CutOut.of("c" + k + "/a.png", disc(40, 100 + 10 * k)),
                  CutOut.of("c" + k + "/b.png", disc(50, 105 + 10 * k))),
              List.of(
                  Recording.of("c" + k + "/a.wav", tone(300 + 100 * k, 0.5)),
                  Recording.of("c" + k + "/b.wav", tone(350 + 100 * k, 1.5)))));
    }
    return new MediaLibrary(
        classes,
        List.of(
            Background.of("backgrounds/a.jpg", plain(90, 70, 20)),
            Background.of("backgrounds/b.jpg", plain(64, 128, 40))),
        List.of(),
        List.of("made in code"));
  }

  static SceneSettings settings() {
    return SceneSettings.defaults().withSidePixels(64).withSoundSeconds(0.25);
  }
}
