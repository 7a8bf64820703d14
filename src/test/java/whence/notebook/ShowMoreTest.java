package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import whence.WhenceException;
import whence.data.Annotation;
import whence.data.Clip;
import whence.data.Split;
import whence.data.scene.Scene;
import whence.data.scene.SceneOrigin;
import whence.evaluate.ClipScore;
import whence.evaluate.Estimate;
import whence.evaluate.EvaluationReport;
import whence.evaluate.Metric;
import whence.evaluate.Protocol;
import whence.figure.MarkedPicture;
import whence.figure.Plot;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.label.PseudoLabels;
import whence.media.Mp4;
import whence.media.Picture;
import whence.media.Video;
import whence.media.Waveform;
import whence.model.DualEncoder;
import whence.model.DualEncoderSettings;
import whence.model.InputStatistics;
import whence.signal.LogMelSpectrogram;

/** Outputs that hold several things, and those of what is too large or empty. */
final class ShowMoreTest {
  private static final Picture FRAME = Picture.opaque(32, 32, new byte[3 * 32 * 32]);
  private static final Waveform SOUND = new Waveform(new float[16_000], 16_000);

  @TempDir Path folder;

  private static String html(CellOutput output) {
    return String.valueOf(output.forms().get("text/html"));
  }

  @Test
  void soundIsWaveformSpectrogramAndSmallPlayer() {
    CellOutput output = Show.waveform(SOUND);
    assertThat(html(output)).contains("<img", "<audio controls src=\"data:audio/mp4;base64,");
    assertThat(html(output)).hasSizeLessThan(60_000);
  }

  @Test
  void largePhotographIsAJpeg() {
    byte[] noise = new byte[3 * 224 * 224];
    new java.util.Random(1).nextBytes(noise);
    CellOutput output = Show.picture(Picture.opaque(224, 224, noise));
    assertThat(output.forms()).containsKey("image/jpeg").doesNotContainKey("image/png");
  }

  @Test
  void longSoundHasNoPlayerAndSaysSo() {
    String html = html(Show.waveform(new Waveform(new float[61 * 16_000], 16_000)));
    assertThat(html).doesNotContain("<audio").contains("No player: 61 s of sound");
  }

  @Test
  void clipAndSceneAreSeenAndHeard() {
    Clip clip = new Clip("train-1", FRAME, SOUND);
    assertThat(html(Show.clip(clip))).contains("<img", "<audio", "train-1");
    Mask truth = new Mask(32, 32, new boolean[32 * 32]);
    Annotation annotation =
        new Annotation("train-1", "owl", truth, List.of("bell"), List.of(truth));
    SceneOrigin origin =
        new SceneOrigin(
            new SceneOrigin.Backdrop("b", 0, 0, 32, SceneOrigin.Facing.AS_IT_CAME),
            List.of(),
            new SceneOrigin.HeardSound("s", 0, 1, 0, 0, 0, 20, 0, 1),
            List.of());
    CellOutput scene = Show.scene(new Scene(clip, annotation, origin));
    assertThat(scene.plain()).contains("sounding: owl; silent: bell", "sound of 1.00 s");
  }

  @Test
  void spectrogramMarkedPictureAndPlotArePictures() {
    CellOutput mel = Show.logMel(new LogMelSpectrogram(2, 3, new float[6]));
    assertThat(mel.plain()).isEqualTo("log-mel spectrogram, 2 bands, 3 frames");
    assertThat(Show.marked(MarkedPicture.of(FRAME)).forms()).containsKey("image/png");
    assertThat(Show.plot(Plot.of("t", "x", "y")).forms()).containsKey("image/png");
    CellOutput svg = Show.svg(Plot.of("t", "x", "y").line("a", 1, 2).figure());
    assertThat(svg.forms().get("image/svg+xml")).contains("<svg ");
  }

  @Test
  void labelsSayTheirShares() {
    HeatMap map = new HeatMap(1, 4, new float[] {0, 1, 2, 3});
    Mask high = new Mask(1, 4, new boolean[] {false, false, false, true});
    Mask low = new Mask(1, 4, new boolean[] {true, true, false, false});
    CellOutput output =
        Show.labels(
            new PseudoLabels(
                2,
                List.of("a", "b"),
                List.of(map, map),
                List.of(high, high),
                List.of(low, low),
                List.of(new int[] {1}, new int[] {0})));
    assertThat(output.plain())
        .isEqualTo(
            "labels that iteration 2 learns from: 2 clips, 25.0 % of cells positive, 50.0 %"
                + " negative, the rest ignored; 1.0 related clips on average");
    assertThat(html(output)).contains("<img");
  }

