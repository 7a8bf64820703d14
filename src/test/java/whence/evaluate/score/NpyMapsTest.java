package whence.evaluate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import whence.WhenceException;

class NpyMapsTest {
  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
  private static final String HEADER =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }                    \n";

  @TempDir Path folder;

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @ParameterizedTest
  @CsvSource({"<f4, 1", ">f4, 1", "<f8, 1", ">f8, 2", "<f4, 3"})
  void bothOrdersAndBothPrecisionsAreRead(String type, int version) throws IOException {
    ByteOrder order = type.startsWith("<") ? LITTLE : ByteOrder.BIG_ENDIAN;
    String header = HEADER.replace("<f4", type);
    Path file = file("a.npy", MapFiles.npy(version, header, order, 1, 2, 3, -4, 0.5, 1e-3));
    List<NamedMap> maps = MapFiles.read(folder);
    assertThat(maps).hasSize(1);
    assertThat(maps.get(0).id()).isEqualTo("a");
    assertThat(maps.get(0).map().height()).isEqualTo(2);
    assertThat(maps.get(0).map().width()).isEqualTo(3);
    assertThat(maps.get(0).map().values()).containsExactly(1, 2, 3, -4, 0.5f, 1e-3f);
    assertThat(file).exists();
  }

  @Test
  void aFolderIsReadInTheOrderOfItsNames() throws IOException {
    byte[] map = MapFiles.npy(1, HEADER, LITTLE, 1, 2, 3, 4, 5, 6);
    for (String name : List.of("b.npy", "a.b.npy", "c.txt")) {
      file(name, map);
    }
    assertThat(MapFiles.read(folder)).extracting(NamedMap::id).containsExactly("a.b", "b");
    assertThat(MapSource.open(folder).name()).isEqualTo(folder.getFileName() + "/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f4', 'fortran_order': True, 'shape': (2, 3), }",
        "{'descr': '<f2', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<i4', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '|O', 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': [('x', '<f4')], 'fortran_order': False, 'shape': (2, 3), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2, 3), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 4), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (0, 3), }",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (99999, 3), }",
        "nonsense"
      })
  void everyOtherArrayIsRefused(String header) throws IOException {
    Path file = file("a.npy", MapFiles.npy(1, header, LITTLE, 1, 2, 3, 4, 5, 6));
    assertThatThrownBy(() -> MapFiles.read(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessageStartingWith("Cannot read the heat map " + file + "\n  got:      ")
        .hasMessageContaining(
            "\n  expected: one array of shape (height, width), C order, '<f4', '>f4', '<f8' or"
                + " '>f8'\n"
                + "  cure:     save it by numpy.save(path, numpy.ascontiguousarray(map,"
                + " dtype='<f4'))");
  }

  @Test
  void filesCutShortAnywhereAreRefused() throws IOException {
    byte[] whole = MapFiles.npy(1, HEADER, LITTLE, 1, 2, 3, 4, 5, 6);
    for (int length = 0; length < whole.length; length++) {
      file("a.npy", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> MapFiles.read(folder))
          .as("%d bytes", length)
          .isInstanceOf(WhenceException.class);
    }
    file("a.npy", Arrays.copyOf(whole, whole.length + 1));
    assertThatThrownBy(() -> MapFiles.read(folder)).hasMessageContaining("25 bytes of values");
    whole[6] = 9;
    file("a.npy", whole);
    assertThatThrownBy(() -> MapFiles.read(folder)).hasMessageContaining("format version 9");
    file("a.npy", "no array".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    assertThatThrownBy(() -> MapFiles.read(folder)).hasMessageContaining("no NumPy file");
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() throws IOException {
    Path file = file("a.npy", MapFiles.npy(1, HEADER, LITTLE, 1, 2, 3, 4, 5, Double.NaN));
    assertThatThrownBy(() -> MapFiles.read(folder))
        .hasMessageContaining("Cannot score the map of clip a in " + file)
        .hasMessageContaining("NaN at row 1, column 2");
  }

  @Test
  void aFolderWithoutMapsIsRefused() {
    assertThatThrownBy(() -> MapSource.open(folder))
        .isInstanceOf(WhenceException.class)
        .hasMessage(
            "Cannot read heat maps from "
                + folder
                + "\n  got:      no .npy file\n"
                + "  expected: one .npy file a clip, named by its id\n"
                + "  cure:     name the folder that holds the files themselves");
  }
}
