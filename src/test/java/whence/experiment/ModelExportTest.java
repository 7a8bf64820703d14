package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.engine.SafeTensors;

class ModelExportTest {
  private static final ExperimentListener NOBODY = new ExperimentListener() {};

  @TempDir Path folder;

  @Test
  void aModelIsTheWeightsOfARunWithoutItsOptimiser() throws Exception {
    Sources sources = TinyRun.sources(folder);
    Path run = folder.resolve("run");
    Experiment.run(TinyRun.settings(), sources, run, NOBODY);
    Path file = folder.resolve("models/tiny.safetensors");
    ModelCard card = ModelExport.export(run, OptionalInt.empty(), sources, NOBODY, file);
    assertThat(card.iteration()).isEqualTo(1);
    assertThat(card.classes()).isSubsetOf("class0", "class1", "class2").isNotEmpty();
    assertThat(card.soundSeconds()).isEqualTo(2);
    assertThat(card.limits()).contains("classes only (class0");
    RunFolder ran = new RunFolder(run);
    assertThat(card.run()).isEqualTo(ran.data().identity());
    assertThat(card.geometry()).isEqualTo(ran.data().geometry());

    Set<String> names = SafeTensors.readHeader(file).entries().keySet();
    assertThat(names).contains("sounds").noneMatch(name -> name.contains("adam"));
    Path state = run.resolve("iterations/iteration-1.safetensors");
    assertThat(Files.size(file)).isLessThan(Files.size(state));
    try (TrainedModel model = TrainedModel.read(file);
        var saved = SafeTensors.read(state)) {
      assertThat(model.card()).isEqualTo(card);
      model
          .encoder()
          .parameters()
          .all()
          .forEach((name, tensor) -> assertThat(tensor).as(name).isEqualTo(saved.get(name)));
      // eight training scenes, each an embedding of unit length
      assertThat(model.controls()).hasNumberOfRows(8);
      for (float[] sound : model.controls()) {
        double length = 0;
        for (float value : sound) {
          length += value * value;
        }
        assertThat(length).isCloseTo(1, within(1e-4));
      }
    }
    provenanceStandsBeside(file, ran);
    refusals(run, sources);
  }

  private static void provenanceStandsBeside(Path file, RunFolder run) throws Exception {
    Path beside = file.resolveSibling("tiny.json");
    JsonNode json = new ObjectMapper().readTree(Files.readString(beside));
    assertThat(json.get("limits").asText()).contains("expect little");
    assertThat(json.at("/card/format").asText()).isEqualTo(ModelCard.FORMAT);
    assertThat(json.at("/provenance/dataHash").asText())
        .isEqualTo(Provenance.read(run.provenanceFile()).dataHash());
    assertThat(json.get("parameters").asLong()).isPositive();
  }

  private void refusals(Path run, Sources sources) throws Exception {
    Path to = folder.resolve("other.safetensors");
    assertThatThrownBy(() -> ModelExport.export(run, OptionalInt.of(7), sources, NOBODY, to))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("no iteration-7.safetensors")
        .hasMessageContaining("iterations 0 to 1");
    Path text = folder.resolve("model.txt");
    assertThatThrownBy(() -> ModelExport.export(run, OptionalInt.empty(), sources, NOBODY, text))
        .hasMessageContaining("a name that ends in .safetensors");
    assertThatThrownBy(() -> ModelExport.export(folder, OptionalInt.empty(), sources, NOBODY, to))
        .hasMessageContaining("no settings.json");
    Path state = run.resolve("iterations/iteration-1.safetensors");
    assertThatThrownBy(() -> TrainedModel.read(state))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("weights that do not say what they are")
        .hasMessageContaining("whence export RUN --to FILE");
    Files.copy(folder.resolve("run/iterations/iteration-0.safetensors"), to);
    Files.writeString(
        run.resolve("data.json"),
        Files.readString(run.resolve("data.json"))
            .replaceFirst("\"identity\" : \"[0-9a-f]+\"", "\"identity\" : \"0000\""));
    assertThatThrownBy(() -> ModelExport.export(run, OptionalInt.empty(), sources, NOBODY, to))
        .hasMessageContaining("weights of other settings or data");
  }

  @Test
  void theModelThatComesAlongIsSmallAndSaysWhereItIsFrom() throws Exception {
    try (TrainedModel model = TrainedModel.bundled();
        var in = TrainedModel.class.getResourceAsStream(TrainedModel.BUNDLED);
        var beside =
            TrainedModel.class.getResourceAsStream(
                TrainedModel.BUNDLED.replace(".safetensors", ".json"))) {
      assertThat(in.readAllBytes().length).isLessThan(4_000_000);
      JsonNode json = new ObjectMapper().readTree(beside);
      assertThat(json.at("/card/run").asText()).isEqualTo(model.card().run());
      assertThat(json.at("/provenance/revision/commit").asText()).hasSize(40);
      assertThat(model.controls().length).isEqualTo(ModelExport.CONTROL_SOUNDS);
    }
  }

  @Test
  void aCardOfAnotherFormIsRefused() throws Exception {
    Sources sources = TinyModel.sources(folder);
    try (TrainedModel model = TinyModel.of(sources, 1, 0)) {
      ModelCard card = model.card();
      assertThatThrownBy(
              () ->
                  new ModelCard(
                      "whence-model-9",
                      card.trunk(),
                      card.encoder(),
                      card.sound(),
                      2,
                      14,
                      16,
                      9,
                      card.classes(),
                      card.run(),
                      5))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("format whence-model-9");
    }
  }
}
