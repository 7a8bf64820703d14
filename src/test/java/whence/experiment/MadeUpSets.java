package whence.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;
import whence.media.Waveform;

/**
 * Small research data sets made in code, each in a folder of its name.
 *
 * @param parent of these folders
 */
record MadeUpSets(Path parent) {

  /** Clips of VGG-SS, of two classes in turn, and one that is annotated and not there. */
  Path vggss(String... ids) throws IOException {
    Path place = parent.resolve("vggss");
    List<String> rows = new ArrayList<>();
    for (int k = 0; k < ids.length; k++) {
      frame(place, ids[k], 20 + 30 * k);
      sound(place, ids[k], 200 + 150 * k);
      rows.add(row(ids[k], k % 2 == 0 ? "dog" : "bell"));
    }
    rows.add(row("gone_000009", "dog"));
    Files.writeString(place.resolve("truth.json"), rows.toString());
    return place;
  }

  private static String row(String id, String sounding) {
    return "{\"file\": \"%s\", \"class\": \"%s\", \"bbox\": [[0.2, 0.2, 0.7, 0.8]]}"
        .formatted(id, sounding);
  }

  /** One picture of IS3 with its two sounds. */
  Path is3() throws IOException {
    Path place = parent.resolve("is3");
    List<String> rows = new ArrayList<>();
    for (String sounding : List.of("dog", "banjo")) {
      String id = "dog_banjo_7_" + sounding;
      int left = sounding.equals("dog") ? 10 : 120;
      frame(place, id, 40);
      sound(place, id, sounding.equals("dog") ? 300 : 700);
      rows.add(
          "{\"image\": \"%s.jpg\", \"audio\": \"%s.wav\", \"gt_box\": [%d, 60, %d, 160]}"
              .formatted(id, id, left, left + 90));
    }
    Files.writeString(place.resolve("truth.json"), rows.toString());
    return place;
  }

  /** One video of AVSBench, of which the fifth frame has no mask, and one that is not there. */
  Path avsBench() throws IOException {
    Path place = parent.resolve("avsbench-s4");
    sound(place, "video", 400);
    Path truth = Files.createDirectories(place.resolve("truth"));
    for (int k = 1; k <= 5; k++) {
      frame(place, "video_" + k, 10 + 20 * k);
      if (k < 5) {
        Files.write(truth.resolve("video_" + k + ".png"), PictureCodec.png(square(10 + 20 * k)));
      }
    }
    Files.writeString(
        place.resolve("list.csv"), "name,category,split\nvideo,dog,test\ngone,cat,test\n");
    return place;
  }

  private static void frame(Path place, String id, int from) throws IOException {
    Path frames = Files.createDirectories(place.resolve("frames"));
    Files.write(frames.resolve(id + ".jpg"), PictureCodec.jpeg(square(from), 95));
  }

  private static void sound(Path place, String id, double hertz) throws IOException {
    Path audio = Files.createDirectories(place.resolve("audio"));
    Files.write(audio.resolve(id + ".wav"), SoundCodec.wav(tone(hertz)));
  }

  private static Picture square(int from) {
    int side = 160;
    byte[] rgb = new byte[3 * side * side];
    for (int y = from; y < from + 40; y++) {
      for (int x = from; x < from + 40; x++) {
        rgb[3 * (y * side + x)] = (byte) 200;
      }
    }
    return Picture.opaque(side, side, rgb);
  }

  private static Waveform tone(double hertz) {
    float[] samples = new float[10 * 16_000];
    for (int t = 0; t < samples.length; t++) {
      samples[t] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * t / 16_000));
    }
    return new Waveform(samples, 16_000);
  }
}
