package whence.data.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import whence.WhenceException;
import whence.media.MediaSource;

class DemoCatalogueTest {
  private static final String HEADER = "class\tkind\treference\tsha256\tbytes\n";

  @Test
  void holdsTheClassesOfTheDemo() {
    DemoCatalogue catalogue = DemoCatalogue.load();

    assertThat(catalogue.classes())
        .hasSize(67)
        .allSatisfy(c -> assertThat(c.recordings()).isNotEmpty());
    assertThat(catalogue.classes()).filteredOn(c -> !c.photoCutouts().isEmpty()).hasSize(57);
    assertThat(catalogue.backgrounds()).hasSize(50).allMatch(r -> r.endsWith(".jpg"));
    assertThat(catalogue.pins()).hasSize(302);
    assertThat(catalogue.packages())
        .containsExactlyInAnyOrder(
            "tuxpaint-stamps-default", "qabcs-data", "scratch", "gcompris-qt-data");
    assertThat(catalogue.membersOf("gcompris-qt-data"))
        .hasSize(28)
        .contains("instruments.rcc!/gcompris/src/activities/instruments/resource/violin.ogg");
    assertThat(catalogue.membersOf("unknown")).isEmpty();
  }

  @Test
  void noFileIsPinnedTwiceUnderTwoNames() {
    assertThat(DemoCatalogue.load().pins().values()).doesNotHaveDuplicates();
  }

  @Test
  void packagesOfTheCatalogueAreTheOnesDownloaded() {
    assertThat(PinnedPackage.all())
        .filteredOn(p -> p.kind() == PinnedPackage.Kind.DEB)
        .extracting(PinnedPackage::name)
        .containsExactlyInAnyOrderElementsOf(DemoCatalogue.load().packages());
    assertThat(PinnedPackage.all().stream().mapToLong(p -> p.pin().bytes()).sum())
        .isEqualTo(264_368_612L + 17_364_911L);
  }

  @Test
  void verifyNamesWhatIsMissingOrDiffers() {
    DemoCatalogue catalogue =
        CatalogueReader.parse(
            "t.tsv",
            HEADER
                + row("owl", "photo", "p:owl.png", new byte[] {1})
                + row("owl", "drawn", "p:owl2.png", new byte[] {2})
                + row("owl", "recording", "q:owl.ogg", new byte[] {3})
                + row("-", "background", "q:sky.jpg", new byte[] {4}));
    Map<String, MediaSource> files = new LinkedHashMap<>();
    files.put("p:owl.png", new MediaSource("p:owl.png", new byte[] {1}));
    files.put("p:owl2.png", new MediaSource("p:owl2.png", new byte[] {9}));
    files.put("q:sky.jpg", new MediaSource("q:sky.jpg", new byte[] {4, 4}));

    assertThat(catalogue.verify(files))
        .containsExactly("different p:owl2.png", "missing q:owl.ogg", "different q:sky.jpg");
    files.put("p:owl2.png", new MediaSource("p:owl2.png", new byte[] {2}));
    files.put("q:owl.ogg", new MediaSource("q:owl.ogg", new byte[] {3}));
    files.put("q:sky.jpg", new MediaSource("q:sky.jpg", new byte[] {4}));
    assertThat(catalogue.verify(files)).isEmpty();
    DemoClass owl = catalogue.classes().get(0);
    assertThat(owl.name()).isEqualTo("owl");
    assertThat(owl.photoCutouts()).containsExactly("p:owl.png");
    assertThat(owl.drawnCutouts()).containsExactly("p:owl2.png");
    assertThat(owl.recordings()).containsExactly("q:owl.ogg");
  }

  @Test
  void refusesADamagedTable() {
    String good = row("owl", "photo", "p:owl.png", new byte[1]);
    refused("class\tkind\n", "Cannot read t.tsv, line 1");
    refused(HEADER + good + good, "p:owl.png a second time");
    refused(HEADER + good.replace("photo", "movie"), "got:      movie");
    refused(HEADER + good.replace("p:owl", "owl"), "Cannot read t.tsv, line 2");
    refused(HEADER + "owl\tphoto\tp:owl.png\tabc\t1\n", "Cannot pin a file");
    assertThatThrownBy(() -> PinnedPackage.parse("p.tsv", "kind\nrpm\ta\tb\tc\td\te"))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining("Cannot read p.tsv");
  }

  private static void refused(String table, String part) {
    assertThatThrownBy(() -> CatalogueReader.parse("t.tsv", table))
        .isInstanceOf(WhenceException.class)
        .hasMessageContaining(part);
  }

  private static String row(String name, String kind, String reference, byte[] content) {
    return String.join(
            "\t", name, kind, reference, Sha256.of(content), String.valueOf(content.length))
        + "\n";
  }
}
