package whence.notebook;

import java.util.List;
import java.util.function.Function;
import org.knowm.xchart.internal.chartpart.Chart;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import whence.data.Clip;
import whence.data.scene.Scene;
import whence.data.scene.SceneFolder;
import whence.engine.GraphSketch;
import whence.evaluate.EvaluationReport;
import whence.figure.Figure;
import whence.figure.MarkedPicture;
import whence.figure.Plot;
import whence.heatmap.HeatMap;
import whence.heatmap.Mask;
import whence.label.PseudoLabels;
import whence.media.Picture;
import whence.media.Video;
import whence.media.Waveform;
import whence.model.DualEncoder;
import whence.model.EncoderSummary;
import whence.signal.LogMelSpectrogram;

/**
 * A kind of value that shows itself at the end of a cell, and how. Every kernel takes the list from
 * here, so a value looks the same in each.
 *
 * @param type the kind, subtypes included
 * @param show what a cell shows of a value of this kind
 */
public record Shown<T>(Class<T> type, Function<? super T, CellOutput> show) {
  private static final List<Shown<?>> ALL =
      List.of(
          new Shown<>(CellOutput.class, output -> output),
          new Shown<>(Picture.class, Show::picture),
          new Shown<>(Waveform.class, Show::waveform),
          new Shown<>(Video.class, Show::video),
          new Shown<>(LogMelSpectrogram.class, Show::logMel),
          new Shown<>(HeatMap.class, Show::heatMap),
          new Shown<>(Mask.class, Show::mask),
          new Shown<>(Clip.class, Show::clip),
          new Shown<>(Scene.class, Show::scene),
          new Shown<>(SceneFolder.class, Show::scenes),
          new Shown<>(PseudoLabels.class, Show::labels),
          new Shown<>(DualEncoder.class, Show::encoder),
          new Shown<>(EncoderSummary.class, Show::encoder),
          new Shown<>(GraphSketch.class, Show::graph),
          new Shown<>(EvaluationReport.class, Show::report),
          new Shown<>(Figure.class, Show::figure),
          new Shown<>(MarkedPicture.class, Show::marked),
          new Shown<>(Plot.class, Show::plot),
          new Shown<>(Chart.class, chart -> Show.chart(chart)),
          new Shown<>(Table.class, Show::table),
          new Shown<>(INDArray.class, Show::array),
          new Shown<>(Versions.class, Show::versions));

  /** Every kind; no value is of two of them. */
  public static List<Shown<?>> all() {
    return ALL;
  }

  /**
   * What a cell shows of a value.
   *
   * @throws ClassCastException if the value is not of this kind
   */
  public CellOutput of(Object value) {
    return show.apply(type.cast(value));
  }
}
