package whence.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import whence.data.fetch.FetchListener;
import whence.data.fetch.Home;
import whence.engine.SafeTensors;
import whence.engine.Weights;
import whence.model.DualEncoder;
import whence.model.EfficientNetWeights;
import whence.model.InputStatistics;
import whence.model.TestWeights;
import whence.model.Trunk;
import whence.model.TrunkSettings;
import whence.signal.LogMelSettings;

/** An untrained model on made-up trunk weights, for what does not depend on having learned. */
public final class TinyModel {
  private static final int WIDTH = 8;

  private TinyModel() {}

  /** A home with made-up trunk weights. */
  public static Sources sources(Path folder) {
    Home home = new Home(folder.resolve("home"));
    try (Weights weights = TestWeights.formula(10)) {
      SafeTensors.write(
          home.folder("weights").resolve(EfficientNetWeights.FILE),
          weights.tensors(),
          weights.metadata());
    }
    return new Sources(home, null);
  }

  /**
   * A model whose control sounds are {@code controls} times the same embedding.
   *
   * @param value of every number of it: 0 gives peaks of 0, 9 gives peaks no sound can reach
   */
  public static TrainedModel of(Sources sources, int controls, float value) {
    float[][] rows = new float[controls][WIDTH];
    for (float[] row : rows) {
      java.util.Arrays.fill(row, value);
    }
    try (Weights weights = sources.weights(FetchListener.SILENT);
        Trunk trunk = Trunk.of(weights, TrunkSettings.defaults())) {
      ModelCard card = card(trunk.key());
      DualEncoder encoder =
          DualEncoder.create(
              card.encoder(), card.cells() * card.cells(), InputStatistics.identity(112), 4);
      return new TrainedModel(card, encoder, rows);
    }
  }

  /** What is known of it. */
  public static ModelCard card(String trunk) {
    return new ModelCard(
        ModelCard.FORMAT,
        trunk,
        TinyRun.smallEncoder(),
        LogMelSettings.defaults(),
        2,
        14,
        16,
        9,
        List.of("bell", "drum", "horn"),
        "0123456789abcdef",
        5);
  }

  /** The same as a file. */
  public static Path file(Sources sources, Path file, int controls, float value)
      throws IOException {
    try (TrainedModel model = of(sources, controls, value)) {
      model.write(file, provenance());
    }
    return file;
  }

  static Provenance provenance() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    return new Provenance(
        "a test",
        new Revision(Revision.NONE, Revision.Tree.UNKNOWN),
        "none",
        Map.of("run", 1L),
        new Machine("jdk", "os", "backend", 1, Map.of()),
        new Span(now, now),
        Map.of("scenes", List.of("made up")));
  }
}
