package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.figure.StripCell;
import whence.figure.StripScene;
import whence.heatmap.GridGeometry;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.heatmap.Quantile;
import whence.media.Picture;
import whence.media.Waveform;

final class ExploreTest {
  static final int SIDE = 96;
  static final GridGeometry GEOMETRY = new GridGeometry(16, 9.125);
  static final HeatMap CELLS = cells(0);
  static final Mask TRUTH = truth();
  static final Picture FRAME = Picture.opaque(SIDE, SIDE, new byte[3 * SIDE * SIDE]);
  private static final int MOST_BYTES = 100_000;

  static HeatMap cells(int shift) {
    float[] values = new float[36];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(1.7 * i + shift);
    }
    return new HeatMap(6, 6, values);
  }

  private static Mask truth() {
    boolean[] pixels = new boolean[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.hypot(i / SIDE - 30.0, i % SIDE - 50.0) < 20;
    }
    return new Mask(SIDE, SIDE, pixels);
  }

  static CellOutput threshold() {
    return Explore.threshold(FRAME, CELLS, GEOMETRY, TRUTH);
  }

  static CellOutput iterations() {
    List<StripCell> steps = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      HeatMap map = cells(t);
      steps.add(new StripCell(map, Quantile.topFraction(map, 0.1), Quantile.atOrBelow(map, 0.5)));
    }
    return Explore.iterations(new StripScene("scene-1", FRAME, TRUTH, steps), GEOMETRY);
  }

  static CellOutput sounds() {
    Waveform tone = new Waveform(new float[16_000], 16_000);
    return Explore.sounds(
        FRAME,
        GEOMETRY,
        List.of(
            new SoundChoice("owl </script>", tone, CELLS, TRUTH),
            new SoundChoice("bell", tone, cells(1), null)));
  }

  static CellOutput soundMap() {
    Waveform tone = new Waveform(new float[8_000], 16_000);
    return Explore.soundMap(
        List.of(
            SoundPoint.of("owl 1 </script>", "owl", -1, 0.5).withSound(tone),
            SoundPoint.of("owl 2", "owl", -0.9, 0.5),
            SoundPoint.of("bell", "bell", 2, 0).withSound(tone).withNeighbours(List.of(1, 0))));
  }

  private static String html(CellOutput output) {
    return String.valueOf(output.forms().get("text/html"));
  }

  private static JsonNode data(CellOutput output) throws Exception {
    Matcher json =
        Pattern.compile("<script type=\"application/json\">(.*?)</script>").matcher(html(output));
    assertThat(json.find()).isTrue();
    return new ObjectMapper().readTree(json.group(1));
  }

  @Test
  void stillPictureIsThereAndScriptsAskForNothingOutside() {
    for (CellOutput output : List.of(threshold(), iterations(), sounds(), soundMap())) {
      String html = html(output);
      assertThat(html.indexOf("<img")).isPositive().isLessThan(html.indexOf("<script"));
      assertThat(html).doesNotContain("http://", "https://", "import ", "fetch(", "<input");
      assertThat(html).hasSizeLessThan(MOST_BYTES);
      assertThat(html.split("<script", -1)).hasSize(3);
      assertThat(output.plain()).isNotEmpty();
    }
  }

  @Test
  void everyOutputHasAnIdOfItsOwn() {
    Pattern id = Pattern.compile("<div id=\"(whence-[a-z0-9-]+)\"");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Matcher found = id.matcher(html(threshold()));
      assertThat(found.find()).isTrue();
      ids.add(found.group(1));
    }
    assertThat(ids).doesNotHaveDuplicates();
  }

  @Test
  void dataAreTheValuesThemselves() throws Exception {
    JsonNode data = data(threshold());
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(data.get("map").asText()));
    for (float value : CELLS.values()) {
      assertThat(bytes.order(ByteOrder.LITTLE_ENDIAN).getFloat()).isEqualTo(value);
    }
    assertThat(data.get("grid").get("first").asDouble()).isEqualTo(9.125);
    assertThat(data.get("colours")).hasSize(9);
    assertThat(mask(data.get("truth"), SIDE * SIDE)).isEqualTo(TRUTH.cells());
  }

  @Test
  void namesCannotEndTheScript() throws Exception {
    assertThat(data(sounds()).get("sounds").get(0).get("name").asText()).isEqualTo("owl </script>");
    assertThat(data(sounds()).get("sounds").get(1).has("truth")).isFalse();
  }

  @Test
  void aMapOfSoundsHoldsWhatIsHeardAndWhatIsOnlySeen() throws Exception {
    JsonNode points = data(soundMap()).get("points");
    assertThat(points).hasSize(3);
    assertThat(points.get(0).get("name").asText()).isEqualTo("owl 1 </script>");
    assertThat(points.get(0).get("at").toString()).isEqualTo("[-1.0,0.5]");
    assertThat(points.get(0).get("audio").asText()).startsWith("data:audio/");
    assertThat(points.get(1).has("audio")).isFalse();
    assertThat(points.get(1).get("group").asInt()).isZero();
    assertThat(points.get(2).get("group").asInt()).isEqualTo(1);
    assertThat(points.get(2).get("neighbours").toString()).isEqualTo("[1,0]");
    assertThat(soundMap().plain()).isEqualTo("map of 3 sounds, 2 of them to be heard: owl, bell");
  }

  @Test
  void aMapOfManyGroupsRepeatsColoursWithOpenDots() throws Exception {
    JsonNode groups = data(Explore.soundMap(points(12, 1_600))).get("groups");
    assertThat(groups.get(6).get("colour")).isEqualTo(groups.get(0).get("colour"));
    assertThat(groups.get(0).get("open").asInt()).isZero();
    assertThat(groups.get(6).get("open").asInt()).isEqualTo(1);
  }

  @Test
  void refusesAMapThatCannotBeHeardOrTold() {
    refused(List.of(SoundPoint.of("owl", "owl", 0, 0)), "1 points, none with a sound");
    refused(List.of(), "0 points, none with a sound");
    refused(points(13, 1_600), "13 groups");
    refused(points(12, 10 * 16_000), "characters in all");
    for (int neighbour : new int[] {-1, 12}) {
      List<SoundPoint> joined = new ArrayList<>(points(12, 1_600));
      joined.set(0, joined.get(0).withNeighbours(List.of(neighbour)));
      refused(joined, "point 0 with the neighbour " + neighbour);
    }
    assertThatThrownBy(() -> SoundPoint.of("owl", "owl", Double.NaN, 0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("the place (NaN, 0.0)");
  }

  private static List<SoundPoint> points(int groups, int samples) {
    List<SoundPoint> points = new ArrayList<>();
    Waveform noise = new Waveform(noise(samples), 16_000);
    for (int i = 0; i < groups; i++) {
      points.add(SoundPoint.of("point " + i, "group " + i, i, 0).withSound(noise));
    }
    return points;
  }

  /** Silence would be encoded in next to nothing. */
  private static float[] noise(int samples) {
    float[] noise = new float[samples];
    java.util.SplittableRandom random = new java.util.SplittableRandom(5);
    for (int i = 0; i < samples; i++) {
      noise[i] = (float) (random.nextDouble() - 0.5);
    }
    return noise;
  }

  private static void refused(List<SoundPoint> points, String got) {
    assertThatThrownBy(() -> Explore.soundMap(points))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot draw a map of sounds")
        .hasMessageContaining(got);
  }

  @Test
  void aMaskThatBeginsInsideHasAnEmptyFirstRun() throws Exception {
    Mask mask = new Mask(1, 4, new boolean[] {true, true, false, true});
    JsonNode runs = new ObjectMapper().readTree(new ScriptData().mask("m", mask).json()).get("m");
    assertThat(runs.toString()).isEqualTo("[0,2,1,1]");
  }

  @Test
  void refusesWhatCannotBeMoved() {
    assertThatThrownBy(() -> Explore.sounds(FRAME, GEOMETRY, List.of()))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no sounds");
    HeatMap pixels = new HeatMap(SIDE, SIDE, new float[SIDE * SIDE]);
    Mask cells = new Mask(6, 6, new boolean[36]);
    StripScene scene =
        new StripScene("s", FRAME, TRUTH, List.of(new StripCell(pixels, cells, cells)));
    assertThatThrownBy(() -> Explore.iterations(scene, GEOMETRY))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("a map of 96 x 96");
  }

  private static boolean[] mask(JsonNode runs, int size) {
    boolean[] cells = new boolean[size];
    int at = 0;
    for (int i = 0; i < runs.size(); i++) {
      for (int k = 0; k < runs.get(i).asInt(); k++) {
        cells[at++] = i % 2 == 1;
      }
    }
    assertThat(at).isEqualTo(size);
    return cells;
  }
}