  @Test
  void videoIsAPlayerAndALongOneIsShownInPartWithAWord() throws Exception {
    Video second = Video.silent(Collections.nCopies(10, FRAME), 10);
    assertThat(html(Show.video(second))).contains("<video controls", "data:video/mp4;base64,");
    Path tenMinutes =
        Files.write(
            folder.resolve("long.mp4"),
            Mp4.video(Video.silent(Collections.nCopies(600, FRAME), 1)));
    CellOutput start = Show.video(tenMinutes);
    assertThat(start.plain())
        .startsWith("video of 10.0 s, 32 x 32 pixels. The first 10 s of 600 s. Another part: ");
    assertThat(Show.video(tenMinutes, 590, 5).plain()).isEqualTo("video of 5.0 s, 32 x 32 pixels");
    assertThatThrownBy(() -> Show.video(tenMinutes, 0, 600))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("show a long video in parts of at most 20 s");
  }

  @Test
  void videoTooLargeForAPageIsRefused() {
    java.util.Random random = new java.util.Random(1);
    List<Picture> noise = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] rgb = new byte[3 * 640 * 480];
      random.nextBytes(rgb);
      noise.add(Picture.opaque(640, 480, rgb));
    }
    assertThatThrownBy(() -> Show.video(Video.silent(noise, 10)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("bytes of MP4")
        .hasMessageContaining("show fewer seconds, or scale its frames down");
  }

  @Test
  void chartOfNoDataSaysSo() {
    XYChart chart = new XYChartBuilder().title("empty").build();
    for (CellOutput output : List.of(Show.chart(chart), Show.svg(chart))) {
      assertThat(output.plain())
          .isEqualTo("chart empty: no data. Add a series to it: chart.addSeries(name, x, y)");
    }
    chart.addSeries("a", new double[] {1}, new double[] {1});
    assertThat(Show.svg(chart).forms().get("image/svg+xml")).contains("<svg");
  }

  @Test
  @Timeout(30)
  void tableOfAHundredThousandRowsIsShort() {
    int[] values = new int[100_000];
    Arrays.setAll(values, i -> i);
    CellOutput output = Show.table(Table.create("t", IntColumn.create("n", values)));
    assertThat(html(output)).contains("… 99980 more rows").hasSizeLessThan(3_000);
    assertThat(output.plain()).hasSizeLessThan(1_000);
    Table table = Table.create("t", IntColumn.create("n", values));
    assertThatThrownBy(() -> Show.table(table, 100_000))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("0 to 1000 rows");
  }

  @Test
  void reportsStandSideBySideWithTheirProtocol() {
    CellOutput output = Show.reports(List.of(report("model"), report("a < b")));
    assertThat(html(output))
        .contains("<th style=\"text-align:left\">model</th>", "a &lt; b")
        .contains("80.0 [70.0, 90.0]", "0.300 [0.200, 0.400]", "<td>1 of 2</td>", ">-</td>")
        .contains("Protocol " + CellOutput.escape(Protocol.WHENCE.description()))
        .contains("95 % bootstrap intervals");
    assertThat(output.plain())
        .isEqualTo(Show.reports(List.of(report("model"), report("a < b"))).plain());
    assertThat(html(Show.report(report("model")))).contains("model");
  }

  private static EvaluationReport report(String localizer) {
    ClipScore score =
        new ClipScore(
            "a",
            0.6,
            OptionalDouble.of(0.7),
            true,
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
    Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
    estimates.put(Metric.POINTING, new Estimate(0.8, 0.7, 0.9, 1));
    estimates.put(Metric.SOUNDING_CORRELATION, new Estimate(0.3, 0.2, 0.4, 1));
    return new EvaluationReport(
        Protocol.WHENCE, localizer, Split.NEW_SCENES, 2, List.of(score), estimates);
  }

  @Test
  void encoderIsATableAndItsGraphADrawing() {
    try (DualEncoder encoder =
        DualEncoder.create(DualEncoderSettings.defaults(), 196, InputStatistics.identity(112), 1)) {
      assertThat(html(Show.encoder(encoder)))
          .contains("audio.conv3", "[N, 128, 8, 13]", "319,200 trained parameters in all");
      CellOutput graph = Show.graph(encoder.sketch());
      assertThat(graph.forms().keySet()).contains("text/plain").hasSize(2);
    }
  }

  @Test
  void vectorPicturesAreText() {
    CellOutput output = CellOutput.svg("<svg/>".getBytes(StandardCharsets.UTF_8), "a picture");
    assertThat(output.forms()).containsEntry("image/svg+xml", "<svg/>");
  }
}
