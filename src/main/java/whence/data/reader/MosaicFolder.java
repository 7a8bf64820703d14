package whence.data.reader;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import whence.AtomicFile;
import whence.WhenceException;
import whence.data.ParallelWork;
import whence.media.Picture;
import whence.media.PictureCodec;
import whence.media.SoundCodec;

/**
 * Writes mosaics in the layout of prepared sets: {@code frames/}, {@code audio/}, {@code masks/}
 * (white where a tile sounds), {@code mosaics.json}, which says for each the class and role of its
 * tiles, and {@code prepared.json}, which says before the first what they are made of.
 */
public final class MosaicFolder {
  private static final int JPEG_QUALITY = 92;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private MosaicFolder() {}

  /** What a folder is filled with. */
  private record Filling(int count, MosaicComposer.Origin origin) {}

  /**
   * Writes mosaics 0 to {@code count} - 1; the same files again if they are there.
   *
   * @throws WhenceException if the folder holds something else, be it mosaics of another seed,
   *     number or of other solo clips, or cannot be written
   */
  public static void write(
      MosaicComposer composer, Path to, int count, int threads, ParallelWork.Listener listener) {
    PreparedFolder folder = new PreparedFolder(to);
    if (count < 1 || Files.exists(folder.manifest())) {
      throw new WhenceException(
          "Cannot compose mosaics into " + to,
          count < 1 ? count + " mosaics" : "a folder of prepared videos",
          "at least one mosaic, and an empty folder or one of the same mosaics",
          "choose another number or folder");
    }
    claim(folder, new Filling(count, composer.origin()));
    Map<String, List<Mosaic.Tile>> tiles = new ConcurrentHashMap<>();
    new ParallelWork("Composing mosaics", count, threads, listener)
        .run(
            k -> {
              Mosaic mosaic = composer.compose(k);
              String id = mosaic.clip().id();
              AtomicFile.writeCached(
                  folder.frame(id), PictureCodec.jpeg(mosaic.clip().frame(), JPEG_QUALITY));
              AtomicFile.writeCached(folder.audio(id), SoundCodec.wav(mosaic.clip().sound()));
              AtomicFile.writeCached(to.resolve("masks").resolve(id + ".png"), mask(mosaic));
              tiles.put(id, mosaic.tiles());
            });
    AtomicFile.write(to.resolve("mosaics.json"), json(tiles));
  }

  private static void claim(PreparedFolder folder, Filling filling) {
    Claim claim = Claim.of(folder, "compose mosaics", "whence-mosaics-1", filling);
    claim.check();
    if (!claim.isThere() && Files.exists(folder.frames())) {
      throw claim.refusal("frames of which nothing says what they are made of", null);
    }
    claim.write();
  }

  private static byte[] mask(Mosaic mosaic) {
    boolean[] cells = mosaic.sounding().cells();
    byte[] rgb = new byte[3 * cells.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) (cells[i / 3] ? 255 : 0);
    }
    int side = mosaic.clip().frame().width();
    return PictureCodec.png(Picture.opaque(side, side, rgb));
  }

  private static String json(Map<String, List<Mosaic.Tile>> tiles) {
    List<Map<String, Object>> all = new ArrayList<>();
    tiles.keySet().stream()
        .sorted()
        .forEach(
            id -> {
              Map<String, Object> mosaic = new LinkedHashMap<>();
              mosaic.put("id", id);
              mosaic.put("tiles", tiles.getOrDefault(id, List.of()));
              all.add(mosaic);
            });
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("names can always be written", e);
    }
  }
}
