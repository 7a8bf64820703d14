package whence.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;

/** Provenance and the values it is made of. */
public class ProvenanceTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  @TempDir Path folder;

  /** A provenance of nothing, the same on every machine. */
  public static Provenance example() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("iterations", 6);
    settings.put("rates", List.of(0.5, 0.25));
    return new Provenance(
        "whence train --quick",
        new Revision("0123456789012345678901234567890123456789", Revision.Tree.DIRTY),
        "none",
        Map.of("training", 2L, "scenes", 1L),
        new Machine("Java 17", "Linux", "CPU, AVX2", 2, Map.of("nd4j-api", "1.0.0")),
        new Span(START, START.plusSeconds(60)),
        settings);
  }

  @Test
  void readsBackAsItWasWritten() {
    Path file = folder.resolve("provenance.json");
    example().write(file);
    assertThat(Provenance.read(file)).isEqualTo(example());
  }

  @Test
  void textIsStableAndReadable() {
    assertThat(example().json())
        .startsWith("{\n  \"command\" : \"whence train --quick\",\n  \"revision\" : {")
        .contains("\"tree\" : \"DIRTY\"", "\"started\" : \"2026-01-02T03:04:05Z\"")
        .containsSubsequence(
            "\"scenes\" : 1", "\"training\" : 2", "\"iterations\" : 6", "\"rates\"")
        .endsWith("}\n")
        .doesNotContain("\r");
  }

  @Test
  void refusesAFileCutShortOrForeign() throws IOException {
    Path file = folder.resolve("provenance.json");
    String text = example().json();
    for (String bad :
        List.of(
            text.substring(0, text.length() / 2),
            "{}\n",
            text + "{}",
            text.replace("2026-01", "2026-13"),
            text.replace("\"threads\" : 2", "\"threads\" : 0"),
            "")) {
      Files.writeString(file, bad);
      assertThatThrownBy(() -> Provenance.read(file))
          .isInstanceOf(WhenceException.class)
          .hasMessageContainingAll("provenance.json", "line", "got:", "expected:", "cure:");
    }
    assertThatThrownBy(() -> Provenance.read(folder.resolve("none.json")))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("none.json", "NoSuchFile", "check the name of the folder");
  }

  @Test
  void refusesSettingsThatAreNoJson() {
    Provenance bad =
        new Provenance(
            "x",
            example().revision(),
            "none",
            Map.of(),
            example().machine(),
            example().span(),
            Map.of("odd", new Object()));
    assertThatThrownBy(bad::json)
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("Cannot write the provenance of x", "strings, numbers");
  }

  @Test
  void aFigureInheritsItsRun() {
    Span later = new Span(START.plusSeconds(100), START.plusSeconds(101));
    Provenance figure = example().withCommand("notebooks/paper/iterations.ipynb").withSpan(later);
    assertThat(figure.command()).isEqualTo("notebooks/paper/iterations.ipynb");
    assertThat(figure.span()).isEqualTo(later);
    assertThat(figure.settings()).isEqualTo(example().settings());
  }

  @Test
  void aFigureSaysWhatDrewItBehindTheCommandOfItsRun() {
    Provenance figure = example().drawnBy("notebooks/paper/method.ipynb");
    assertThat(figure.command())
        .isEqualTo(
            "whence train --quick; drawn by notebooks/paper/method.ipynb of "
                + Revision.ofSource().toText());
    assertThat(figure.revision()).isEqualTo(example().revision());
    assertThat(new Revision("abc", Revision.Tree.CLEAN).toText()).isEqualTo("abc");
    assertThat(new Revision("abc", Revision.Tree.DIRTY).toText()).isEqualTo("abc with changes");
  }

  @Test
  void outsideOfACheckoutThereIsNoRevision() {
    assertThat(Revision.of(folder))
        .isEqualTo(new Revision("not a git checkout", Revision.Tree.UNKNOWN));
    assertThat(Revision.of(folder.resolve("missing")).commit()).isEqualTo(Revision.NONE);
  }

  @Test
  void namesTheCommitAndWhetherItIsAllThereIs() throws Exception {
    git("init", "-q");
    assertThat(Revision.of(folder).commit()).isEqualTo(Revision.NONE);
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "a");
    assertThat(Revision.of(folder).commit()).matches("[0-9a-f]{40}");
    assertThat(Revision.of(folder).tree()).isEqualTo(Revision.Tree.CLEAN);
    Files.writeString(folder.resolve("new"), "new");
    assertThat(Revision.of(folder).tree()).isEqualTo(Revision.Tree.DIRTY);
  }

  private void git(String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void describesTheRunningMachine() {
    Machine machine = Machine.current("CPU", 2);
    assertThat(machine.jdk()).contains(System.getProperty("java.vm.version"));
    assertThat(machine.libraries()).containsEntry("xchart", "4.0.3").doesNotContainValue("unknown");
    assertThatThrownBy(() -> Machine.current("CPU", 0))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("0 threads", "1 or more");
  }

  @Test
  void refusesATimeThatRunsBackwards() {
    assertThatThrownBy(() -> new Span(START, START.minusSeconds(1)))
        .isInstanceOf(WhenceException.class)
        .hasMessageContainingAll("finished at or after started", "cure:");
  }
}
