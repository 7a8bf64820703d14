package whence.data.reader;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Entries of mosaics.json. */
public final class TestMosaics {

  private TestMosaics() {}

  /**
   * One mosaic, of which the first two tiles sound.
   *
   * @param id of the clip
   * @param classes of the four tiles, with spaces between
   */
  public static String json(String id, String classes) {
    String[] names = classes.split(" ");
    return IntStream.range(0, 4)
        .mapToObj(
            k ->
                "{\"solo\":\"s%d\",\"soundClass\":\"%s\",\"role\":\"%s\"}"
                    .formatted(k, names[k], k < 2 ? "SOUNDING" : "SILENT"))
        .collect(Collectors.joining(",", "{\"id\":\"" + id + "\",\"tiles\":[", "]}"));
  }
}
