package whence.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class DescriptorTest {
  private static final Path SOURCES = Path.of("src/main/java");

  @Test
  void everyPackageImportedHasAClassAndEveryPackageIsImported() throws IOException {
    JsonNode descriptor = new ObjectMapper().readTree(Files.readString(Path.of("lib/whence.json")));
    List<String> imported = new ArrayList<>();
    for (JsonNode name : descriptor.get("imports")) {
      if (name.asText().matches("whence\\..*\\.\\*")) {
        imported.add(name.asText().replace(".*", ""));
      }
    }
    try (Stream<Path> folders = Files.walk(SOURCES.resolve("whence"))) {
      List<String> packages =
          folders
              .filter(Files::isDirectory)
              .filter(DescriptorTest::hasClass)
              .map(folder -> SOURCES.relativize(folder).toString().replace('/', '.'))
              .filter(name -> !name.equals("whence") && !name.startsWith("whence.cli"))
              .toList();
      assertThat(imported).containsExactlyInAnyOrderElementsOf(packages);
    }
  }

  private static boolean hasClass(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .anyMatch(name -> name.endsWith(".java") && !name.equals("package-info.java"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
