package whence.data.reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/** A folder of made-up clips, and lists beside it. */
record TestSet(Path temporary) {
  static final int RATE_HZ = 16_000;

  Path folder() {
    return temporary.resolve("set");
  }

  TestSet make() throws IOException {
    Files.createDirectories(folder().resolve("frames"));
    Files.createDirectories(folder().resolve("audio"));
    return this;
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(temporary.resolve(name), text);
  }

  void frame(String id) throws IOException {
    Files.write(folder().resolve("frames/" + id + ".jpg"), PictureCodec.jpeg(picture(60, 30), 95));
  }

  /** Light on the left, dark on the right. */
  static Picture picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (i / 3 % width < width / 2 ? 200 : 20);
    }
    return Picture.opaque(width, height, rgb);
  }

  /** A sound whose sample at second t is t / 10. */
  void sound(String id, double seconds) throws IOException {
    float[] samples = new float[(int) (seconds * RATE_HZ)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i / (10f * RATE_HZ);
    }
    Files.write(
        folder().resolve("audio/" + id + ".wav"), SoundCodec.wav(new Waveform(samples, RATE_HZ)));
  }

  /** Eight seconds. */
  void clip(String id) throws IOException {
    frame(id);
    sound(id, 8);
  }

  static double secondOf(float sample) {
    return 10 * sample;
  }

  ClipSet open(DataSet set, Path list, String split) {
    return set.open(folder(), list, split, ClipReading.defaults());
  }
}
